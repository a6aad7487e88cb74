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
        .. decision.WaysToComply.Select(w => "way " + Tell(w)).Order(StringComparer.Ordinal),
        .. decision.OtherGrounds.Select(g => "ground " + Tell(g)).Order(StringComparer.Ordinal),
        $"assumed {string.Join("; ", decision.Assumed.Select(Tell))}",
        $"complete {decision.WaysAreComplete && decision.GroundsAreComplete}",
    ]);

    private static string Tell(CaseFacts facts) => string.Join("; ", facts.Facts.Select(Tell));

    private static string Tell(Fact fact) => $"{fact.Attribute} = {string.Join(", ", RawFact.FromFact(fact).Values.Where(v => v.Length > 0))}";

    public static string Tell(PolicyDecision decision) => string.Join('\n', (IEnumerable<string>)
    [
        decision.Outcome.ToString(),
        .. decision.Orders.Select(o => $"order {o.Authority} {o.Outcome} {string.Join(' ', o.Applied)}"),
        $"applied {string.Join(' ', decision.Applied)}",
        .. decision.Defeated.Select(d => $"defeated {d.Clause} {d.By} {d.Principle}"),
        $"duties {string.Join(' ', decision.Duties.Select(d => d.Clause))}",
        .. decision.WaysToComply.Select(w => "way " + Tell(w)).Order(StringComparer.Ordinal),
        .. decision.OtherGrounds.Select(g => "ground " + Tell(g)).Order(StringComparer.Ordinal),
        $"assumed {string.Join("; ", decision.Assumed.Select(Tell))}",
        $"complete {decision.IsComplete}",
    ]);

    private static string Tell(WayToComply way) => string.Join("; ", way.Changes.Select(Tell));

    private static string Tell(CaseChange change) => $"{change.Attribute} = {string.Join(", ", change.Values)}";
}
