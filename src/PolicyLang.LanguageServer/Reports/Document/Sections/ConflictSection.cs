using System.Diagnostics;
using PolicyLang.LanguageServer.Reports.Grids;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.LanguageService.Wording;
using PolicyLang.Semantics;

namespace PolicyLang.LanguageServer.Reports.Document.Sections;

/// <summary>The groups of conflicts: what collides, in which case, and the ways out.</summary>
internal sealed class ConflictSection(ReportFacts facts)
{
    private const int GroupsInFull = 3;
    private const int MostPlaces = 3;

    public ReportSection Build() => new(
        "conflicts", "Conflicts",
        facts.Check.Conflicts.IsEmpty
            ? "No conflict is open: in no case does anybody meet two rules of which one is kept only by breaking the other."
            : "Conflicts of one kind between the same sides stand in one group, the heaviest group first. The case shown is a smallest one "
                + "in which the conflict arises; nothing can be left out of it.",
        [
            .. facts.Check.Groups.Select(Group),
            .. Accepted(),
            .. Others(),
        ]);

    private Block Group(ConflictGroup group)
    {
        Conflict first = group.First;
        string note = string.Join(
            " · ",
            new[]
            {
                WireNames.Count(group.Conflicts.Length, "conflict"), first.Descriptor.Code,
                first.Status == ConflictStatus.Unresolved ? string.Empty : WireNames.NameOf(first.Status),
            }.Where(s => s.Length > 0));
        return new Card(
            Anchors.Group(group.Number), WireNames.NameOf(group.Severity), ToneOf(group.Severity), group.Headline, note,
            [
                new Paragraph(group.Conflicts.Length == 1 ? first.Message : $"Among them: {first.Message}"),
                new Pairs(
                [
                    .. Said("A smallest case", first.Witness.Facts.IsEmpty ? [] : [CaseSentence.Write(facts.Names.Of(first.Witness))]),
                    .. Said("All cases", [.. facts.Check.Where(group.Conflicts, MostPlaces).Select(w => (Line)w.Spoken)]),
                    .. Said("Parties", [.. Parties(group.Parties)]),
                    .. Said("Ways out", WaysOut(group)),
                ]),
                new Fold(
                    group.Conflicts.Length == 1 ? "The conflict, clause by clause" : $"All {group.Conflicts.Length} conflicts of the group",
                    [.. group.Conflicts.SelectMany(c => One(c, group))]),
            ])
        { IsOpen = group.Number <= GroupsInFull };
    }

    private static IEnumerable<Pair> Said(string name, ImmutableArray<Line> lines) => lines.IsEmpty ? [] : [new Pair(name, lines)];

    private ImmutableArray<Line> WaysOut(ConflictGroup group)
    {
        string[] helps = [.. (group.Help is { } one ? [one] : group.Conflicts.Select(c => c.Help).OfType<string>()).Distinct()];
        return
        [
            .. helps.Take(MostPlaces).Select(h => (Line)h),
            .. helps.Length > MostPlaces ? [$"and {helps.Length - MostPlaces} more, told with each conflict below"] : Array.Empty<Line>(),
            .. Avoid(group.First),
            .. Excuses(group.First),
        ];
    }

    private IEnumerable<Line> Avoid(Conflict conflict) =>
        WaySentences.AvoidBy(conflict, facts.Names) is { } way ? [char.ToUpperInvariant(way[0]) + way[1..]] : [];

    private static IEnumerable<Line> Excuses(Conflict conflict) => conflict.Excuses.Select(e => Line.Of(
        new Span(e.IsWhole ? "Would be excused by " : "Would be excused in part by "),
        InstrumentNames.Link(e.Clause),
        new Span(e.Requires.IsEmpty ? string.Empty : $" {string.Join("; ", e.Requires)}")));

    private static IEnumerable<Line> Parties(ImmutableArray<ConcernedParty> parties) => parties.Select(p =>
        Line.Of(
            new Span(p.Party, SpanStyle.Strong),
            new Span($" {Days(p.Days)}"),
            new Span(p.OwedTo.IsEmpty ? string.Empty : $", owed to {CaseSentence.List(p.OwedTo, "and")}")));

    private IEnumerable<Block> One(Conflict conflict, ConflictGroup group)
    {
        yield return new Heading(string.Empty, InstrumentNames.Links(conflict.Sides.SelectMany(s => s.Clauses).Distinct(), " + "));
        bool alone = group.Conflicts.Length == 1;
        yield return new Pairs(
        [
            .. alone ? [] : Said("What collides", [conflict.Message]),
            .. Said("Days", conflict.Days.IsEmpty ? [] : [Days(conflict.Days)]),
            .. alone ? [] : Said("Parties", [.. Parties(conflict.Parties)]),
            .. alone ? [] : Said("Case", conflict.Witness.Facts.IsEmpty ? [] : [CaseSentence.Write(facts.Names.Of(conflict.Witness))]),
            .. alone ? [] : Said("Way out", group.Help is null && conflict.Help is { } help ? [help, .. Avoid(conflict)] : []),
            .. alone ? [] : Said("Excuses", [.. Excuses(conflict)]),
            .. Said("Where", [.. conflict.Locations.Select(l => Line.Of(
                new Span(l.Clause, SpanStyle.Code, "#" + Anchors.Clause(l.Clause)), new Span($" {l.Part}, "),
                new Span(Display.Place(l.Location), SpanStyle.Quiet)))]),
        ]);
    }

    private IEnumerable<Block> Accepted()
    {
        Conflict[] accepted = [.. facts.Accepted];
        if (accepted.Length == 0)
        {
            yield break;
        }

        yield return new Heading("accepted", "Accepted conflicts");
        yield return new Paragraph("Somebody knows of these and says why they stay. They are no findings.");
        yield return new Table(
            "Accepted conflicts", ["Clauses", "Why it is accepted"],
            [.. accepted.Select(c => new TableRow(
                [new TableCell(InstrumentNames.Links(c.Clauses, " + ")), c.AcceptedBecause ?? string.Empty]))]);
    }

    private IEnumerable<Block> Others()
    {
        Finding[] others = [.. facts.Check.Findings.Where(f => f.Conflict is null).OrderByDescending(f => f.Diagnostic.Severity)];
        if (others.Length == 0)
        {
            yield break;
        }

        yield return new Fold(
            WireNames.Count(others.Length, "finding of another kind", "findings of another kind"),
            [
                new Table(
                    "Findings about drafting, scenarios and limits", ["Finding", "What", "Where"],
                    [.. others.Select(f => new TableRow(
                    [
                        new TableCell($"{WireNames.NameOf(f.Diagnostic.Severity)} {f.Diagnostic.Code}", ToneOf(f.Diagnostic.Severity)),
                        f.Diagnostic.Message,
                        new TableCell(Line.Of(new Span(Display.Place(f.Diagnostic.Location), SpanStyle.Quiet))),
                    ]))]),
            ]);
    }

    private static string Days(ImmutableArray<DayRange> days) => string.Join("; ", days.Select(ComplianceWords.Days));

    private static Tone ToneOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Tone.Bad,
        DiagnosticSeverity.Warning => Tone.Caution,
        DiagnosticSeverity.Information or DiagnosticSeverity.Hint => Tone.Plain,
        _ => throw new UnreachableException(),
    };
}
