using PolicyLang.Analysis;
using PolicyLang.Analysis.Compliance;
using PolicyLang.LanguageServer.Reports.Grids;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.LanguageService.Wording;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Reports.Document.Sections;

/// <summary>The few sentences that a minister reads.</summary>
internal sealed class SummarySection(ReportFacts facts, ImmutableArray<LawInstrument> instruments)
{
    private const int MostHeadlines = 3;
    private const int MostNames = 12;
    private const int MostTreaties = 3;

    public ReportSection Build() => new(
        "summary", "In short", string.Empty,
        [
            new Figures(
            [
                new Figure(
                    $"{facts.Check.Conflicts.Length}",
                    facts.Check.Conflicts.Length == 1 ? "open conflict"
                        : facts.Check.Conflicts.IsEmpty ? "open conflicts"
                        : $"open conflicts in {Groups(facts.Check.Groups.Length)}",
                    facts.Check.Conflicts.IsEmpty ? Tone.Good : Tone.Bad),
                .. facts.Treaties.IsEmpty ? Array.Empty<Figure>() : [Parties()],
                new Figure($"{facts.Timeline.Days.Length}", "days on which answers change", Tone.Plain),
                .. facts.Coverage.Parts.IsEmpty ? Array.Empty<Figure>() : [Coverage()],
            ]),
            .. Sentences().Select(s => (Block)new Paragraph(s)),
            .. Heaviest(),
        ]);

    private static string Groups(int count) => WireNames.Count(count, "group");

    private Figure Parties()
    {
        ImmutableArray<string> parties = [.. facts.Treaties.SelectMany(t => t.Rows.Where(IsInBreach).Select(r => r.Party)).Distinct()];
        return new Figure(
            $"{parties.Length}", $"{(parties.Length == 1 ? "party" : "parties")} whose law falls short of a treaty",
            parties.IsEmpty ? Tone.Good : Tone.Caution);
    }

    private Figure Coverage()
    {
        int all = facts.Coverage.Parts.Length;
        int covered = facts.Coverage.Parts.Count(p => p.Covered);
        return new Figure($"{100L * covered / all} %", "of the parts of clauses are touched by a scenario", Tone.Plain);
    }

    private IEnumerable<Line> Sentences()
    {
        yield return About();
        yield return Conflicts();
        Line[] treaties = [.. facts.Treaties.Select(About).OfType<Line>()];
        foreach (Line treaty in treaties.Take(MostTreaties))
        {
            yield return treaty;
        }

        if (treaties.Length > MostTreaties)
        {
            yield return Line.Of(
                new Span("What holds of "), new Span(WireNames.Count(treaties.Length - MostTreaties, "more treaty", "more treaties"),
                Target: "#treaties"), new Span(" is told below."));
        }

        if (facts.MatrixOf(facts.MatrixDay) is { } matrix)
        {
            yield return Line.Of(new Span(TransferSection.Count(matrix, facts)));
        }

        yield return Days();
        int limits = facts.Undecided.Length;
        yield return Line.Of(
            new Span(limits == 0 ? "No answer was left undecided. " : $"{WireNames.Count(limits, "question")} could not be decided. "),
            new Span("What was not checked", Target: "#limits"),
            new Span(" says what this report cannot tell."));
    }

    private Line About()
    {
        string[] own = [.. instruments.Where(i => !InstrumentNames.IsOfLibrary(facts, i)).Select(i => i.Framework.Name)];
        string[] used = [.. instruments.Where(i => InstrumentNames.IsOfLibrary(facts, i)).Select(i => i.Framework.Name)];
        string mine = own.Length == 0 ? "no instrument" : Named(own);
        return used.Length == 0
            ? $"This report is about {mine}."
            : $"This report is about {mine}, read together with {Named(used)} of the law library.";
    }

    private static string Named(string[] names) => names.Length <= MostNames
        ? CaseSentence.List(names, "and")
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Length - MostNames} more";

    private Line Conflicts()
    {
        Report check = facts.Check;
        if (check.Conflicts.IsEmpty)
        {
            return Line.Of(new Span("No conflict is open", SpanStyle.Strong), new Span($" between these rules{OnDay()}."));
        }

        int errors = check.Conflicts.Count(c => c.Severity == DiagnosticSeverity.Error);
        int excusable = check.Conflicts.Count(c => c.Status == ConflictStatus.Excusable);
        string open = WireNames.Count(check.Conflicts.Length, "conflict is open", "conflicts are open");
        string kinds = $" between these rules{OnDay()}, in {Groups(check.Groups.Length)}. "
            + (errors == 0 ? "None of them is an error. "
                : errors == check.Conflicts.Length ? "All are errors: rules that cannot stand beside each other as they are. "
                : $"{errors} of them {(errors == 1 ? "is an error" : "are errors")}: rules that cannot stand beside each other as "
                    + "they are. ")
            + (excusable == 0 ? string.Empty
                : $"{WireNames.Count(excusable, "breach", "breaches")} of a treaty would be excused if the party invoked a leave that the "
                    + "treaty gives. ");
        return Line.Of(new Span(open, SpanStyle.Strong), new Span(kinds));
    }

    private string OnDay() => facts.On is { } on ? $" on {on}" : string.Empty;

    private IEnumerable<Block> Heaviest()
    {
        if (facts.Check.Groups.IsEmpty)
        {
            yield break;
        }

        yield return new Heading("heaviest", facts.Check.Groups.Length <= MostHeadlines ? "The conflicts" : "The heaviest conflicts");
        yield return new Bullets(
        [
            .. facts.Check.Groups.Take(MostHeadlines).Select(g => Line.Of(
                new Span(g.Headline, Target: "#" + Anchors.Group(g.Number)),
                new Span($" ({WireNames.Count(g.Conflicts.Length, "conflict")})", SpanStyle.Quiet))),
        ]);
    }

    private static Line? About(ComplianceMatrix treaty)
    {
        string[] breach = [.. treaty.Rows.Where(IsInBreach).Select(r => r.Party)];
        string[] unknown = [.. treaty.Rows.Where(r => r.Law.IsEmpty).Select(r => r.Party)];
        if (breach.Length == 0 && unknown.Length == treaty.Rows.Length)
        {
            return null;
        }

        string found = breach.Length == 0
            ? $"No law of its parties that is here falls short of {treaty.Treaty}."
            : $"The law of {Named(breach)} falls short of {treaty.Treaty}.";
        return found + (unknown.Length == 0 ? string.Empty
            : $" No law of {Named(unknown)} is here, so that none was looked at.");
    }

    private static bool IsInBreach(ComplianceRow row) => row.Cells.Any(c => c.Breaches.Length > c.StruckDown || !c.Missing.IsEmpty);

    private Line Days()
    {
        Timeline timeline = facts.Timeline;
        if (timeline.Days.IsEmpty)
        {
            return "No answer ever changes with the day.";
        }

        string all = $"Answers change on {WireNames.Count(timeline.Days.Length, "day")}, from {timeline.Days[0].Day} to "
            + $"{timeline.Days[^1].Day}.";
        CalendarDay? from = facts.On ?? facts.AsOf;
        return from is { } day && timeline.Days.FirstOrDefault(d => d.Day > day) is { } next
            ? Line.Of(
                new Span($"{all} The next one after {day} is "), new Span($"{next.Day}", Target: "#" + Anchors.Day(next.Day)),
                new Span($": {TimelineWords.Reasons(next)}."))
            : all;
    }
}
