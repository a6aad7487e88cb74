using System.Globalization;
using PolicyLang.Exchange.Rdf;
using PolicyLang.Text;

namespace PolicyLang.Exchange.Odrl.Import;

/// <summary>Constraints as conditions of the language. What cannot be said is a flag of its own, so that nothing becomes wider.</summary>
internal sealed class ConditionText(Operands operands, Declarations declared, List<OdrlLoss> losses)
{
    private int _unsaid;

    /// <summary>Several constraints that hold together; null where there are none.</summary>
    public string? All(IEnumerable<OdrlConstraint> constraints, Func<Comparison, bool>? except = null)
    {
        IEnumerable<OdrlConstraint> each = constraints.SelectMany(c => c is LogicalConstraint { Join: "and" } and ? and.Parts : [c]);
        string[] parts = [.. each.Where(c => c is not Comparison own || except?.Invoke(own) != true).Select(c => Bracketed(c, " or "))];
        return parts.Length == 0 ? null : string.Join(" and ", parts);
    }

    /// <summary>A constraint.</summary>
    public string Write(OdrlConstraint constraint) => constraint switch
    {
        LogicalConstraint { Parts: [var only] } => Write(only),
        LogicalConstraint { Parts.IsEmpty: true } empty => Flag(empty.Place, "A constraint without parts says nothing."),
        LogicalConstraint { Join: "or" } or => string.Join(" or ", or.Parts.Select(p => Bracketed(p, " and "))),
        LogicalConstraint { Join: "xone" } one => string.Join(" or ", one.Parts.Select((_, i) => One(one.Parts, i))),
        LogicalConstraint { Join: "andSequence" } row => Sequence(row),
        LogicalConstraint and => string.Join(" and ", and.Parts.Select(p => Bracketed(p, " or "))),
        Comparison comparison => Compare(comparison),
        _ => Flag(constraint.Place, null),
    };

    private string Sequence(LogicalConstraint row)
    {
        losses.Add(new OdrlLoss("andSequence", "andSequence", "That the constraints hold one after the other is left out; all hold.", false)
        { Place = row.Place });
        return string.Join(" and ", row.Parts.Select(p => Bracketed(p, " or ")));
    }

    // Exactly one: it, and none of the others.
    private string One(ImmutableArray<OdrlConstraint> parts, int one) =>
        $"({string.Join(" and ", parts.Select((p, i) => i == one ? Bracketed(p, " or ") : $"not ({Write(p)})"))})";

    private string Bracketed(OdrlConstraint constraint, string other)
    {
        string text = Write(constraint);
        return text.Contains(other, StringComparison.Ordinal) || text.Contains(" or ", StringComparison.Ordinal) ? $"({text})" : text;
    }

    private string Compare(Comparison comparison)
    {
        if (comparison.Right.IsEmpty)
        {
            return Flag(comparison.Place, "The constraint has no right operand.");
        }

        Operand operand = operands.Of(comparison);
        return operand.Range switch
        {
            "flag" => FlagOf(comparison, operand),
            "count" => Number(comparison, operand, v => Count(v, operand.Scale)),
            "clock" => Number(comparison, operand, Clock(operand.Attribute)),
            "date" => Date(comparison, operand),
            var set when set.StartsWith("set of ", StringComparison.Ordinal) => Elements(comparison, operand, set["set of ".Length..]),
            _ => Nodes(comparison, operand),
        };
    }

    private string FlagOf(Comparison comparison, Operand operand)
    {
        bool? set = comparison.Right is [Literal { Value: var value }]
            ? operand.IsSet is { } values ? values.Contains(value) : value == "true" ? true : value == "false" ? false : null
            : null;
        bool isDenied = comparison.Operator is "neq" or "neg" or "isNoneOf";
        return set is not { } holds || !(isDenied || comparison.Operator is "eq" or "EQ" or "equals" or "isA" or "isAnyOf")
            ? Flag(comparison.Place, $"'{operand.Attribute}' is true or false, and is compared with something else.")
            : holds == isDenied ? $"not {operand.Attribute}" : operand.Attribute;
    }

    private string Number(Comparison comparison, Operand operand, Func<string, string?> read)
    {
        string?[] values = [.. comparison.Right.Select(v => v is Literal text ? read(text.Value) : null)];
        return Sign(comparison.Operator) is not { } sign || values.Any(v => v is null) || (values.Length > 1 && sign is not ("=" or "!="))
            ? Flag(comparison.Place, $"'{operand.Attribute}' is compared in a way that numbers cannot be: {Shown(comparison)}.")
            : sign == "!=" ? string.Join(" and ", values.Select(v => $"not ({operand.Attribute} = {v})"))
            : string.Join(" or ", values.Select(v => $"{operand.Attribute} {sign} {v}"));
    }

    private static string? Sign(string operation) => operation switch
    {
        "eq" or "EQ" or "equals" or "isAnyOf" or "anyOf" or "isA" => "=",
        "neq" or "neg" or "isNoneOf" => "!=",
        "lt" or "LT" => "<",
        "lteq" or "LTEQ" => "<=",
        "gt" or "GT" => ">",
        "gteq" or "GTEQ" => ">=",
        _ => null,
    };

    private static string? Count(string text, long scale) =>
        Durations.Hours(text) is { } hours ? hours.ToString(CultureInfo.InvariantCulture)
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && number >= 0
            && number <= long.MaxValue / scale && number * scale == Math.Floor(number * scale)
            ? ((long)(number * scale)).ToString(CultureInfo.InvariantCulture)
            : null;

