using PolicyLang.LanguageServer.Reports.Document.Sections;
using PolicyLang.LanguageService;

namespace PolicyLang.LanguageServer.Reports.Document;

/// <summary>From what the analyses answer to the document that tells it.</summary>
internal static class ReportBuilder
{
    private const int MostNames = 3;

    /// <param name="facts">What is told.</param>
    /// <param name="title">What the report is called; null for a title made of what it is about.</param>
    /// <param name="all">Whether lists are told to their end.</param>
    public static ReportDocument Build(ReportFacts facts, string? title, bool all)
    {
        ImmutableArray<LawInstrument> instruments = InstrumentNames.Of(facts);
        return new ReportDocument(
            title ?? Title(facts, instruments),
            Lead(facts, instruments),
            [
                new SummarySection(facts, instruments).Build(),
                new ConflictSection(facts).Build(),
                new TransferSection(facts, all).Build(),
                TreatySection.Build(facts),
                TimelineSection.Build(facts),
                PrecedenceSection.Build(facts),
                ClauseSection.Build(facts, instruments),
                CoverageSection.Build(facts, all),
                LimitsSection.Build(facts, instruments),
            ],
            json =>
            {
                json.WriteStartObject();
                TimelineSection.WriteData(json, facts);
                PrecedenceSection.WriteData(json, facts);
                json.WriteEndObject();
            });
    }

    private static string Title(ReportFacts facts, ImmutableArray<LawInstrument> instruments)
    {
        LawInstrument[] mine = [.. instruments.Where(i => !InstrumentNames.IsOfLibrary(facts, i))];
        string[] own = [.. mine.Select(i => i.Framework.Name)];
        return own.Length == 0 ? "Report on no instrument"
            : mine is [{ Framework.Title: { Length: > 0 } name }] ? $"{name} ({own[0]}): a report"
            : own.Length <= MostNames ? $"Report on {Decisions.CaseSentence.List(own, "and")}"
            : $"Report on {string.Join(", ", own.Take(MostNames))} and {WireNames.Count(own.Length - MostNames, "more instrument")}";
    }

    private static string Lead(ReportFacts facts, ImmutableArray<LawInstrument> instruments)
    {
        string[] parts =
        [
            WireNames.Count(instruments.Length, "instrument"),
            WireNames.Count(instruments.Sum(i => i.Framework.Clauses.Length), "clause"),
            .. facts.Check.Law is { Catalog.Version: var version } ? [$"law library {version}"] : Array.Empty<string>(),
            .. facts.On is { } on ? [$"on {on}"] : Array.Empty<string>(),
            .. facts.AsOf is { } day ? [$"judged as of {day}"] : Array.Empty<string>(),
            $"policyc {ProductVersion.Text}",
        ];
        return string.Join(" · ", parts);
    }
}
