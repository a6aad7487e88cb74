using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Reports;

/// <summary>Writes JSON with an exact order of keys, readable letters and LF line ends.</summary>
internal static class JsonText
{
    // The output is no HTML: letters and quotes need no escapes beyond those of JSON.
    private static readonly JsonWriterOptions Indented = new()
    { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions OneLine = Indented with { Indented = false };

    /// <summary>The text that <paramref name="write"/> produces, on one line or indented.</summary>
    public static string Write(Action<Utf8JsonWriter> write, bool indented = true)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, indented ? Indented : OneLine))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static void Array(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Stretches of days; a bound that is null is open.</summary>
    public static void Days(Utf8JsonWriter json, string name, ImmutableArray<DayRange> days)
    {
        json.WriteStartArray(name);
        foreach (DayRange range in days)
        {
            json.WriteStartObject();
            json.WriteString("from", range.From == CalendarDay.First ? null : range.From.ToString());
            json.WriteString("until", range.Until == CalendarDay.Last ? null : range.Until.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Start and end of a place; lines and columns count from 1.</summary>
    public static void Place(Utf8JsonWriter json, Location location)
    {
        json.WriteString("file", location.File);
        json.WriteNumber("line", location.Start.Line + 1);
        json.WriteNumber("column", location.Start.Character + 1);
        json.WriteNumber("endLine", location.End.Line + 1);
        json.WriteNumber("endColumn", location.End.Character + 1);
    }

    /// <summary>A case as an object, its facts in the canonical order.</summary>
    public static void Facts(Utf8JsonWriter json, CaseFacts facts)
    {
        json.WriteStartObject();
        foreach (Fact fact in facts.Facts)
        {
            switch (fact.Value)
            {
                case FlagValue flag:
                    json.WriteBoolean(fact.Attribute, flag.Value);
                    break;
                case CountValue count:
                    json.WriteNumber(fact.Attribute, count.Value);
                    break;
                case HalvedValue halved:
                    json.WritePropertyName(fact.Attribute);
                    json.WriteRawValue(halved.ToString());
                    break;
                case SetValue set:
                    Array(json, fact.Attribute, set.Names);
                    break;
                case NodeValue { Name.Length: 0 }:
                    json.WriteNull(fact.Attribute);
                    break;
                default:
                    json.WriteString(fact.Attribute, CaseSentence.Say(fact.Value));
                    break;
            }
        }

        json.WriteEndObject();
    }
}
