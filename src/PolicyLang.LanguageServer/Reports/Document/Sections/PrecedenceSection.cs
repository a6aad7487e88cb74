using System.Diagnostics;
using System.Text.Json;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;

namespace PolicyLang.LanguageServer.Reports.Document.Sections;

/// <summary>Which clause prevails over which.</summary>
internal static class PrecedenceSection
{
    public static ReportSection Build(ReportFacts facts) => new(
        "precedence", "What prevails over what",
        facts.Precedence.IsEmpty
            ? "No clause prevails over another."
            : "Where two clauses meet, one may prevail: because a clause says so, or by rank, as the special rule or as the later one.",
        facts.Precedence.IsEmpty
            ? []
            :
            [
                new Drawing("precedence", "Arrows go from what prevails to what yields; the table below says the same."),
                new Fold(
                    $"All {WireNames.Count(facts.Precedence.Length, "pair")} of clauses",
                    [
                        new Table(
                            "Clauses that prevail over others", ["Prevails", "Yields", "Why"],
                            [.. facts.Precedence.Select(o => new TableRow(
                            [
                                new TableCell(Line.Of(InstrumentNames.Link(o.Upper.QualifiedName))),
                                new TableCell(Line.Of(InstrumentNames.Link(o.Lower.QualifiedName))),
                                Why(o),
                            ]))]),
                    ]),
            ]);

    /// <summary>What the drawing shows.</summary>
    public static void WriteData(Utf8JsonWriter json, ReportFacts facts)
    {
        // Those of the files come first where one has to be chosen.
        json.WriteStartArray("own");
        foreach (FrameworkSymbol framework in facts.Workspace.Model.Frameworks.Where(f => !facts.Workspace.Law.Holds(f.Location.File)))
        {
            json.WriteStringValue(Display.Clean(framework.Name));
        }

        json.WriteEndArray();
        json.WriteStartArray("precedence");
        foreach (Overriding pair in facts.Precedence)
        {
            json.WriteStartObject();
            Clause(json, "upper", pair.Upper);
            Clause(json, "lower", pair.Lower);
            json.WriteString("why", Display.Clean(Why(pair)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Clause(Utf8JsonWriter json, string name, ClauseSymbol clause)
    {
        json.WriteStartObject(name);
        json.WriteString("instrument", Display.Clean(clause.Framework.Name));
        json.WriteString("name", Display.Clean(clause.Name));
        json.WriteString("anchor", Anchors.Clause(clause.QualifiedName));
        json.WriteEndObject();
    }

    private static string Why(Overriding pair) => pair.By switch
    {
        Principle.Explicit => $"says '{pair.Said}'",
        Principle.Superior => "stands above it (lex superior)",
        Principle.Specialis => "is the special rule (lex specialis)",
        Principle.Posterior => "is the later rule (lex posterior)",
        _ => throw new UnreachableException(),
    };
}
