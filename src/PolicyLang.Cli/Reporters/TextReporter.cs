using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>
/// Findings for people. Few are told one by one; where there are many, conflicts are told in groups: the heaviest groups with their clauses
/// and a case, the others in a line each.
/// </summary>
/// <param name="ink">The colours.</param>
/// <param name="each">Whether every finding is told by itself, however many there are.</param>
internal sealed class TextReporter(AnsiStyle ink, bool each) : IReporter
{
    private const int GroupsInFull = 3;
    private const int MostInFull = 6;

    private readonly FindingText _finding = new(ink);
    private readonly GroupText _group = new(ink);

    public void Write(Report report, TextWriter output)
    {
        if (each || (report.Groups.Length <= GroupsInFull && report.Findings.Length <= MostInFull))
        {
            WriteAll(report.Findings, report, output);
        }
        else
        {
            WriteGrouped(report, output);
        }

        output.WriteLine(Summary(report));
        foreach (string note in Notes(report))
        {
            output.WriteLine(note);
        }
    }

    private void WriteAll(IEnumerable<Finding> findings, Report report, TextWriter output)
    {
        foreach (Finding finding in findings)
        {
            _finding.Write(each ? finding : WithHelpOfGroup(finding, report), report, output);
            output.WriteLine();
        }
    }

    // Mistakes come first, because they hide rules; hints last.
    private void WriteGrouped(Report report, TextWriter output)
    {
        ImmutableArray<Finding> others = [.. report.Findings.Where(f => f.Conflict is null)];
        ImmutableArray<Finding> mistakes = [.. others.Where(f => f.Diagnostic.Severity == DiagnosticSeverity.Error)];
        WriteAll(mistakes.Take(GroupsInFull), report, output);
        WriteLines(mistakes.Skip(GroupsInFull).Select(f => _finding.Line(f)), output);
        foreach (Conflicts.ConflictGroup group in report.Groups.Take(GroupsInFull))
        {
            if (group.Conflicts.Length == 1)
            {
                WriteAll(report.Findings.Where(f => ReferenceEquals(f.Conflict, group.First)), report, output);
            }
            else
            {
                _group.Write(group, report, output);
                output.WriteLine();
            }
        }

        WriteLines(report.Groups.Skip(GroupsInFull).Select(_group.Line), output);
        WriteLines(others.Except(mistakes).OrderByDescending(f => f.Diagnostic.Severity).Select(f => _finding.Line(f)), output);
    }

    // What to do is the same for all of a group, or like enough: it is said once.
    private static Finding WithHelpOfGroup(Finding finding, Report report)
    {
        if (finding.Conflict is not { } conflict
            || report.Groups.FirstOrDefault(g => g.Conflicts.Contains(conflict)) is not { Conflicts.Length: > 1 } group)
        {
            return finding;
        }

        bool first = ReferenceEquals(report.Findings.First(f => f.Conflict is { } c && group.Conflicts.Contains(c)).Conflict, conflict);
        return finding with { Diagnostic = finding.Diagnostic with { Help = first ? group.Help ?? finding.Diagnostic.Help : null } };
    }

    private static void WriteLines(IEnumerable<string> lines, TextWriter output)
    {
        bool any = false;
        foreach (string line in lines)
        {
            output.WriteLine(line);
            any = true;
        }

        if (any)
        {
            output.WriteLine();
        }
    }

    private IEnumerable<string> Notes(Report report)
    {
        if (!each && report.Conflicts.Length > report.Groups.Length && report.Findings.Length > MostInFull)
        {
            yield return $"{WireNames.Count(report.Conflicts.Length, "conflict")} in {WireNames.Count(report.Groups.Length, "group")}; "
                + "--each tells every one.";
        }

        if (report.Ended > 0)
        {
            yield return $"{WireNames.Count(report.Ended, "conflict")} ended before {report.AsOf}; 'policyc conflicts --all' lists "
                + $"{(report.Ended == 1 ? "it" : "them")}.";
        }
        else if (report.AsOf is null && report.HasLastDays)
        {
            yield return "Some conflicts have a last day; --as-of today leaves out what has ended.";
        }
    }

    private string Summary(Report report)
    {
        string[] counts =
        [
            .. Part(report, DiagnosticSeverity.Error, "error"),
            .. Part(report, DiagnosticSeverity.Warning, "warning"),
            .. report.Count(DiagnosticSeverity.Information) is > 0 and var notes ? [$"{notes} information"] : Array.Empty<string>(),
            .. Part(report, DiagnosticSeverity.Hint, "hint"),
        ];
        string found = counts.Length == 0 ? ink.Green("no findings") : string.Join(", ", counts);
        return $"{found} in {WireNames.Count(report.Files, "file")}, {WireNames.Count(report.Clauses, "clause")}";
    }

    private string[] Part(Report report, DiagnosticSeverity severity, string noun) =>
        report.Count(severity) is > 0 and var count ? [ink.Paint(severity, WireNames.Count(count, noun))] : [];
}
