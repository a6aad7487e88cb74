using System.Globalization;
using PolicyLang.Exchange.Rdf;

namespace PolicyLang.Exchange.Odrl.Import;

/// <summary>A left operand in PolicyLang.</summary>
/// <param name="Attribute">The attribute or clock.</param>
/// <param name="Range">Its type, as a declaration has it.</param>
/// <param name="Scale">By what numbers are multiplied, so that none has decimals.</param>
internal sealed record Operand(string Attribute, string Range, long Scale)
{
    public IReadOnlyList<string>? IsSet { get; init; }

    public bool ListsForbidden { get; init; }
}

/// <summary>What left operands are: by the mappings, else by all values that the document compares them with.</summary>
internal sealed class Operands
{
    private readonly Dictionary<(string Left, string? Unit), Operand> _known = [];
    private readonly ILookup<(string Left, string? Unit), Comparison> _comparisons;
    private readonly IReadOnlyList<OdrlMapping> _mappings;
    private readonly Declarations _declared;

    public Operands(IEnumerable<Comparison> comparisons, IReadOnlyList<OdrlMapping> mappings, Declarations declared)
    {
        (_mappings, _declared) = (mappings, declared);
        _comparisons = comparisons.ToLookup(c => (c.Left, c.Unit));
    }

    /// <summary>The operand of a comparison.</summary>
    public Operand Of(Comparison comparison)
    {
        if (!_known.TryGetValue((comparison.Left, comparison.Unit), out Operand? operand))
        {
            _known[(comparison.Left, comparison.Unit)] = operand = Find(comparison);
        }

        return operand;
    }

    /// <summary>What a value is called in the mappings; null where they do not know it.</summary>
    public MappedName? Value(RdfTerm value)
    {
        string key = value switch { Iri iri => iri.Value, Literal text => text.Value, _ => string.Empty };
        return _mappings.Select(m => m.Values.FirstOrDefault(v => m.Full(v.Key) == key).Value).FirstOrDefault(v => v is not null);
    }

    private Operand Find(Comparison comparison)
    {
        if (comparison.Left.StartsWith(Profile.Namespace, StringComparison.Ordinal))
        {
            string own = comparison.Left[Profile.Namespace.Length..];
            own = own == Profile.Role ? Semantics.BuiltInAttributes.Actor : own;
            string range = _declared.RangeOf(own) ?? (IsClock(own) ? "clock" : Infer(comparison, own));
            Declare(own, range, false, null);
            return new Operand(own, range, 1);
        }

        MappedOperand? mapped =
            _mappings.Select(m => m.Operands.FirstOrDefault(o => m.Full(o.Key) == comparison.Left).Value).FirstOrDefault(o =>
                o is not null);
        string name = mapped?.Attribute ?? Declarations.Sanitize(comparison.Left);
        string type = mapped?.Type ?? _declared.RangeOf(name) ?? Infer(comparison, name);
        long scale = type == "count" ? Scale(comparison) : 1;
        name += comparison.Unit is { } unit && type == "count" ? $"_{Declarations.Sanitize(unit)}" : string.Empty;
        name += scale > 1 ? $"_x{scale}" : string.Empty;
        Declare(name, type, mapped?.Chosen ?? false, mapped?.Title ?? (mapped is null ? comparison.Left : null));
        return new Operand(name, type, scale) { IsSet = mapped?.IsSet, ListsForbidden = mapped?.ListsForbidden ?? false };
    }

    private static bool IsClock(string name) =>
        Semantics.ClockNames.Parse(name) is not null && name != Semantics.BuiltInAttributes.Elapsed;

    private void Declare(string name, string range, bool chosen, string? title)
    {
        if (range == "clock")
        {
            string? started = Semantics.ClockNames.Parse(name)?.Event;
            if (started is not null)
            {
                _declared.DeclareAttribute(started, "flag");
            }
        }
        else
        {
            _declared.DeclareAttribute(name, range, chosen, title);
        }
    }

    private string Infer(Comparison comparison, string name)
    {
        Comparison[] all = [.. _comparisons[(comparison.Left, comparison.Unit)]];
        RdfTerm[] values = [.. all.SelectMany(c => c.Right)];
        return values.Length > 0 && values.All(v => v is Literal { Value: "true" or "false" }) ? "flag"
            : values.Length > 0 && values.All(v => v is Literal l && (IsNumber(l.Value) || Durations.Hours(l.Value) is not null)) ? "count"
            : all.Any(c => c.Operator is "isAllOf" or "hasPart") ? $"set of {name}_value"
            : $"{name}_value";
    }

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private long Scale(Comparison comparison)
    {
        int places = _comparisons[(comparison.Left, comparison.Unit)].SelectMany(c => c.Right).OfType<Literal>()
            .Select(l => decimal.TryParse(l.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal d)
                ? (d / 1.000000000000000000000000000000m).Scale
                : 0).DefaultIfEmpty(0).Max();
        return (long)Math.Pow(10, Math.Min(places, 9));
    }
}
