using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Reports.Document.Sections;

/// <summary>What the report cannot tell, so that nobody takes silence for an answer.</summary>
internal static class LimitsSection
{
    public static ReportSection Build(ReportFacts facts, ImmutableArray<LawInstrument> instruments) => new(
        "limits", "What was not checked",
        "Answers are exact for the rules as they are written here. What is not written here was not looked at.",
        [
            new Bullets(
            [
                .. facts.Undecided.Select(p => (Line)$"{p.Limit?.Code}: {p.Message}"),
                .. Instrument(facts, instruments),
                .. facts.Treaties.Select(t => (t.Treaty, Parties: t.Rows.Where(r => r.Law.IsEmpty).Select(r => r.Party).ToArray()))
                    .Where(t => t.Parties.Length > 0).Select(t => (Line)
                        $"Of the parties to {t.Treaty}, no law of {CaseSentence.List(t.Parties, "and")} is here: none was looked at."),
                .. facts.Check.Ended == 0 || facts.AsOf is not { } day
                    ? []
                    : new[] { (Line)$"{WireNames.Count(facts.Check.Ended, "conflict")} had ended before {day} and are left out." },
                .. facts.AsOf is null && facts.Check.HasLastDays
                    ? [(Line)"No day was given as of which conflicts are judged, so that those which have ended are told, too."]
                    : Array.Empty<Line>(),
                .. Report.KindsSwitchedOff(facts.Workspace)
                    .Select(d => (Line)$"{d.Code} ({d.Title}) is switched off in the project file, and was not looked for."),
                .. facts.MatricesLeftOut == 0
                    ? []
                    : new[] { (Line)$"Transfers are not told for {facts.MatricesLeftOut} of the days on which they may change." },
                $"Transfers are told of one kind: {KindOf(facts)}. Other data, actors and purposes may have other answers.",
                .. facts.Transfer.Any(f => f.Attribute == BuiltInAttributes.Organisation && f.Values.Contains(AskedCase.Nobody))
                    ? [(Line)$"No organisation's own policy counts in them, since the files declare {Organisations(facts)}; "
                        + "organisation=NAME asks for one."]
                    : Array.Empty<Line>(),
                .. facts.Workspace.Model.Assumptions.IsEmpty
                    ? []
                    : new[] { (Line)$"{WireNames.Count(facts.Workspace.Model.Assumptions.Length, "assumption")} of the files "
                        + "exclude cases: what is assumed never to happen was not looked at." },
                "Whether the clauses render the official texts rightly is for their readers to judge; so is how a court would read them.",
            ]),
        ]);

    private static string Organisations(ReportFacts facts) =>
        CaseSentence.List([.. facts.Workspace.Model.Organisations.Select(o => o.Name)], "and");

    private static string KindOf(ReportFacts facts)
    {
        string title = Grids.TransferGrid.Title(
            [.. facts.Transfer.Where(f => f.Attribute != BuiltInAttributes.Organisation)]);
        return char.ToLowerInvariant(title[0]) + title[1..];
    }

    private static IEnumerable<Line> Instrument(ReportFacts facts, ImmutableArray<LawInstrument> instruments)
    {
        string[] drafts = [.. instruments.Where(i => i.Framework.IsDraft).Select(i => i.Framework.Name)];
        if (drafts.Length > 0)
        {
            yield return $"{CaseSentence.List(drafts, "and")} {(drafts.Length == 1 ? "is a draft" : "are drafts")} without a day of force: "
                + "checked for mistakes, never applied.";
        }

        foreach (IGrouping<CalendarDay?, LawInstrument> read in instruments.Where(i => i.ReadAsOf is not null)
            .GroupBy(i => i.ReadAsOf).OrderBy(g => g.Key))
        {
            yield return $"The library read {CaseSentence.List([.. read.Select(i => i.Framework.Name)], "and")} as of {read.Key}; "
                + "later amendments are not in it.";
        }

        ClauseSymbol[] bare =
            [.. facts.Workspace.Model.Frameworks.Where(f => f.Source is null && f.Citation is null).SelectMany(f => f.Clauses.Take(1))];
        if (bare.Length > 0)
        {
            yield return $"{CaseSentence.List([.. bare.Select(c => c.Framework.Name)], "and")} "
                + $"{(bare.Length == 1 ? "names" : "name")} no source, so that nobody can compare the clauses with one.";
        }
    }
}
