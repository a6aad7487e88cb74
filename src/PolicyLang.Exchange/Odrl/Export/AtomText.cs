using System.Globalization;
using PolicyLang.Exchange.Odrl.Formulas;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Exchange.Odrl.Export;

/// <summary>Atoms as ODRL constraints.</summary>
internal sealed class AtomText(OdrlNames names)
{
    /// <summary>A constraint on one line.</summary>
    /// <param name="atom">The atom.</param>
    /// <param name="isRefinement">Whether it tells parties, assets or acts apart: there one name is asked for with "isA".</param>
    public string Write(Formula atom, bool isRefinement) => atom switch
    {
        FlagAtom flag => Constraint(flag.Attribute.Name, "eq", Typed(flag.IsSet ? "true" : "false", "boolean")),
        NumberAtom number => Number(number),
        NodesAtom nodes => Nodes(nodes, isRefinement),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Constraint(string fact, string operation, string value) => Named(OdrlNames.Operand(fact), operation, value);

    private static string Named(string left, string operation, string value) =>
        $$"""{"leftOperand": {{Json.Quote(left)}}, "operator": "{{operation}}", "rightOperand": {{value}}}""";

    private static string Typed(string value, string type) => $$"""{"@value": {{Json.Quote(value)}}, "@type": "xsd:{{type}}"}""";

    private static string Number(NumberAtom atom)
    {
        if (atom.Fact == BuiltInAttributes.Date)
        {
            return Constraint(atom.Fact, Sign(atom.Relation), Typed(new CalendarDay((int)atom.Value).ToString(), "date"));
        }

        return ClockNames.Parse(atom.Fact) switch
        {
            { Kind: ClockKind.Hours } => Constraint(
                atom.Fact, Sign(atom.Relation), Typed(atom.Value % 24 == 0 ? $"P{atom.Value / 24}D" : $"PT{atom.Value}H", "duration")),
            { Kind: ClockKind.Months } => Halves(atom, n => Typed($"P{n}M", "duration")),
            { Kind: ClockKind.WorkingDays } => Halves(atom, n => Typed(Text(n), "integer")),
            _ => Constraint(atom.Fact, Sign(atom.Relation), Typed(Text(atom.Value), "integer")),
        };
    }

    // Such a clock is 2n on the n-th day, and odd after it.
    private static string Halves(NumberAtom atom, Func<long, string> value)
    {
        long whole = atom.Value / 2;
        return atom.Value % 2 == 0 ? Constraint(atom.Fact, Sign(atom.Relation), value(whole)) : atom.Relation switch
        {
            NumberRelation.AtLeast => Constraint(atom.Fact, "gt", value(whole)),
            NumberRelation.AtMost => Constraint(atom.Fact, "lt", value(whole + 1)),
            NumberRelation.Equal => Both("and", "gt", "lt"),
            NumberRelation.NotEqual => Both("or", "lteq", "gteq"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        string Both(string join, string lower, string upper) =>
            $"{{\"{join}\": {{\"@list\": [{Constraint(atom.Fact, lower, value(whole))}, "
                + $"{Constraint(atom.Fact, upper, value(whole + 1))}]}}}}";
    }

    private static string Sign(NumberRelation relation) => relation switch
    {
        NumberRelation.Equal => "eq",
        NumberRelation.NotEqual => "neq",
        NumberRelation.AtMost => "lteq",
        NumberRelation.AtLeast => "gteq",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Nodes(NodesAtom atom, bool isRefinement)
    {
        string[] values =
        [
            .. atom.Nodes.Select(n => Reference(names.Of(n))),
            .. atom.WithNone ? [Reference($"pl:{Profile.None}")] : Array.Empty<string>(),
        ];
        string fact = atom.Attribute.Name;
        string list = $"[{string.Join(", ", values)}]";
        if (atom.IsExact)
        {
            // Only in our profile "eq" means the very kind.
            string own = OdrlNames.Operand(fact) is var left && left.Contains(':', StringComparison.Ordinal) ? left : $"pl:{fact}";
            return Named(own, atom.IsDenied ? "neq" : "eq", values.Length == 1 ? values[0] : list);
        }

        bool isPlace = atom.Attribute.Taxonomy is { IsJurisdictions: true };
        return values.Length == 1 && !atom.IsDenied && !atom.WithNone && (isPlace || isRefinement)
            ? Constraint(fact, isPlace ? "isPartOf" : "isA", values[0])
            : Constraint(fact, atom.IsDenied ? "isNoneOf" : "isAnyOf", list);
    }

    private static string Reference(string iri) => $$"""{"@id": {{Json.Quote(iri)}}}""";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
