using System.Text.Json;
using PolicyLang.Cli.Commands;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>The JSON of <c>policyc law</c>.</summary>
internal static class LawJson
{
    public static void Write(Utf8JsonWriter json, ListedLaw law)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("library", law.Version);
        json.WriteString("on", law.On?.ToString());
        json.WriteStartArray("instruments");
        foreach (LawInstrument instrument in law.Instruments)
        {
            WriteInstrument(json, instrument, law);
        }

        json.WriteEndArray();
        if (law.Sources is { } sources)
        {
            WriteSources(json, sources);
        }

        json.WriteEndObject();
    }

    private static void WriteInstrument(Utf8JsonWriter json, LawInstrument instrument, ListedLaw law)
    {
        FrameworkSymbol framework = instrument.Framework;
        json.WriteStartObject();
        json.WriteString("order", instrument.Order);
        json.WriteString("name", framework.Name);
        json.WriteString("title", framework.Title);
        json.WriteString("citation", framework.Citation);
        json.WriteString("source", framework.Source);
        json.WriteString("rank", framework.Rank.ToString().ToLowerInvariant());
        json.WriteString("adopted", framework.Adopted?.ToString());
        JsonText.Days(json, "inForce", framework.Force);
        json.WriteString("readAsOf", instrument.ReadAsOf?.ToString());
        json.WriteString("file", framework.Location.File);
        json.WriteNumber("scenarios", instrument.Scenarios);
        if (law.CoverageOf(instrument) is { } part)
        {
            json.WriteNumber("regions", part.All);
            json.WriteNumber("regionsCovered", part.Covered);
        }

        ImmutableArray<ClauseSymbol> clauses = instrument.ClausesOn(law.On);
        json.WriteNumber("clauseCount", clauses.Length);
        if (law.InFull)
        {
            JsonText.Array(json, "notes", instrument.Notes);
            json.WriteStartArray("clauses");
            foreach (ClauseSymbol clause in clauses)
            {
                WriteClause(json, clause);
            }

            json.WriteEndArray();
            WritePassages(json, "declarations", instrument.Declarations);
            WritePassages(json, "cases", instrument.Cases);
        }

        json.WriteEndObject();
    }

    private static void WriteClause(Utf8JsonWriter json, ClauseSymbol clause)
    {
        json.WriteStartObject();
        json.WriteString("name", clause.QualifiedName);
        json.WriteString("title", clause.Title);
        json.WriteString("cites", clause.Cites);
        json.WriteString("sentence", LawListing.Sentence(clause));
        json.WriteString("documentation", clause.Documentation);
        JsonText.Days(json, "inForce", clause.Force);
        json.WriteEndObject();
    }

    private static void WritePassages(Utf8JsonWriter json, string name, IEnumerable<LawPassage> passages)
    {
        json.WriteStartArray(name);
        foreach (LawPassage passage in passages)
        {
            json.WriteStartObject();
            json.WriteString("title", passage.Title);
            json.WriteString("documentation", passage.Documentation);
            json.WriteString("text", passage.Text);
            JsonText.Place(json, passage.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSources(Utf8JsonWriter json, IEnumerable<LawSource> sources)
    {
        json.WriteStartArray("sources");
        foreach (LawSource source in sources)
        {
            json.WriteStartObject();
            json.WriteString("address", source.Address);
            json.WriteStartArray("places");
            foreach (Location place in source.Places)
            {
                json.WriteStartObject();
                JsonText.Place(json, place);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
