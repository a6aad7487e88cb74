using System.Diagnostics;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;

namespace PolicyLang.Cli.Reporters;

/// <summary>A decision for people.</summary>
internal sealed class DecisionText(Ink ink, TextWriter output)
{
    /// <summary>Writes the answer, why, what is due, and what would make the act permitted.</summary>
    /// <param name="decision">The answer.</param>
    /// <param name="facts">The case as it was given, to say the ways to comply as changes to it.</param>
    public void Write(Decision decision, CaseFacts facts)
    {
        output.WriteLine(Paint(decision.Outcome));
        foreach (OrderAnswer order in decision.Orders)
        {
            string by = order.Applied.Length > 0 ? $" by {CaseSentence.List(order.Applied, "and")}" : string.Empty;
            output.WriteLine($"  {order.Authority}: {Words.Of(order.Outcome)}{by}");
        }

        Section("applied", decision.Applied);
        Section("defeated", decision.Defeated.Select(defeated => $"{defeated.Clause} yields to {defeated.By} ({Why(defeated.Principle)})"));
        Section("duties", decision.Duties);
        Section("ways to comply", WaySentences.Sentences(decision.WaysToComply, facts));
    }

    private void Section(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            output.WriteLine(ink.Bold(title + ":"));
        }

        foreach (string line in all)
        {
            output.WriteLine("  " + line);
        }
    }

    private string Paint(Outcome outcome) => outcome switch
    {
        Outcome.Permitted => ink.Green(Words.Of(outcome)),
        Outcome.Unregulated => ink.Yellow(Words.Of(outcome)),
        Outcome.Prohibited or Outcome.Conflicting => ink.Red(Words.Of(outcome)),
        _ => throw new UnreachableException(),
    };

    private static string Why(Principle principle) => principle switch
    {
        Principle.Explicit => "explicit: a clause says so",
        Principle.Superior => "superior: the higher law",
        Principle.Specialis => "specialis: the more specific rule",
        Principle.Posterior => "posterior: the later rule",
        _ => throw new UnreachableException(),
    };
}
