using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Differences;

/// <summary>Says what a party has adopted, reserved and invoked, phrase by phrase, and which phrases are others.</summary>
internal static class PartyPhrases
{
    /// <summary>The parties that two versions tell otherwise.</summary>
    public static IEnumerable<ClauseChange> Compare(SemanticModel before, SemanticModel after)
    {
        ILookup<string, string> old = Say(before);
        ILookup<string, string> now = Say(after);
        foreach (string party in old.Select(p => p.Key).Union(now.Select(p => p.Key)))
        {
            ImmutableArray<CasesLine> gone = [.. old[party].Except(now[party]).Select(CasesLine.Of)];
            ImmutableArray<CasesLine> added = [.. now[party].Except(old[party]).Select(CasesLine.Of)];
            if (!gone.IsEmpty || !added.IsEmpty)
            {
                ClauseChangeKind kind = !old.Contains(party) ? ClauseChangeKind.Added
                    : !now.Contains(party) ? ClauseChangeKind.Removed
                    : ClauseChangeKind.Changed;
                yield return new ClauseChange($"party {party}", kind, gone, added);
            }
        }
    }

    private static ILookup<string, string> Say(SemanticModel model) =>
        model.Parties.SelectMany(p => p.Adoptions.Select(Say).Concat(p.Invocations.Select(Say)).Select(phrase => (p.Name, phrase)))
            .ToLookup(p => p.Name, p => p.phrase, StringComparer.Ordinal);

    /// <summary>"adopts DGF since 2028-01-01 reserving DGF.Art2 until 2030-12-31".</summary>
    public static string Say(Adoption adoption)
    {
        string towards = adoption.Towards.IsEmpty ? string.Empty : $" towards {Names(adoption.Towards)}";
        string reserving = adoption.Reserving.IsEmpty ? string.Empty : $" reserving {Names(adoption.Reserving)}";
        string measures = adoption.ReservingFor.IsEmpty ? string.Empty : $" for {Names(adoption.ReservingFor)}";
        return $"adopts {adoption.Framework.Name} since {adoption.Since}{Until(adoption.Until)}{towards}{reserving}{measures}"
            + Until(adoption.ReservingUntil);
    }

    private static string Say(Invocation invocation) =>
        $"invokes {invocation.Leave.QualifiedName} for {Names(invocation.For)} since {invocation.Since}{Until(invocation.Until)}";

    private static string Until(Text.CalendarDay? day) => day is { } until ? $" until {until}" : string.Empty;

    private static string Names(ImmutableArray<Symbol> names) =>
        CaseSentence.List([.. names.Select(n => n.ToString()).OrderBy(n => n, StringComparer.Ordinal)], "and");
}
