using PolicyLang.LanguageServer.Reports.Grids;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;

namespace PolicyLang.LanguageServer.Reports.Document.Sections;

/// <summary>The clauses as they are written, beside the articles that they render and the sources.</summary>
internal static class ClauseSection
{
    public static ReportSection Build(ReportFacts facts, ImmutableArray<LawInstrument> instruments)
    {
        ILookup<string, int> groups = facts.Check.Groups
            .SelectMany(g => g.Conflicts.SelectMany(c => c.Clauses).Distinct().Select(c => (Clause: c, g.Number)))
            .ToLookup(c => c.Clause, c => c.Number, StringComparer.Ordinal);
        return new ReportSection(
            "clauses", "Clauses and their sources",
            "Every clause as it is written here, with the article that it renders. The official text is what counts.",
            [.. instruments.Select(i => Instrument(facts, i, groups))]);
    }

    private static Card Instrument(ReportFacts facts, LawInstrument instrument, ILookup<string, int> groups)
    {
        FrameworkSymbol framework = instrument.Framework;
        string adopted = framework.Adopted is { } day ? $", adopted {day}" : string.Empty;
        return new Card(
            Anchors.Framework(framework.Name), null, Tone.Plain,
            framework.Title is { Length: > 0 } title ? $"{framework.Name}: {title}" : framework.Name,
            WireNames.Count(framework.Clauses.Length, "clause"),
            [
                new Pairs(
                [
                    new Pair("Order", [$"{framework.Rank.ToString().ToLowerInvariant()} of {instrument.Order}{adopted}"]),
                    new Pair("In force", [instrument.Force]),
                    .. framework.Citation is { } citation ? [new Pair("Citation", [citation])] : Array.Empty<Pair>(),
                    .. framework.Source is { } source
                        ? [new Pair("Source", [Line.Of(new Span(source, Target: source))])]
                        : Array.Empty<Pair>(),
                    .. instrument.ReadAsOf is { } read ? [new Pair("Read as of", [read.ToString()])] : Array.Empty<Pair>(),
                    .. InstrumentNames.IsOfLibrary(facts, instrument) && !instrument.Notes.IsEmpty
                        ? [new Pair("Notes", [.. instrument.Notes.Select(n => (Line)n)])]
                        : Array.Empty<Pair>(),
                ]),
                .. framework.Clauses.SelectMany(c => Clause(c, groups)),
            ]);
    }

    private static IEnumerable<Block> Clause(ClauseSymbol clause, ILookup<string, int> groups)
    {
        yield return new Heading(
            Anchors.Clause(clause.QualifiedName),
            Line.Of(
                new Span(clause.QualifiedName, SpanStyle.Code),
                new Span(clause.Title is { Length: > 0 } title ? $"  {title}" : string.Empty),
                new Span(clause.Cites is { } article ? $"  ({article})" : string.Empty, SpanStyle.Quiet)));
        yield return new Quotation(LawListing.Sentence(clause));
        string[] comments = [.. (clause.Documentation ?? string.Empty).Split('\n').Where(l => l.Length > 0)];
        if (comments.Length > 0)
        {
            yield return new Paragraph(Line.Of(new Span(string.Join(' ', comments), SpanStyle.Quiet)));
        }

        int[] numbers = [.. groups[clause.QualifiedName].Distinct()];
        if (numbers.Length > 0)
        {
            yield return new Paragraph(Line.Of(
            [
                new Span("In conflict: ", SpanStyle.Quiet),
                .. numbers.SelectMany((n, i) => new[]
                {
                    new Span(i == 0 ? string.Empty : ", "), new Span($"group {n}", Target: "#" + Anchors.Group(n)),
                }),
            ]));
        }
    }
}
