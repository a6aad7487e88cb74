using PolicyLang.Cli.Commands;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;

namespace PolicyLang.Cli.Reporters;

/// <summary>The law library for people: a table of its instruments, or the clauses of some.</summary>
internal sealed class LawText(AnsiStyle ink, TerminalWriter output)
{
    private const string Notice = "A reading aid, not legal advice.";

    public void Write(ListedLaw law)
    {
        if (law.Sources is { } sources)
        {
            WriteSources(sources, law);
        }
        else if (law.InFull)
        {
            foreach (LawInstrument instrument in law.Instruments)
            {
                WriteInstrument(instrument, law);
            }

            output.Line($"Law library {law.Version}. {Notice}");
        }
        else
        {
            WriteTable(law);
        }
    }

    private void WriteTable(ListedLaw law)
    {
        string[] heads = ["order", "name", "title", "in force", "clauses", "scenarios", "coverage", "read as of"];
        string[][] rows = [heads, .. law.Instruments.Select(i => Row(i, law))];
        int[] columns = [.. Enumerable.Range(0, heads.Length).Where(c => c != 6 || !law.Coverage.IsEmpty)];
        foreach (string[] row in rows)
        {
            string line = string.Join("  ", columns.Select(c => row[c].PadRight(rows.Max(r => r[c].Length)))).TrimEnd();
            output.Line(ReferenceEquals(row, heads) ? ink.Bold(line) : SafeText.Of($"{line}"));
        }

        int clauses = law.Instruments.Sum(i => i.ClausesOn(law.On).Length);
        output.Line();
        output.Line($"{WireNames.Count(rows.Length - 1, "instrument")}, {WireNames.Count(clauses, "clause")}, "
            + $"{WireNames.Count(law.Instruments.Sum(i => i.Scenarios), "scenario")}; law library {law.Version}. {Notice}");
    }

    private static string[] Row(LawInstrument instrument, ListedLaw law) =>
    [
        instrument.Order,
        instrument.Framework.Name,
        instrument.Framework.Title ?? string.Empty,
        Days(instrument.Force),
        $"{instrument.ClausesOn(law.On).Length}",
        $"{instrument.Scenarios}",
        law.CoverageOf(instrument) is { All: > 0 } part ? $"{100L * part.Covered / part.All} %" : string.Empty,
        instrument.ReadAsOf?.ToString() ?? string.Empty,
    ];

    private static string Days(string force)
    {
        const string lead = "in force ";
        return force.StartsWith(lead, StringComparison.Ordinal) ? force[lead.Length..] : force;
    }

    private void WriteInstrument(LawInstrument instrument, ListedLaw law)
    {
        FrameworkSymbol framework = instrument.Framework;
        output.Line(SafeText.Of($"{ink.Bold(framework.Name)}  {framework.Title}"));
        string adopted = framework.Adopted is { } day ? $", adopted {day}" : string.Empty;
        output.Line($"  {framework.Rank.ToString().ToLowerInvariant()} of {instrument.Order}{adopted}, {instrument.Force}");
        foreach (string line in new[] { framework.Citation, Address(framework.Source) }.OfType<string>().Concat(instrument.Notes))
        {
            output.Line($"  {line}");
        }

        foreach (ClauseSymbol clause in instrument.ClausesOn(law.On))
        {
            output.Line();
            string cites = clause.Cites is { } article ? $"  ({article})" : string.Empty;
            output.Line(SafeText.Of($"{ink.Bold(clause.QualifiedName)}  {clause.Title}{cites}"));
            output.Line($"  {LawListing.Sentence(clause)}");
            foreach (string line in (clause.Documentation ?? string.Empty).Split('\n').Where(l => l.Length > 0))
            {
                output.Line($"  // {line}");
            }
        }

        output.Line();
    }

    private static string? Address(string? source) => source is null ? null : $"<{source}>";

    private void WriteSources(IEnumerable<LawSource> sources, ListedLaw law)
    {
        HashSet<string> files = [.. law.Instruments.Select(i => i.Framework.Location.File)];
        int count = 0;
        foreach (LawSource source in sources.Where(s => !law.InFull || s.Places.Any(p => files.Contains(p.File))))
        {
            output.Line(SafeText.Of($"{ink.Bold(source.Address)}"));
            output.Line($"  {string.Join(", ", source.Places.Select(p => $"{p.File}:{p.Start.Line + 1}"))}");
            count++;
        }

        output.Line();
        output.Line($"{WireNames.Count(count, "source")} to look at; nothing was fetched.");
    }
}
