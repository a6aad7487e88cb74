using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Text;

internal static class SetText
{
    public static string Of(SetExpression set) => set switch
    {
        AnySet => "any",
        OwnTerritory => "own territory",
        PartiesSet parties => parties.WithOwn ? "any party" : "another party",
        AnyOrganisation => "any organisation",
        ListSet list => (list.Outside ? "outside " : "") + PolicyText.Names(list.Members) + PolicyText.Part("except", list.Except),
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };

    /// <summary>A subject, verb or object, which does not begin with <c>outside</c>.</summary>
    public static string InPhrase(SetExpression set) => set is ListSet { Outside: true } list ? "any except " + PolicyText.Names(list.Members) : Of(set);

    public static string Of(Condition condition) => condition switch
    {
        FlagCondition flag => flag.Flag,
        DefinedCondition defined => defined.Name,
        IsCondition @is => $"{@is.Attribute} is {Of(@is.Set)}",
        CompareCondition c => $"{c.Attribute} {c.Operator} {(c.Attribute == "date" ? PolicyText.Day(DateOnly.FromDayNumber((int)c.Value)) : c.Value)}",
        IncludeCondition { Kind: Inclusion.None, Names.IsEmpty: true } i => $"{i.Attribute} include none",
        IncludeCondition i => $"{i.Attribute} include {i.Kind.ToString().ToLowerInvariant()} of {PolicyText.Names(i.Names)}",
        NotCondition not => $"not ({Of(not.Operand)})",
        AndCondition and => $"({Of(and.Left)} and {Of(and.Right)})",
        OrCondition or => $"({Of(or.Left)} or {Of(or.Right)})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };
}
