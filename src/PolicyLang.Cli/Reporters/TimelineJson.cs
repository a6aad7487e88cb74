using System.Diagnostics;
using System.Text.Json;
using PolicyLang.Analysis;
using PolicyLang.Semantics;

namespace PolicyLang.Cli.Reporters;

/// <summary>A timeline as JSON; the order of the keys is part of the contract.</summary>
internal static class TimelineJson
{
    public static void Write(Utf8JsonWriter json, Timeline timeline, DayRange? window)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("from", window?.From.ToString());
        json.WriteString("until", window?.Until.ToString());
        json.WriteStartArray("days");
        foreach (TimelineDay day in timeline.Days)
        {
            json.WriteStartObject();
            json.WriteString("date", day.Day.ToString());
            json.WriteStartArray("reasons");
            foreach (TimelineReason reason in day.Reasons)
            {
                json.WriteStartObject();
                json.WriteString("kind", Word(reason.Kind));
                json.WriteString("text", reason.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("conflicts");
            ComparisonJson.Write(json, "begin", day.Begins);
            ComparisonJson.Write(json, "end", day.Ends);
            json.WriteEndObject();
            ComparisonJson.WriteChanges(json, day.Changes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ComparisonJson.WriteUndecided(json, timeline.Undecided);
        json.WriteEndObject();
    }

    private static string Word(TimelineReasonKind kind) => kind switch
    {
        TimelineReasonKind.Force => "force",
        TimelineReasonKind.End => "end",
        TimelineReasonKind.Adoption => "adoption",
        TimelineReasonKind.Withdrawal => "withdrawal",
        TimelineReasonKind.Reservation => "reservation",
        TimelineReasonKind.Member => "member",
        TimelineReasonKind.Acknowledgement => "acknowledgement",
        _ => throw new UnreachableException(),
    };
}
