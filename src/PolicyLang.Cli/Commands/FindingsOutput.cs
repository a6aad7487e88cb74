using System.CommandLine;
using PolicyLang.Cli.Inputs;
using PolicyLang.Cli.Reporters;
using PolicyLang.Diagnostics;
using PolicyLang.Projects;

namespace PolicyLang.Cli.Commands;

/// <summary>
/// Writes the findings of a command in the form that is asked for. What could not be read is a finding in every form that a program reads,
/// so that a report is whole whatever happens; people are told on standard error.
/// </summary>
internal sealed class FindingsOutput(
    Option<string> format, Option<string> failOn, Option<bool> each, Option<bool> all, IReporter json, CommandHost host)
{
    private const string Text = "text";

    /// <summary>Runs a command that finds something, and writes it.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="find">Reads the files and reports what is found in them.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">Nothing can be read, and people are to be told.</exception>
    public int Write(ParseResult parsed, Func<(LoadedWorkspace Loaded, Report Report)> find)
    {
        try
        {
            (LoadedWorkspace loaded, Report report) = find();
            report = report with
            {
                SwitchedOff = report.All ? [] : Report.KindsSwitchedOff(loaded.Workspace),
            };
            return Write(
                parsed, report, loaded.Problems, loaded.Output,
                new SarifArtifacts(host, SourceRoot.Of(loaded.Paths, loaded.ProjectFolder, host), loaded.LibraryFiles));
        }
        catch (InputException exception) when ((parsed.GetValue(format) ?? Text) != Text && exception.ExitCode == ExitCodes.Usage)
        {
            return Write(parsed, new Report(0, 0, [], []), exception.Problems, ProjectOutput.None,
                new SarifArtifacts(host, SourceRoot.Of([], null, host), ImmutableDictionary<string, string?>.Empty));
        }
    }

    private int Write(
        ParseResult parsed, Report report, ImmutableArray<InputProblem> problems, ProjectOutput wanted, SarifArtifacts artifacts)
    {
        string form = parsed.GetValue(format) ?? wanted.Format ?? Text;
        var ink = new AnsiStyle(GlobalOptions.Color(parsed, host));
        if (form == Text)
        {
            ProblemReporter.Report(problems, host.Error);
        }
        else
        {
            report = report with
            {
                Findings = [.. problems.Select(p => new Finding(p.ToFinding(ProjectFile.FileName), null)), .. report.Findings],
            };
        }

        report = report with { Unread = problems.Length };
        ReporterTable.Find(form, ink, parsed.GetValue(each), parsed.GetValue(all), json, artifacts)
            .Write(report, host.Output);
        return ExitCode(report, GlobalOptions.Severity(parsed.GetValue(failOn) ?? wanted.FailOn ?? "error"));
    }

    // Whether something could not be read, or is at or above a severity.
    private static int ExitCode(Report report, DiagnosticSeverity failOn) =>
        report.Unread > 0 ? ExitCodes.Usage
            : report.IsIncomplete || report.Findings.Any(finding => finding.Diagnostic.Severity >= failOn) ? ExitCodes.Findings
            : ExitCodes.Clean;
}
