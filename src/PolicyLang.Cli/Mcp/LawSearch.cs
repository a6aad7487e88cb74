using System.Text.Json;
using PolicyLang.Cli.Reporters;
using PolicyLang.Mcp;

namespace PolicyLang.Cli.Mcp;

/// <summary>Finds instruments and clauses of the law library by words.</summary>
internal static class LawSearch
{
    private const int MostFound = 20;

    /// <summary>What fits all words of a query, best first.</summary>
    /// <param name="library">The library, as <c>policyc law --format json</c> tells it.</param>
    /// <param name="query">Words.</param>
    public static McpAnswer Find(JsonElement library, string query)
    {
        string[] words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        JsonElement[] all = [.. Instruments(library)];
        (JsonElement Instrument, int Fits)[] found =
        [
            .. all.Select(i => (Instrument: i, Fits: words.Count(w => i.GetRawText().Contains(w, StringComparison.OrdinalIgnoreCase))))
                .Where(f => f.Fits > 0).OrderByDescending(f => f.Fits).Take(MostFound),
        ];
        string json = JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("query", query);
            writer.WriteStartArray("instruments");
            foreach ((JsonElement instrument, _) in found)
            {
                instrument.WriteTo(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        using JsonDocument document = JsonDocument.Parse(json);
        return new McpAnswer(json, document.RootElement.Clone(), false);
    }

    private static IEnumerable<JsonElement> Instruments(JsonElement library) =>
        library.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array).SelectMany(m => m.Value.EnumerateArray());
}
