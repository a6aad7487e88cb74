namespace PolicyLang.Cli.Inputs;

/// <summary>What a project wants of the output of commands; an option on the command line prevails.</summary>
/// <param name="Format">The form of findings, or null.</param>
/// <param name="FailOn">The lightest finding that makes the exit code 1, or null.</param>
internal sealed record OutputSettings(string? Format, string? FailOn)
{
    public static readonly OutputSettings None = new(null, null);
}
