using System.Text;
using System.Text.Json;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary>Decides the cases on standard input, one JSON object a line, and answers each with one line.</summary>
internal static class DecideLines
{
    /// <summary>Runs to the end of the input.</summary>
    /// <returns><see cref="ExitCodes.Usage"/> where a line was no case; the others are answered all the same.</returns>
    public static int Run(Workspace workspace, ImmutableArray<Symbol> under, CommandHost host)
    {
        if (host.InputIsTerminal)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.BadFact,
                "There is no case to decide.",
                "State facts (date=2024-03-01 action=transfer …), name a file with --case, or send JSON Lines to standard input."));
        }

        int code = ExitCodes.Clean;
        using var reader = new StreamReader(host.Input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var lines = new LineReader(reader);
        int number = 0;
        while (lines.Read(out bool tooLong) is { } line)
        {
            number++;
            if (tooLong)
            {
                Say(json => DecisionJson.WriteError(
                    json, $"line {number} is longer than {LineReader.MaximumLength} characters, which is the limit"), host);
                code = ExitCodes.Usage;
            }
            else if (line.Trim().Length > 0 && !Answer(workspace, under, line, number, host))
            {
                code = ExitCodes.Usage;
            }
        }

        return code;
    }

    private static bool Answer(Workspace workspace, ImmutableArray<Symbol> under, string line, int number, CommandHost host)
    {
        string? error = null;
        ImmutableArray<DecidedCase> cases = [];
        MissingCase? outside = null;
        try
        {
            cases = DecidedCase.Decide(workspace, CaseInput.Parse(line, $"line {number}"), under, out ImmutableArray<Problem> problems);
            outside = problems.Select(p => p.Outside).FirstOrDefault(o => o is not null);
            error = cases.IsEmpty ? string.Join(" ", problems.Select(p => p.Limit is { } limit ? $"{limit.Code}: {p}" : p.Message)) : null;
        }
        catch (InputException exception)
        {
            error = string.Join(" ", exception.Problems.Select(problem => problem.Message));
        }
#pragma warning disable CA1031 // A line that brings a bug to light takes no other line's answer away.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ProblemReporter.ReportBug(exception, host.Error);
            error = $"internal error: {exception.Message}";
        }

        Say(json =>
        {
            if (!cases.IsEmpty)
            {
                DecisionJson.Write(json, cases, [.. cases.Select(_ => (ImmutableArray<ExplainedClause>?)null)]);
            }
            else if (outside is not null)
            {
                DecisionJson.WriteOutside(json, outside);
            }
            else
            {
                DecisionJson.WriteError(json, error ?? "no answer");
            }
        }, host);
        return !cases.IsEmpty;
    }

    // Whoever sends cases one by one waits for each answer.
    private static void Say(Action<Utf8JsonWriter> write, CommandHost host)
    {
        host.Output.WriteLine(JsonText.Write(write, indented: false));
        host.Output.Flush();
    }
}
