using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>
/// Findings for people. Few are told one by one; where there are many, conflicts are told in groups: the heaviest groups with their clauses
/// and a case, the others in a line each.
/// </summary>
/// <param name="ink">The colours.</param>
/// <param name="each">Whether every finding is told by itself, and not in groups.</param>
/// <param name="more">How to have all told where there are more than anybody reads; null to tell all.</param>
internal sealed class TextReporter(AnsiStyle ink, bool each, string? more = null) : IReporter
{
    private const int MostTold = 200;
    private const int GroupsInFull = 3;
    private const int MostInFull = 6;
    private const int MostFixed = 20;

    private readonly FindingText _finding = new(ink);
    private readonly GroupText _group = new(ink);
    private int _left = more is null ? int.MaxValue : MostTold;
    private int _untold;

    public void Write(Report report, TextWriter writer)
    {
        var output = new TerminalWriter(writer);
        Report shown = more is null ? report : report with { Findings = OncePerLimit(report.Findings) };
        if (each || (shown.Groups.Length <= GroupsInFull && shown.Findings.Length <= MostInFull))
        {
            WriteAll(Told(shown.Findings), shown, output);
        }
        else
        {
            WriteGrouped(shown, output);
        }

        if (_untold > 0)
        {
            output.Line($"and {_untold} more ({more})");
            output.Line();
        }

        output.Line(Summary(report));
        foreach (string note in Notes(report).Concat(SwitchedOff(report)))
        {
            output.Line(note);
        }
    }

    // A limit reached often is reported once, at the first clause, with a count.
    private ImmutableArray<Finding> OncePerLimit(ImmutableArray<Finding> findings)
    {
        Dictionary<string, int> counts = findings.Where(IsLimit).GroupBy(f => f.Diagnostic.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. findings.Where(f => !IsLimit(f) || shown.Add(f.Diagnostic.Code))
                .Select(f => IsLimit(f) && counts[f.Diagnostic.Code] is > 1 and var count ? WithCount(f, count - 1) : f),
        ];
    }

    private static bool IsLimit(Finding finding) => finding.Diagnostic.Descriptor.Category == DiagnosticCategory.Limit;

    private Finding WithCount(Finding first, int others) => first with
    {
        Diagnostic = first.Diagnostic with
        {
            Message = $"{first.Diagnostic.Message} The same is true of {WireNames.Count(others, "other place")} ({more}).",
        },
    };

    private void WriteAll(IEnumerable<Finding> findings, Report report, TerminalWriter output)
    {
        foreach (Finding finding in findings)
        {
            _finding.Write(each ? finding : WithHelpOfGroup(finding, report), report, output);
            output.Line();
        }
    }

    // What there is room for; the rest is counted.
    private ImmutableArray<T> Told<T>(ImmutableArray<T> all)
    {
        int told = Math.Min(all.Length, _left);
        _left -= told;
        _untold += all.Length - told;
        return all[..told];
    }

    // Mistakes come first, because they hide rules; hints last.
    private void WriteGrouped(Report report, TerminalWriter output)
    {
        ImmutableArray<Finding> others = [.. report.Findings.Where(f => f.Conflict is null)];
        ImmutableArray<Finding> mistakes = [.. others.Where(f => f.Diagnostic.Severity == DiagnosticSeverity.Error)];
        WriteAll(Told([.. mistakes.Take(GroupsInFull)]), report, output);
        WriteLines(Told([.. mistakes.Skip(GroupsInFull)]).Select(f => _finding.Line(f)), output);
        foreach (Conflicts.ConflictGroup group in Told([.. report.Groups.Take(GroupsInFull)]))
        {
            if (group.Conflicts.Length == 1)
            {
                WriteAll(report.Findings.Where(f => ReferenceEquals(f.Conflict, group.First)), report, output);
            }
            else
            {
                _group.Write(group, report, output);
                output.Line();
            }
        }

        WriteLines(Told([.. report.Groups.Skip(GroupsInFull)]).Select(_group.Line), output);
        WriteLines(Told([.. others.Except(mistakes).OrderByDescending(f => f.Diagnostic.Severity)]).Select(_finding.Line), output);
    }

    // The help of all conflicts in a group is alike, so print it once.
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

    private static void WriteLines(IEnumerable<SafeText> lines, TerminalWriter output)
    {
        bool any = false;
        foreach (SafeText line in lines)
        {
            output.Line(line);
            any = true;
        }

        if (any)
        {
            output.Line();
        }
    }

    // What was done is told, however much else there is.
    private IEnumerable<string> Compared(BaselineComparison baseline)
    {
        ImmutableArray<string> told = more is null || baseline.Fixed.Length <= MostFixed ? baseline.Fixed : baseline.Fixed[..MostFixed];
        foreach (string gone in told)
        {
            yield return $"fixed: {gone}";
        }

        if (told.Length < baseline.Fixed.Length)
        {
            yield return $"and {baseline.Fixed.Length - told.Length} more fixed ({more})";
        }

        if (baseline.Known > 0)
        {
            yield return $"{WireNames.Count(baseline.Known, "finding")} of the baseline {(baseline.Known == 1 ? "is" : "are")} left out.";
        }
    }

    private IEnumerable<string> Notes(Report report)
    {
        foreach (string line in report.Baseline is { } baseline ? Compared(baseline) : [])
        {
            yield return line;
        }

        if (report.Law is { } law)
        {
            yield return $"Used of law library {law.Catalog?.Version}: {string.Join(", ", law.NamesOfLibrary)}.";
        }

        if (!each && report.Conflicts.Length > report.Groups.Length && report.Findings.Length > MostInFull)
        {
            yield return $"{WireNames.Count(report.Conflicts.Length, "conflict")} in {WireNames.Count(report.Groups.Length, "group")}; "
                + "--each tells every one.";
        }

        if (report.Unread > 0)
        {
            yield return $"{WireNames.Count(report.Unread, "input")} could not be read; there may be more findings.";
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

    // Whoever reads that there is nothing has to read last what was not looked for.
    private static IEnumerable<string> SwitchedOff(Report report) => report.SwitchedOff.IsEmpty
        ? []
        : [$"Switched off in the project file: {string.Join(", ", report.SwitchedOff.Select(d => $"{d.Code} ({d.Title})"))}."];

    private SafeText Summary(Report report)
    {
        SafeText[] counts =
        [
            .. Part(report, DiagnosticSeverity.Error, "error"),
            .. Part(report, DiagnosticSeverity.Warning, "warning"),
            .. report.Count(DiagnosticSeverity.Information) is > 0 and var notes
                ? [SafeText.Of($"{notes} information")]
                : Array.Empty<SafeText>(),
            .. Part(report, DiagnosticSeverity.Hint, "hint"),
        ];
        SafeText found = counts.Length == 0 ? ink.Green("no findings") : SafeText.Join(", ", counts);
        return SafeText.Of($"{found} in {WireNames.Count(report.Files, "file")}, {WireNames.Count(report.Clauses, "clause")}");
    }

    private SafeText[] Part(Report report, DiagnosticSeverity severity, string noun) =>
        report.Count(severity) is > 0 and var count ? [ink.Paint(severity, WireNames.Count(count, noun))] : [];
}
