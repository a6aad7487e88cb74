using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>
/// Sets and conditions as formulas over whole domains: every day, every count, some hundred places. A leaf is its number, the root
/// leaf 0; numbers of places beyond those that are known are places that no sentence names. A set is a truth value for each leaf.
/// </summary>
internal sealed class SmtSentences(Lexicon lexicon, SmtClocks clocks, SmtReading reading)
{
    public const int Places = 250;

    public LawModel Law => lexicon.Law;

    public Lexicon Lexicon => lexicon;

    public static string And(IEnumerable<string> parts) => $"(and true {string.Join(" ", parts)})";

    public static string And(params string[] parts) => And(parts.AsEnumerable());

    public static string Or(IEnumerable<string> parts) => $"(or false {string.Join(" ", parts)})";

    public static string Not(string part) => $"(not {part})";

    public SmtReading Reading => reading;

    /// <summary>The same, read otherwise.</summary>
    public SmtSentences As(SmtReading other) => new(lexicon, clocks, other);

    public AttributeModel Attribute(string name) =>
        Law.Attributes[lexicon.Attribute(reading.Keeping && name == "destination" ? "location" : name)];

    public ImmutableArray<Leaf> Leaves(AttributeModel attribute) => lexicon.Leaves(attribute.Taxonomy ?? "");

    public string Slot(string attribute, SetExpression? set)
    {
        if (set is null or AnySet or AnyOrganisation)
        {
            return "true";
        }

        // Data whose place is not named were collected where they are sent from.
        AttributeModel model = Attribute(attribute);
        return model.Type != AttributeType.Leaf ? Meets(model, set)
            : attribute != "collected" ? Contains(model, set, model.Name, null)
            : $"(ite (= collected 0) {Contains(Attribute("origin"), set, "origin", null)} {Contains(model, set, model.Name, null)})";
    }

    /// <summary>The slot of what comes after <c>of</c>, or of a subject: another attribute where organisations are named.</summary>
    public string SlotOf(string attribute, SetExpression? set) =>
        Slot(NamesOrganisations(set) ? TaxonomyModel.Organisations : attribute, set);

    /// <summary>Whether all leaves of a place are in what a name stands for.</summary>
    public string IsMember(string place, string bloc) =>
        And(lexicon.Leaves(TaxonomyModel.Places).Where(l => l.IsWithin(lexicon.Place(place)))
        .Select(l => Named(Attribute("origin"), bloc, null, l)));

    // Of an attribute that is a set, the expression is a predicate.
    private string Meets(AttributeModel attribute, SetExpression set) => set switch
    {
        AnySet => "true",
        ListSet list => Listed(list, m => MeetsNamed(attribute, m)),
        _ => Or(Leaves(attribute).Skip(1).Select(leaf => And($"{attribute.Name}_{leaf.Name}", Contains(attribute, set, null, leaf)))),
    };

    private static string Listed(ListSet list, Func<string, string> holds)
    {
        string members = Or(list.Members.Select(holds));
        return And(list.Outside ? Not(members) : members, Not(Or(list.Except.Select(holds))));
    }

    private string MeetsNamed(AttributeModel attribute, string name) => Law.Defines.FirstOrDefault(d => d.Name == name) is { } defined
        ? Meets(attribute, defined.Set ?? new AnySet())
        : Or(Leaves(attribute).Skip(1).Select(leaf => $"(and {attribute.Name}_{leaf.Name} {Named(attribute, name, null, leaf)})"));

    /// <summary>Whether a set contains a variable's value, or a leaf.</summary>
    public string Contains(AttributeModel attribute, SetExpression set, string? variable, Leaf? leaf)
    {
        string Within(SmtPlaces? places) => places is null ? throw new InvalidOperationException("No party is judged.")
            : places(attribute, variable, leaf);
        return set switch
        {
            OwnTerritory => Within(reading.Own),
            PartiesSet parties => Or([Within(reading.Others), .. parties.WithOwn ? [Within(reading.Own)] : Array.Empty<string>()]),
            ListSet list => Listed(list, m => Named(attribute, m, variable, leaf)),
            _ => "true",
        };
    }

    public string Condition(Condition condition) => condition switch
    {
        FlagCondition flag => reading.IsInvoked && Attribute(flag.Flag).IsSelfJudged ? "true" : flag.Flag,
        DefinedCondition defined => Condition(Law.Defines.Select(d => d.Name == defined.Name ? d.Condition : null).OfType<Condition>()
            .First()),
        IsCondition @is => Slot(@is.Attribute, @is.Set),
        CompareCondition c => Compare(c.Attribute, c.Operator, c.Value),
        IncludeCondition include => Include(include),
        NotCondition not => $"(not {Condition(not.Operand)})",
        AndCondition and => $"(and {Condition(and.Left)} {Condition(and.Right)})",
        OrCondition or => $"(or {Condition(or.Left)} {Condition(or.Right)})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>Compares a count, the date, or a clock; clocks of months and of working days are kept as twice the value.</summary>
    public string Compare(string attribute, string comparison, long value)
    {
        long number = Attribute(attribute).IsHalved ? 2 * value : value;
        clocks.Compares(attribute, number);
        return $"({comparison} {attribute} {number})";
    }

    public static string OnDays(DateOnly? from, DateOnly? until) =>
        $"(<= {from?.DayNumber ?? 0} date {until?.DayNumber ?? DateOnly.MaxValue.DayNumber})";

    /// <summary>The days of a line of members, and its condition.</summary>
    public string On(MemberModel line) => And(OnDays(line.Since, line.Until), line.When is null ? "true" : Condition(line.When));

    /// <summary>Whether a set is one of organisations.</summary>
    public bool NamesOrganisations(SetExpression? set) => set is AnyOrganisation || set is ListSet list
        && list.Members.Concat(list.Except).Any(lexicon.IsOrganisation);

    private string Include(IncludeCondition include)
    {
        AttributeModel model = Attribute(include.Attribute);
        IEnumerable<string> each = include.Names.Select(n => Slot(include.Attribute, ListSet.Of(n)));
        return include.Kind switch
        {
            Inclusion.All => And(each),
            Inclusion.Any => Or(each),
            _ when include.Names.IsEmpty => And(Leaves(model).Skip(1).Select(l => $"(not {model.Name}_{l.Name})")),
            _ => $"(not {Or(each)})",
        };
    }

    /// <summary>Whether what a name stands for contains a variable's value, or a leaf.</summary>
    public string Named(AttributeModel attribute, string name, string? variable, Leaf? leaf)
    {
        if (lexicon.Find(attribute.Taxonomy ?? "", name) is { } node)
        {
            ImmutableArray<Leaf> leaves = Leaves(attribute);
            return leaf is not null ? leaf.IsWithin(node) ? "true" : "false"
                : Or(leaves.Where(l => l.IsWithin(node)).Select(l => $"(= {variable} {leaves.IndexOf(l)})"));
        }

        if (Law.Blocs.FirstOrDefault(b => b.Name == name) is { } bloc)
        {
            return bloc.Same is { } same
                ? Contains(attribute, same, variable, leaf)
                : Or(bloc.Members.Select(m => $"(and {On(m)} {Or(m.Names.Select(p => Named(attribute, p, variable, leaf)))})"));
        }

        return Contains(attribute, Law.Defines.First(d => d.Name == name).Set ?? new AnySet(), variable, leaf);
    }
}
