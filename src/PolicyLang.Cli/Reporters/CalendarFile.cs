using System.Globalization;
using System.Text;
using PolicyLang.Analysis;
using PolicyLang.LanguageService.Wording;
using PolicyLang.Text;

namespace PolicyLang.Cli.Reporters;

/// <summary>A timeline as iCalendar (RFC 5545): an entry for each day, whose output depends on nothing but the input.</summary>
internal static class CalendarFile
{
    private const int MostOctets = 75;

    public static void Write(Timeline timeline, TextWriter output)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//PolicyLang//policyc timeline//EN");
        foreach (TimelineDay day in timeline.Days)
        {
            string date = Date(day.Day);
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{date}@policylang");
            Line(text, $"DTSTAMP:{date}T000000Z");
            Line(text, $"DTSTART;VALUE=DATE:{date}");
            Line(text, $"SUMMARY:{Escape(TimelineWords.Reasons(day))}");
            string[] told =
            [
                .. TimelineWords.Groups(day.Begins).Select(g => $"begins: {g.Title}"),
                .. TimelineWords.Groups(day.Ends).Select(g => $"ended: {g.Title}"),
                .. day.Changes.Select(c =>
                    $"{c.Turn}: {(c.Blocks.IsEmpty ? Decisions.CaseSentence.Write(c.Case) : c.Blocks[0].Written)}"),
            ];
            Line(text, $"DESCRIPTION:{Escape(string.Join("\n", told))}");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        output.Write(text.ToString());
    }

    private static string Date(CalendarDay day) => day.ToString().Replace("-", string.Empty, StringComparison.Ordinal);

    private static string Escape(string words) => string.Join(@"\n", words.Split('\n').Select(line => Display.Clean(line)
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal)));

    // A line has at most 75 octets; the next begins with a blank.
    private static void Line(StringBuilder text, string line)
    {
        int octets = 0;
        foreach (string letter in Letters(line))
        {
            int size = Encoding.UTF8.GetByteCount(letter);
            if (octets + size > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(letter);
            octets += size;
        }

        text.Append("\r\n");
    }

    private static IEnumerable<string> Letters(string line)
    {
        TextElementEnumerator letters = StringInfo.GetTextElementEnumerator(line);
        while (letters.MoveNext())
        {
            yield return letters.GetTextElement();
        }
    }
}
