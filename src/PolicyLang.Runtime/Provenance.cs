namespace PolicyLang.Runtime;

/// <summary>What an answer was made from: enough to make the same models again.</summary>
/// <param name="Fingerprint">SHA-256 of every policy text, the vocabulary and the settings, in small hexadecimal digits.</param>
/// <param name="Compiler">The version of the compiler that made the models.</param>
/// <param name="AsOf">The day as of which acknowledgements were judged; null where none was stated.</param>
public sealed record Provenance(
    [property: JsonPropertyName("fingerprint")] string Fingerprint,
    [property: JsonPropertyName("compiler")] string Compiler,
    [property: JsonPropertyName("asOf")] Day? AsOf);

/// <summary>A policy file that models were made from.</summary>
/// <param name="File">Its name, as the compiler was told.</param>
/// <param name="Sha256">SHA-256 of its text in UTF-8, lines ended by LF, in small hexadecimal digits.</param>
public sealed record SourceModel(
    [property: JsonPropertyName("file")] string File,
    [property: JsonPropertyName("sha256")] string Sha256);

/// <summary>What a rulebook is: what it was made from, and what it holds.</summary>
/// <param name="Provenance">What it was made from.</param>
/// <param name="Sources">The policy files, sorted by name; those of the law library too.</param>
/// <param name="Frameworks">Every framework.</param>
/// <param name="Conflicts">The conflicts that precedence does not resolve, accepted ones with the reason.</param>
public sealed record RulebookManifest(
    [property: JsonPropertyName("provenance")] Provenance Provenance,
    IReadOnlyList<SourceModel> Sources,
    IReadOnlyList<FrameworkModel> Frameworks,
    IReadOnlyList<ConflictModel> Conflicts)
{
    /// <summary>The policy files, sorted by name; those of the law library too.</summary>
    [JsonPropertyName("sources")]
    public IReadOnlyList<SourceModel> Sources { get; init => field = ValueList.Of(value); } = ValueList.Of(Sources);

    /// <summary>Every framework.</summary>
    [JsonPropertyName("frameworks")]
    public IReadOnlyList<FrameworkModel> Frameworks { get; init => field = ValueList.Of(value); } = ValueList.Of(Frameworks);

    /// <summary>The conflicts that precedence does not resolve, accepted ones with the reason.</summary>
    [JsonPropertyName("conflicts")]
    public IReadOnlyList<ConflictModel> Conflicts { get; init => field = ValueList.Of(value); } = ValueList.Of(Conflicts);
}
