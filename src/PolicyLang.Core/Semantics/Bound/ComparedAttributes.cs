namespace PolicyLang.Semantics;

/// <summary>Which attributes the conditions of a clause or pattern ask about.</summary>
internal static class ComparedAttributes
{
    /// <summary>Whether some condition asks in which set an attribute is, definitions included.</summary>
    /// <param name="pattern">The clause or pattern.</param>
    /// <param name="attribute">The name of the attribute.</param>
    public static bool Has(BoundClause pattern, string attribute) =>
        pattern.AllConditions.Any(c => Asks(c, attribute, []));

    private static bool Asks(BoundCondition condition, string attribute, HashSet<DefineSymbol> seen) => condition switch
    {
        BoundAnd and => and.Operands.Any(o => Asks(o, attribute, seen)),
        BoundOr or => or.Operands.Any(o => Asks(o, attribute, seen)),
        BoundNot not => Asks(not.Operand, attribute, seen),
        BoundDefined { Definition: { Condition: { } inner } define } => seen.Add(define) && Asks(inner, attribute, seen),
        BoundIs @is => @is.Attribute.Name == attribute,
        _ => false,
    };
}
