using System.Diagnostics;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;

namespace PolicyLang.Cli.Reporters;

/// <summary>A decision for people.</summary>
internal sealed class DecisionText(AnsiStyle ink, TerminalWriter output)
{
    /// <summary>Writes the answer, why, what is due, and what would make the act permitted.</summary>
    /// <param name="decision">The answer.</param>
    /// <param name="facts">The case as it was given, to say the ways to comply as changes to it.</param>
    public void Write(Decision decision, CaseFacts facts)
    {
        output.Line(Paint(decision.Outcome));
        foreach (OrderAnswer order in decision.Orders)
        {
            string by = order.Applied.Length > 0 ? $" by {CaseSentence.List(order.Applied, "and")}" : string.Empty;
            output.Line($"  {order.Authority}: {WireNames.NameOf(order.Outcome)}{by}");
        }

        Section("applied", decision.Applied);
        Section("defeated", decision.Defeated.Select(defeated => $"{defeated.Clause} yields to {defeated.By} ({Why(defeated.Principle)})"));
        Section("duties", decision.Duties.Concat(decision.SoftDuties.Select(d => $"{d} (should)")));
        Section("advice", decision.Advice.Select(a => $"{WireNames.NameOf(a.Kind)} by {a.Clause}"));
        Section("ways to comply",
            WaySentences.Sentences(decision.Ways.Where(w => w.Outcome == Outcome.Permitted).Select(w => w.Change), facts));
        Section("ways that no rule forbids",
            WaySentences.Sentences(decision.Ways.Where(w => w.Outcome != Outcome.Permitted).Select(w => w.Change), facts));
        Section("would be lawful if", WaySentences.Sentences(decision.OtherGrounds, facts));
        Section("assumed", decision.Assumed.Select(CaseSentence.Assumption));
    }

    private void Section(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            output.Line(ink.Bold($"{title}:"));
        }

        foreach (string line in all)
        {
            output.Line($"  {line}");
        }
    }

    private SafeText Paint(Outcome outcome) => outcome switch
    {
        Outcome.Permitted => ink.Green(WireNames.NameOf(outcome)),
        Outcome.Unregulated => ink.Yellow(WireNames.NameOf(outcome)),
        Outcome.Prohibited or Outcome.Conflicting => ink.Red(WireNames.NameOf(outcome)),
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
