using PolicyLang.Decisions;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Semantics;
using AttributeType = PolicyLang.Oracle.Model.AttributeType;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Between the cases of the compiler and those of the oracle.</summary>
/// <param name="court">The oracle.</param>
/// <param name="model">What the compiler made of the words.</param>
internal sealed class Translator(Court court, SemanticModel model)
{
    private ImmutableArray<AttributeModel> Attributes => court.Law.Attributes;

    /// <summary>The attributes that a case has to state: those of which some sentence speaks and whose value is not neutral.</summary>
    public IEnumerable<int> Needed(Case c) => Enumerable.Range(0, Attributes.Length).Where(a => Attributes[a].Name == "date" || (IsSpokenOf(a) && (!Same(a, c[a], court.World.Neutral(a)) || IsWorkedOut(a, c))));

    // Of an event of which a case tells, clocks that it leaves out are worked out.
    private bool IsWorkedOut(int attribute, Case c) => court.World.Clocks.FirstOrDefault(k => k.Attributes.Contains(attribute))?.Attributes.Any(a => c.Number(a) != 0) == true;

    /// <summary>The attributes that a case may state although what it leaves out is the same.</summary>
    public IEnumerable<int> Stateable(Case c) => Enumerable.Range(0, Attributes.Length).Where(a => IsSpokenOf(a) && c[a] is bool or long).Except(Needed(c));

    public IEnumerable<RawFact> Facts(Case c, IEnumerable<int> stated) => stated.Order().Select(a => Telling.Fact(Attributes[a], c[a]));

    /// <summary>The case of the oracle's world that stands for a case of the compiler; null where there is none.</summary>
    public Judgement? Find(CaseFacts facts) => court.Find(Read(facts));

    public Case Read(CaseFacts facts) => new([.. Attributes.Select((_, a) => Value(a, facts))]);

    /// <summary>The new values of a change, so written that two readings of it are equal.</summary>
    public string Tell(CaseFacts change) => string.Join(" ", change.Facts.Select(f => court.Lexicon.Attribute(f.Attribute))
        .Select(a => $"{Attributes[a].Name}={Tell(a, Value(a, change))}").Order(StringComparer.Ordinal));

    public string Tell(Change change) => string.Join(" ", change.Steps.Select(s => s.Attribute).Distinct()
        .Select(a => $"{Attributes[a].Name}={Tell(a, After(change, a))}").Order(StringComparer.Ordinal));

    /// <summary>The same change with each node of it, or some, replaced by one above it.</summary>
    public IEnumerable<string> Wider(Change change)
    {
        IEnumerable<ImmutableArray<string>> wider = [[]];
        foreach (int a in change.Steps.Select(s => s.Attribute).Distinct().OrderBy(a => Attributes[a].Name, StringComparer.Ordinal))
        {
            wider = [.. wider.SelectMany(w => Above(a, After(change, a)).Select(v => w.Add($"{Attributes[a].Name}={v}")))];
        }

        return wider.Skip(1).Select(w => string.Join(" ", w));
    }

    public string Tell(Case c) => string.Join(" ", Facts(c, Needed(c)).Select(f => $"{f.Attribute}={string.Join("+", f.Values)}"));

    // A set has all its elements anew, a number the nearest one.
    private static object After(Change change, int attribute) =>
        change.After.Case[attribute] is long ? change.Steps.First(s => s.Attribute == attribute).Value : change.After.Case[attribute];

    private IEnumerable<string> Above(int attribute, object value)
    {
        yield return Tell(attribute, value);
        if (value is Leaf { Node: { } node })
        {
            foreach (Leaf wider in court.Lexicon.Leaves(Attributes[attribute].Taxonomy ?? "").Where(l => l.Node is { } other && other != node && node.IsWithin(other)))
            {
                yield return Tell(attribute, wider);
            }
        }
    }

    private string Tell(int attribute, object value) => value switch
    {
        Leaf leaf => court.World.Kind(attribute, leaf)?.Name ?? leaf.Name,
        ImmutableArray<Leaf> leaves => "{" + string.Join("+", leaves.Select(l => court.World.Kind(attribute, l)?.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal)) + "}",
        _ => value.ToString() ?? "",
    };

    private bool IsSpokenOf(int attribute) => court.World.Notes.IsSpokenOf(attribute);

    private bool Same(int attribute, object a, object b) => Tell(attribute, a) == Tell(attribute, b);

    /// <summary>How the value of an attribute is told; of one that is left out, but for a clock, the neutral value.</summary>
    public string ValueText(int attribute, object value) => string.Join("+", Telling.Fact(Attributes[attribute], value is long ? value : court.World.Neutral(attribute)).Values);

    private object Value(int attribute, CaseFacts facts)
    {
        FactValue? fact = facts.Facts.FirstOrDefault(f => f.Attribute == Attributes[attribute].Name)?.Value;
        return fact switch
        {
            // What no sentence speaks about has one value only.
            _ when court.World.Domain(attribute).Count == 1 => court.World.Domain(attribute)[0],
            null => Neutral(attribute),
            FlagValue flag => flag.Value,
            CountValue count => count.Value,
            HalvedValue halved => halved.Twice,
            DateValue date => (long)date.Day.Number,
            NodeValue node => Leaf(attribute, Leaf(attribute, node.Name)),
            SetValue set => set.Names.Select(n => court.World.Kind(attribute, Leaf(attribute, n))).OfType<Leaf>().Distinct().ToImmutableArray(),
            _ => throw new InvalidOperationException(fact?.ToString()),
        };
    }

    // The value of the world that stands for the neutral one.
    private object Neutral(int attribute) => court.World.Neutral(attribute) switch
    {
        Leaf root => Leaf(attribute, root),
        var neutral => neutral,
    };

    private Leaf Leaf(int attribute, Leaf leaf) => court.World.Kind(attribute, leaf) ?? leaf;

    // A node of the prelude that the oracle does not know behaves as the known node above it, or as what is not named.
    private Leaf Leaf(int attribute, string name)
    {
        ImmutableArray<Leaf> leaves = court.Lexicon.Leaves(Attributes[attribute].Taxonomy ?? "");
        if (model.Attribute(Attributes[attribute].Name)?.Taxonomy?.Find(name) is { } symbol && Known(leaves, symbol) is { } known)
        {
            return known;
        }

        // The last words of each taxonomy stand for those of the prelude that the oracle does not know.
        return name.Length == 0 ? leaves[0] : leaves[^1];
    }

    private static Leaf? Known(ImmutableArray<Leaf> leaves, NodeSymbol node) =>
        leaves.FirstOrDefault(l => l.Name == node.Name) ?? node.Parents.Select(p => Known(leaves, p)).FirstOrDefault(l => l is not null);
}
