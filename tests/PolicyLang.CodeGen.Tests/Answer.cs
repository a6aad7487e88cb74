using PolicyLang.Decisions;
using PolicyLang.Runtime;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Decisions as text, so that those of the compiler and those of a model can be compared.</summary>
internal static class Answer
{
    public static string Tell(Decision decision) => string.Join('\n', (IEnumerable<string>)
    [
        decision.Outcome.ToString(),
        .. decision.Orders.Select(o => $"order {o.Authority} {o.Outcome} {string.Join(' ', o.Applied)}"),
        $"applied {string.Join(' ', decision.Applied)}",
        .. decision.Defeated.Select(d => $"defeated {d.Clause} {d.By} {d.Principle}"),
        $"duties {string.Join(' ', decision.Duties)}",
        .. decision.WaysToComply.Select(w => "way " + string.Join("; ", w.Facts.Select(f => $"{f.Attribute} = {string.Join(", ", RawFact.Of(f).Values)}"))).Order(StringComparer.Ordinal),
    ]);

    public static string Tell(PolicyDecision decision) => string.Join('\n', (IEnumerable<string>)
    [
        decision.Outcome.ToString(),
        .. decision.Orders.Select(o => $"order {o.Authority} {o.Outcome} {string.Join(' ', o.Applied)}"),
        $"applied {string.Join(' ', decision.Applied)}",
        .. decision.Defeated.Select(d => $"defeated {d.Clause} {d.By} {d.Principle}"),
        $"duties {string.Join(' ', decision.Duties.Select(d => d.Clause))}",
        .. decision.WaysToComply.Select(w => "way " + string.Join("; ", w.Changes.Select(c => $"{c.Attribute} = {string.Join(", ", c.Values)}"))).Order(StringComparer.Ordinal),
    ]);
}
