using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands;

/// <summary>Options and arguments that several commands share.</summary>
internal static class GlobalOptions
{
    public const string LawName = "--law";
    private const string NoColorName = "--no-color";

    public static Option<bool> NoColor() => new(NoColorName)
    { Description = "Plain output; so does the environment variable NO_COLOR.", Recursive = true };

    /// <summary>Whether the output may be coloured.</summary>
    public static bool Color(ParseResult parsed, CommandHost host) => host.Color && !parsed.GetValue<bool>(NoColorName);

    public static Argument<string[]> Paths() =>
        Words("paths",
            "Files, folders or globs (*.policy, *.policy.md), or - for standard input; without one, the project found from here upwards, "
            + "else this folder.");

    /// <summary>Any number of words, none of which may look like an option: a misspelled one must not pass for a path.</summary>
    public static Argument<string[]> Words(string name, string description)
    {
        var words = new Argument<string[]>(name)
        { Description = description, Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
        words.Validators.Add(result =>
        {
            foreach (string word in result.Tokens.Select(token => token.Value).Where(word => word.Length > 1 && word[0] == '-'))
            {
                result.AddError(UnknownOption(word, result));
            }
        });
        return words;
    }

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format")
        { Description = $"The form of the output; {formats[0]} if nothing else is said.", HelpName = string.Join('|', formats) };
        return option.AcceptOnlyFromAmong(formats);
    }

    public static Option<string> FailOn()
    {
        var option = new Option<string>("--fail-on")
        {
            Description = "The lightest finding that makes the exit code 1; error if nothing else is said.",
            HelpName = "error|warning|information",
        };
        return option.AcceptOnlyFromAmong("error", "warning", "information");
    }

    public static Option<string> AsOf() =>
        new("--as-of") { Description = "The day as of which conflicts are judged: what has ended by then is left out, and an "
            + "acknowledgement accepts nothing after its last day.", HelpName = "YYYY-MM-DD|today" };

    /// <summary>The library of law; alone, or before what is no folder, the word is given a value before arguments are parsed.</summary>
    public static Option<string> Law() => new(LawName)
    {
        Description = "The law library: --law alone is the built-in one, --law DIR one in a folder. Without a path, the library itself is "
            + "what the command works on; with paths, the one that they use.",
        HelpName = "DIR",
    };

    public static Option<string> On() => new("--on") { Description = "Only conflicts that hold on this day.", HelpName = "YYYY-MM-DD" };

    public static Option<bool> Each() => new("--each") { Description = "Tell every conflict by itself, not in groups." };

    private static string UnknownOption(string word, ArgumentResult result)
    {
        IEnumerable<string> known = result.Parent is CommandResult { Command: var command }
            ? command.Options.Select(option => option.Name).Append(NoColorName)
            : [];
        return NearestName.Find(word, known) is { } near
            ? $"There is no option '{word}'. Did you mean '{near}'?"
            : $"There is no option '{word}'; --help lists them.";
    }

    public static DiagnosticSeverity Severity(string name) => name switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Information,
    };
}
