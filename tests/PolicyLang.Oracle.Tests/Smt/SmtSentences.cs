using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>
/// Sets and conditions as formulas over whole domains: every day, every count, some hundred places. A leaf is its number, the root
/// leaf 0; numbers of places beyond those that are known are places that no sentence names. A set is a truth value for each leaf.
/// </summary>
internal sealed class SmtSentences(Lexicon lexicon, bool keeping = false)
{
    public const int Places = 250;

    public LawModel Law => lexicon.Law;

    public static string And(IEnumerable<string> parts) => $"(and true {string.Join(" ", parts)})";

    public static string Or(IEnumerable<string> parts) => $"(or false {string.Join(" ", parts)})";

    /// <summary>The same with <c>destination</c> read as the location.</summary>
    public SmtSentences Kept => new(lexicon, keeping: true);

    public AttributeModel Attribute(string name) => Law.Attributes[lexicon.Attribute(keeping && name == "destination" ? "location" : name)];

    public ImmutableArray<Leaf> Leaves(AttributeModel attribute) => lexicon.Leaves(attribute.Taxonomy ?? "");

    public string Slot(string attribute, SetExpression? set)
    {
        if (set is null or AnySet)
        {
            return "true";
        }

        AttributeModel model = Attribute(attribute);
        return model.Type == AttributeType.Leaf ? Contains(model, set, model.Name, null) : Meets(model, set);
    }

    // Of an attribute that is a set, the expression is a predicate.
    private string Meets(AttributeModel attribute, SetExpression set)
    {
        if (set is not ListSet list)
        {
            return "true";
        }

        string members = Or(list.Members.Select(m => MeetsNamed(attribute, m)));
        return $"(and {(list.Outside ? $"(not {members})" : members)} (not {Or(list.Except.Select(m => MeetsNamed(attribute, m)))}))";
    }

    private string MeetsNamed(AttributeModel attribute, string name) => Law.Defines.FirstOrDefault(d => d.Name == name) is { } defined
        ? Meets(attribute, defined.Set ?? new AnySet())
        : Or(Leaves(attribute).Skip(1).Select(leaf => $"(and {attribute.Name}_{leaf.Name} {Named(attribute, name, null, leaf)})"));

    /// <summary>Whether a set contains a variable's value, or a leaf.</summary>
    public string Contains(AttributeModel attribute, SetExpression set, string? variable, Leaf? leaf)
    {
        if (set is not ListSet list)
        {
            return "true";
        }

        string members = Or(list.Members.Select(m => Named(attribute, m, variable, leaf)));
        return $"(and {(list.Outside ? $"(not {members})" : members)} (not {Or(list.Except.Select(m => Named(attribute, m, variable, leaf)))}))";
    }

    public string Condition(Condition condition) => condition switch
    {
        FlagCondition flag => flag.Flag,
        DefinedCondition defined => Condition(Law.Defines.First(d => d.Name == defined.Name).Condition ?? throw new InvalidOperationException(defined.Name)),
        IsCondition @is => Slot(@is.Attribute, @is.Set),
        CompareCondition c => $"({c.Operator} {c.Attribute} {c.Value})",
        IncludeCondition include => Include(include),
        NotCondition not => $"(not {Condition(not.Operand)})",
        AndCondition and => $"(and {Condition(and.Left)} {Condition(and.Right)})",
        OrCondition or => $"(or {Condition(or.Left)} {Condition(or.Right)})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    public static string OnDays(DateOnly? from, DateOnly? until) => $"(<= {from?.DayNumber ?? 0} date {until?.DayNumber ?? DateOnly.MaxValue.DayNumber})";

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

    private string Named(AttributeModel attribute, string name, string? variable, Leaf? leaf)
    {
        if (lexicon.Find(attribute.Taxonomy ?? "", name) is { } node)
        {
            ImmutableArray<Leaf> leaves = Leaves(attribute);
            return leaf is not null ? leaf.IsWithin(node) ? "true" : "false" : Or(leaves.Where(l => l.IsWithin(node)).Select(l => $"(= {variable} {leaves.IndexOf(l)})"));
        }

        if (Law.Blocs.FirstOrDefault(b => b.Name == name) is { } bloc)
        {
            return bloc.Same is { } same
                ? Contains(attribute, same, variable, leaf)
                : Or(bloc.Members.Select(m => $"(and {OnDays(m.Since, m.Until)} {(m.When is null ? "true" : Condition(m.When))} {Or(m.Names.Select(p => Named(attribute, p, variable, leaf)))})"));
        }

        return Contains(attribute, Law.Defines.First(d => d.Name == name).Set ?? new AnySet(), variable, leaf);
    }
}
