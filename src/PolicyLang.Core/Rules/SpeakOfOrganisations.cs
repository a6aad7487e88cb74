using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>Whether the conditions of a pattern speak of organisations.</summary>
internal static class SpeakOfOrganisations
{
    public static bool Any(BoundClause pattern) => pattern.Where.Concat(pattern.Conditions).Concat(pattern.With is { } with ? [with] : []).Any(c => Speaks(c, []));

    private static bool Speaks(BoundCondition condition, HashSet<DefineSymbol> seen) => condition switch
    {
        BoundAnd and => and.Operands.Any(o => Speaks(o, seen)),
        BoundOr or => or.Operands.Any(o => Speaks(o, seen)),
        BoundNot not => Speaks(not.Operand, seen),
        BoundDefined { Definition: { Condition: { } inner } define } => seen.Add(define) && Speaks(inner, seen),
        BoundIs @is => @is.Attribute.Name == BuiltInAttributes.Organisation,
        _ => false,
    };
}
