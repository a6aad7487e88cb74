using System.Text.Json;
using PolicyLang.Analysis;
using PolicyLang.Analysis.Compliance;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Reports.Grids;

/// <summary>Matrices as JSON; the order of the keys is part of the contract.</summary>
internal static class MatrixJson
{
    public static void Write(Utf8JsonWriter json, TransferMatrix matrix, ImmutableArray<RawFact> facts)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("kind", "transfers");
        json.WriteStartObject("case");
        foreach (RawFact fact in facts)
        {
            JsonText.Array(json, fact.Attribute, fact.Values);
        }

        json.WriteEndObject();
        Places(json, "origins", matrix.Origins);
        Places(json, "destinations", matrix.Destinations);
        json.WriteStartArray("rows");
        foreach (ImmutableArray<MatrixCell> row in matrix.Rows)
        {
            json.WriteStartArray();
            foreach (MatrixCell cell in row)
            {
                Write(json, cell);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ComplianceMatrix matrix, CalendarDay? on)
    {
        Begin(json, "compliance", matrix, on);
        json.WriteStartArray("articles");
        foreach (TreatyArticle article in matrix.Articles)
        {
            json.WriteStartObject();
            json.WriteString("name", article.Name);
            json.WriteString("title", article.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("parties");
        foreach (ComplianceRow row in matrix.Rows)
        {
            json.WriteStartObject();
            json.WriteString("party", row.Party);
            json.WriteString("title", row.Title);
            json.WriteNumber("members", row.Members);
            JsonText.Array(json, "law", row.Law);
            json.WriteStartArray("cells");
            foreach (ComplianceCell cell in row.Cells)
            {
                json.WriteStartObject();
                Summary(json, cell);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("leaves");
        foreach (UsefulLeave leave in matrix.Leaves)
        {
            json.WriteStartObject();
            json.WriteString("clause", leave.Clause);
            json.WriteNumber("excuses", leave.Excuses);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("otherClauses", matrix.OtherClauses);
        json.WriteEndObject();
    }

    /// <summary>One entry, with its conflicts as <c>conflicts</c> tells them.</summary>
    public static void Write(Utf8JsonWriter json, ComplianceMatrix matrix, ComplianceRow row, int article, CalendarDay? on)
    {
        Begin(json, "cell", matrix, on);
        json.WriteString("party", row.Party);
        json.WriteString("article", matrix.Articles[article].Name);
        Summary(json, row.Cells[article]);
        ConflictJson.WriteAll(json, new Report(0, 0, [], [.. row.Cells[article].Breaches, .. row.Cells[article].Missing]));
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string kind, ComplianceMatrix matrix, CalendarDay? on)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("kind", kind);
        json.WriteString("treaty", matrix.Treaty);
        json.WriteString("on", on?.ToString());
    }

    private static void Summary(Utf8JsonWriter json, ComplianceCell cell)
    {
        json.WriteBoolean("bound", cell.IsBound);
        json.WriteBoolean("hasLaw", cell.HasLaw);
        json.WriteString("reserved", cell.IsReserved ? "wholly" : cell.IsPartlyReserved ? "partly" : "no");
        json.WriteNumber("excusable", cell.Excusable);
        json.WriteNumber("struckDown", cell.StruckDown);
        Clauses(json, "breaches", cell.Breaches);
        Clauses(json, "missing", cell.Missing);
    }

    private static void Clauses(Utf8JsonWriter json, string name, ImmutableArray<Conflict> conflicts)
    {
        json.WriteStartArray(name);
        foreach (Conflict conflict in conflicts)
        {
            json.WriteStartArray();
            foreach (string clause in conflict.Clauses)
            {
                json.WriteStringValue(clause);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Places(Utf8JsonWriter json, string name, ImmutableArray<MatrixPlace> places)
    {
        json.WriteStartArray(name);
        foreach (MatrixPlace place in places)
        {
            json.WriteStartObject();
            json.WriteString("name", place.Name);
            json.WriteString("title", place.Title);
            JsonText.Array(json, "places", place.Places.Select(p => p.Name));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, MatrixCell cell)
    {
        json.WriteStartObject();
        json.WriteString("answer", WireNames.NameOf(cell.Answer));
        JsonText.Array(json, "clauses", cell.Clauses);
        json.WriteStartArray("ways");
        foreach (CaseFacts way in cell.Ways)
        {
            JsonText.Facts(json, way);
        }

        json.WriteEndArray();
        if (!cell.WaysAreComplete)
        {
            json.WriteBoolean("waysAreComplete", false);
        }

        json.WriteEndObject();
    }
}
