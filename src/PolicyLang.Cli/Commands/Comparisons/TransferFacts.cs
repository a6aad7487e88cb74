using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Commands.Comparisons;

/// <summary>The options that say what is transferred, by whom, and what for.</summary>
internal sealed class TransferFacts
{
    /// <summary>Whoever transfers unless something else is said, as an argument.</summary>
    public static string UsualActors { get; } = string.Join(',', UsualTransfer.Actors);

    public Option<string> Data { get; } = new("--data")
    { Description = $"What is transferred; {UsualTransfer.Data} if nothing else is said.", HelpName = "KIND" };

    public Option<string> Purpose { get; } = new("--purpose") { Description = "What for.", HelpName = "PURPOSE" };

    public Option<string> Actor { get; } = new("--actor")
    { Description = $"The roles of whoever does it; {UsualActors} if nothing else is said.", HelpName = "ROLE,ROLE" };

    /// <summary>The facts of the case, without places.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="input">The facts among the words count before what is usual.</param>
    /// <param name="action">What is done.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="InputException">A fact is stated twice, or it is left open whose case it is.</exception>
    public ImmutableArray<RawFact> Read(ParseResult parsed, ComparisonInput input, string action, CalendarDay day)
    {
        var stated = new HashSet<string>(input.Facts.Select(f => f.Attribute), StringComparer.Ordinal);
        ImmutableArray<RawFact> facts =
        [
            .. Fact(BuiltInAttributes.Date, day.ToString()),
            .. Fact(BuiltInAttributes.Actor, parsed.GetValue(Actor), UsualActors),
            .. Fact(BuiltInAttributes.Action, null, action),
            .. Fact(BuiltInAttributes.Data, parsed.GetValue(Data), stated.Contains("target") ? null : UsualTransfer.Data),
            .. Fact(BuiltInAttributes.Purpose, parsed.GetValue(Purpose)),
            .. input.Facts,
        ];
        AskedCase asked = ComparisonInput.Answer(
            AskedCase.Read(input.Workspace.Model, facts, out ImmutableArray<Problem> problems), problems);
        return asked.Cases.Length == 1
            ? asked.Cases[0]
            : throw ComparisonInput.Refuse("Only one kind of data, and one purpose, can be asked about at a time.");

        IEnumerable<RawFact> Fact(string name, string? told, string? usual = null) =>
            (told ?? (stated.Contains(name) ? null : usual)) is { } value ? [CaseInput.ParseArgument($"{name}={value}")] : [];
    }
}