    private static Func<string, string?> Clock(string clock) => text =>
        (Semantics.ClockNames.Parse(clock)?.Kind switch
        {
            Semantics.ClockKind.Months => Durations.Months(text),
            Semantics.ClockKind.Hours => Durations.Hours(text),
            Semantics.ClockKind.WorkingDays or null =>
                long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long days) ? days : null,
            _ => throw new System.Diagnostics.UnreachableException(),
        })?.ToString(CultureInfo.InvariantCulture);

    private string Date(Comparison comparison, Operand operand)
    {
        if (Sign(comparison.Operator) is not { } sign || comparison.Right is not [Literal { Value: var text }] || text.Length < 10
            || !CalendarDay.TryParse(text[..10], out CalendarDay day))
        {
            return Flag(comparison.Place, $"The day is compared in a way that days cannot be: {Shown(comparison)}.");
        }

        string time = text[10..].TrimEnd('Z');
        bool isStart = time.Length == 0 || time.TrimStart('T').Split('+', '-')[0].All(c => c is '0' or ':' or '.');
        bool isEnd = time.StartsWith("T23:59", StringComparison.Ordinal);
        if (time.Length > 0 && !(isStart && sign is "<" or ">=") && !(isEnd && sign is "<=" or ">"))
        {
            losses.Add(new OdrlLoss("time-of-day", operand.Attribute, $"There are no times of day: '{text}' is the whole day here.", true)
            { Place = comparison.Place });
        }

        return sign == "!=" ? $"not ({operand.Attribute} = {day})" : $"{operand.Attribute} {sign} {day}";
    }

    private string Nodes(Comparison comparison, Operand operand)
    {
        bool isDenied = comparison.Operator is "neq" or "neg" or "isNoneOf" or "noneOf";
        bool isNamed = comparison.Operator is "eq" or "EQ" or "equals" or "isA" or "isPartOf" or "isAnyOf" or "anyOf" or "in" or "IN"
            or "hasPart" || (comparison.Operator is "isAllOf" && comparison.Right.Length == 1);
        if (!isDenied && !isNamed)
        {
            return Flag(comparison.Place, $"'{operand.Attribute}' is one of some values; '{comparison.Operator}' cannot be said of it.");
        }

        string[] names = [.. comparison.Right.Where(v => !IsNone(v)).Select(v => Node(operand.Range, v))];
        var parts = new List<string>();
        if (names.Length > 0)
        {
            // In our profile "eq" means the very kind, without those below it.
            string[] below = IsExact(comparison) ? [.. names.SelectMany(n => declared.Children(operand.Range, n)).Distinct()] : [];
            string named = $"{operand.Attribute} is {string.Join(", ", names)}";
            parts.Add(below.Length == 0 ? named : $"({named} and not ({operand.Attribute} is {string.Join(", ", below)}))");
        }

        if (names.Length < comparison.Right.Length)
        {
            parts.Add($"not ({operand.Attribute} is {string.Join(", ", declared.Roots(operand.Range))})");
        }

        string all = string.Join(" or ", parts);
        return isDenied ? $"not ({all})" : all;
    }

    private string Elements(Comparison comparison, Operand operand, string taxonomy)
    {
        string[] names = [.. comparison.Right.Where(v => !IsNone(v)).Select(v => Node(taxonomy, v))];
        string list = string.Join(", ", names);
        bool isDenied = comparison.Operator is "neq" or "neg" or "isNoneOf" or "noneOf";
        if (IsExact(comparison) && names.Any(n => declared.Children(taxonomy, n).Any()))
        {
            return Flag(comparison.Place, $"An element of '{operand.Attribute}' without those below it cannot be said.");
        }

        bool withNone = names.Length < comparison.Right.Length;
        if (names.Length == 0)
        {
            return isDenied ? $"not ({operand.Attribute} include none)" : $"{operand.Attribute} include none";
        }

        string? some = comparison.Operator switch
        {
            "isAllOf" or "hasPart" => $"{operand.Attribute} include all of {list}",
            "eq" or "EQ" or "equals" or "isA" or "isPartOf" or "isAnyOf" or "anyOf" => $"{operand.Attribute} include any of {list}",
            _ when isDenied => $"{operand.Attribute} include none of {list}",
            _ => null,
        };
        return some is null ? Flag(comparison.Place, $"'{comparison.Operator}' cannot be said of '{operand.Attribute}'.")
            : !withNone ? some
            : isDenied ? $"({some} and not ({operand.Attribute} include none))" : $"({some} or {operand.Attribute} include none)";
    }

    private string Node(string taxonomy, RdfTerm value) => declared.Node(taxonomy, value, operands.Value(value));

    private static bool IsNone(RdfTerm value) => value is Iri { Value: Profile.Namespace + Profile.None };

    private static bool IsExact(Comparison comparison) => comparison.Operator is "eq" or "neq"
        && comparison.Left.StartsWith(Profile.Namespace, StringComparison.Ordinal);

    private static string Shown(Comparison comparison) =>
        $"{comparison.Operator} "
            + $"{string.Join(", ", comparison.Right.Select(v => v is Literal text ? text.Value : v is Iri iri ? iri.Value : "?"))}";

    // A fact that nobody can tell but whoever reads the policy.
    private string Flag(string place, string? message)
    {
        string flag = $"unsaid_{++_unsaid}";
        declared.DeclareAttribute(flag, "flag", title: $"What stands at {place.Split(' ')[0]} of the policy holds");
        if (message is not null)
        {
            losses.Add(new OdrlLoss("constraint", flag, $"{message} It is the flag '{flag}' here.", true) { Place = place });
        }

        return flag;
    }
}
