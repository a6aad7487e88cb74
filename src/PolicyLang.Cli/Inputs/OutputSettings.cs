namespace PolicyLang.Cli.Inputs;

/// <summary>What a project wants of the output of commands; an option on the command line prevails.</summary>
/// <param name="Format">The form of findings, or null.</param>
/// <param name="FailOn">The lightest finding that makes the exit code 1, or null.</param>
/// <param name="Namespace">The namespace of generated models, or null.</param>
/// <param name="Directory">The folder of generated models, relative to that of the project, or null.</param>
internal sealed record OutputSettings(string? Format, string? FailOn, string? Namespace = null, string? Directory = null)
{
    public static readonly OutputSettings None = new(null, null);
}
