using System.CommandLine;
using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Commands;

/// <summary>Options and arguments that several commands share.</summary>
internal static class GlobalOptions
{
    private const string NoColorName = "--no-color";

    public static Option<bool> NoColor() => new(NoColorName) { Description = "Plain output; so does the environment variable NO_COLOR.", Recursive = true };

    /// <summary>Whether the output may be coloured.</summary>
    public static bool Color(ParseResult parsed, CommandHost host) => host.Color && !parsed.GetValue<bool>(NoColorName);

    public static Argument<string[]> Paths() => new("paths")
    {
        Description = "Files, folders or globs (*.policy, *.policy.md), or - for standard input; without one, the project found from here upwards, else this folder.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [],
    };

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "The form of the output.", DefaultValueFactory = _ => formats[0], HelpName = string.Join('|', formats) };
        return option.AcceptOnlyFromAmong(formats);
    }

    public static Option<string> FailOn()
    {
        var option = new Option<string>("--fail-on")
        {
            Description = "The lightest finding that makes the exit code 1.",
            DefaultValueFactory = _ => "error",
            HelpName = "error|warning|information",
        };
        return option.AcceptOnlyFromAmong("error", "warning", "information");
    }

    public static DiagnosticSeverity Severity(string name) => name switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Information,
    };
}
