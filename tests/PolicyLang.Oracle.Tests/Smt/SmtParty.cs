using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>How a place or a supranational bloc comes to be a party.</summary>
/// <param name="Party">Its name.</param>
/// <param name="On">In which cases.</param>
/// <param name="Except">What is taken out of a bloc on that way.</param>
/// <param name="Adoption">The adoption, if it is one.</param>
internal sealed record SmtWay(string Party, string On, ImmutableArray<string> Except, AdoptionModel? Adoption)
{
    /// <summary>Towards whom alone it is a party; empty for all.</summary>
    public ImmutableArray<string> Towards => Adoption?.Towards ?? [];
}

/// <summary>A party.</summary>
internal sealed class SmtParty(SmtSentences s, string name, ImmutableArray<SmtWay> ways)
{
    public string Name => name;

    public ImmutableArray<SmtWay> Ways => ways;

    public bool IsBloc => !s.Lexicon.IsPlace(name);

    /// <summary>Whether it is a party on the day.</summary>
    public string IsOn => Or(ways.Select(w => w.On));

    /// <summary>Whether the value of a variable, or a leaf, lies within it.</summary>
    public string Territory(AttributeModel attribute, string? variable, Leaf? leaf) =>
        And(s.Named(attribute, name, variable, leaf), Not(IsOut(e => s.Named(attribute, e, variable, leaf))));

    /// <summary>Whether a place lies within it.</summary>
    public string Has(string place) => And(s.IsMember(place, name), Not(IsOut(e => s.IsMember(place, e))));

    /// <summary>Whether all its places of the day, of which there are some, lie within others.</summary>
    public string LiesIn(ImmutableArray<string> others)
    {
        AttributeModel counterpart = s.Attribute("counterpart");
        (string Own, string Other)[] leaves = [.. s.Leaves(counterpart).Skip(1)
            .Select(l => (Territory(counterpart, null, l), Or(others.Select(o => s.Named(counterpart, o, null, l)))))];
        return And([Or(leaves.Select(l => l.Own)), .. leaves.Select(l => $"(=> {l.Own} {l.Other})")]);
    }

    /// <summary>Whether an order is its own, or that of a place in it.</summary>
    public string HasOrder(string order) => order == name ? "true" : s.Lexicon.IsPlace(order) ? Has(order) : "false";

    /// <summary>Whether an order is part of its law.</summary>
    public string HasLaw(SmtOrders orders, string order) => IsBloc ? HasOrder(order) : Or([HasOrder(order), orders.Above(order, name)]);

    // What every way of the day takes out of a bloc is out of it.
    private string IsOut(Func<string, string> isNamed) => !IsBloc || ways.IsEmpty ? "false"
        : And([IsOn, .. ways.Select(w => $"(=> {w.On} {Or(w.Except.Select(isNamed))})")]);
}
