namespace PolicyLang.Projects;

/// <summary>What a project wants of the output of commands; an option on the command line prevails.</summary>
/// <param name="Format">The form of findings, or null.</param>
/// <param name="FailOn">The lightest finding that makes the exit code 1, or null.</param>
/// <param name="Namespace">The namespace of generated models, or null.</param>
/// <param name="Directory">The folder of generated models, relative to that of the project, or null.</param>
/// <param name="IsInternal">Whether generated models are seen inside their own assembly only.</param>
internal sealed record ProjectOutput(string? Format = null, string? FailOn = null, string? Namespace = null, string? Directory = null,
    bool IsInternal = false)
{
    /// <summary>Nothing in particular.</summary>
    public static readonly ProjectOutput None = new();

    /// <summary>The forms of findings that there are.</summary>
    public static ImmutableArray<string> Formats { get; } = ["text", "json", "sarif", "github", "msbuild", "junit"];

    /// <summary>How visible generated models can be.</summary>
    public static ImmutableArray<string> Visibilities { get; } = ["public", "internal"];

    /// <summary>The severities on which a command can be said to fail.</summary>
    public static ImmutableArray<string> FailingSeverities { get; } = ["error", "warning", "information"];
}
