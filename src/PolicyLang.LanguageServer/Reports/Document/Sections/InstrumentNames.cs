using PolicyLang.LanguageService;

namespace PolicyLang.LanguageServer.Reports.Document.Sections;

/// <summary>The instruments that a report is about.</summary>
internal static class InstrumentNames
{
    /// <summary>Those of the files first, then those of the library that they use.</summary>
    public static ImmutableArray<LawInstrument> Of(ReportFacts facts) => facts.Workspace.Law.Catalog is { } catalog
        ? [.. LawListing.Create(facts.Workspace, catalog).OrderBy(i => IsOfLibrary(facts, i) ? 1 : 0)]
        : [];

    public static bool IsOfLibrary(ReportFacts facts, LawInstrument instrument) =>
        facts.Workspace.Law.Holds(instrument.Framework.Location.File);

    /// <summary>A clause as a link to where it stands in the report.</summary>
    public static Span Link(string clause) => new(clause, SpanStyle.Code, "#" + Anchors.Clause(clause));

    /// <summary>Several of them, with something between them.</summary>
    public static Line Links(IEnumerable<string> clauses, string between = ", ") =>
        Line.Of(clauses.SelectMany((c, i) => i == 0 ? [Link(c)] : new[] { new Span(between), Link(c) }));
}
