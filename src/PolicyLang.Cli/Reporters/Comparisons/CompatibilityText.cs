using PolicyLang.Analysis.Compatibility;
using PolicyLang.Decisions;
using PolicyLang.LanguageService.Wording;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>Whether an offer and a request can be met together, for people.</summary>
/// <param name="prose">Where it goes.</param>
internal sealed class CompatibilityText(IProse prose)
{
    public void Write(CompatibilityReport report)
    {
        prose.Heading(CompatibilityWords.Verdict(report));
        foreach (CompatibilityPart part in report.Parts)
        {
            prose.Heading(CompatibilityWords.Title(report, part));
            foreach (string block in part.Blocks.Select(b => b.Written))
            {
                prose.Line(block);
            }

            prose.Item($"case: {CaseSentence.Write(part.Case)}");
            prose.Item($"clauses: {string.Join(", ", part.Clauses)}");
        }
    }
}
