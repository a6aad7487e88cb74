namespace PolicyLang.Runtime;

/// <summary>The rank of an instrument, highest first.</summary>
#if NET
[JsonConverter(typeof(Json.CamelCaseConverter<FrameworkRank>))]
#endif
public enum FrameworkRank
{
    /// <summary>A constitution.</summary>
    Constitution,

    /// <summary>A treaty.</summary>
    Treaty,

    /// <summary>A statute.</summary>
    Statute,

    /// <summary>A regulation.</summary>
    Regulation,

    /// <summary>A decision.</summary>
    Decision,

    /// <summary>A guideline: soft law.</summary>
    Guideline,

    /// <summary>An organisation's own rule.</summary>
    Policy,
}

/// <summary>A framework: a law, a treaty, a guideline, an organisation's policy.</summary>
public sealed record FrameworkModel
{
    /// <summary>Its name in the policy files.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its title; null where it has none.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>How it is cited; null where the files do not say.</summary>
    [JsonPropertyName("citation")]
    public string? Citation { get; init; }

    /// <summary>Its official source; null where the files name none.</summary>
    [JsonPropertyName("source")]
    public string? Source { get; init; }

    /// <summary>The legal order that it belongs to.</summary>
    [JsonPropertyName("authority")]
    public required string Authority { get; init; }

    /// <summary>Its rank.</summary>
    [JsonPropertyName("rank")]
    public required FrameworkRank Rank { get; init; }

    /// <summary>The days on which it is in force; empty for a draft.</summary>
    [JsonPropertyName("inForce")]
    public IReadOnlyList<DayPeriod> InForce { get; init => field = ValueList.Of(value); } = ValueList<DayPeriod>.Empty;

    /// <summary>Where it stands in the policy files.</summary>
    [JsonPropertyName("position")]
    public required SourcePosition Position { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>A stretch of days, first and last day included.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null where there is no end.</param>
public readonly record struct DayPeriod(
    [property: JsonPropertyName("from")] Day From,
    [property: JsonPropertyName("until")] Day? Until);

/// <summary>A place in a policy file.</summary>
/// <param name="File">The file, as the compiler was told.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public readonly record struct SourcePosition(
    [property: JsonPropertyName("file")] string File,
    [property: JsonPropertyName("line")] int Line,
    [property: JsonPropertyName("column")] int Column)
{
    /// <summary><c>file(line,column)</c>.</summary>
    public override string ToString() => $"{File}({Line},{Column})";
}
