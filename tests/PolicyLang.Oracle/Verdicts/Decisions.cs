using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

public enum Verdict
{
    Unregulated,
    Permitted,
    Prohibited,
    Conflicting,
}

/// <summary>Section 7: decisions, duties, advice and what is assumed.</summary>
public static class Decisions
{
    /// <summary>The answer of each legal order with a rule of conduct that applies and is not soft.</summary>
    public static ImmutableSortedDictionary<string, Verdict> Orders(IEnumerable<Fate> fates) =>
        fates.Where(f => !f.Rule.IsSoft && !f.Rule.IsLawMaking).GroupBy(f => f.Rule.Order).ToImmutableSortedDictionary(g => g.Key, g => Order(g.Where(f => f.Stands).Select(f => f.Rule)), StringComparer.Ordinal);

    /// <summary>The answer of all legal orders together.</summary>
    public static Verdict Combined(ImmutableArray<Fate> fates)
    {
        ICollection<Verdict> orders = [.. Orders(fates).Values];
        List<Rule> standing = [.. fates.Where(f => f.Stands && !f.Rule.IsSoft).Select(f => f.Rule)];
        bool clash = standing.Exists(o => o.Kind == RuleKind.Obligation && standing.Exists(p => p.Kind == RuleKind.Prohibition && p.Order != o.Order));
        return orders.Contains(Verdict.Conflicting) || clash ? Verdict.Conflicting
            : orders.Contains(Verdict.Prohibited) ? Verdict.Prohibited
            : orders.Contains(Verdict.Permitted) ? Verdict.Permitted
            : Verdict.Unregulated;
    }

    public static bool IsLawful(Judgement judgement) => judgement.Verdict is Verdict.Unregulated or Verdict.Permitted;

    /// <summary>The obligations that are outstanding in a case, soft ones too.</summary>
    public static IEnumerable<Rule> Duties(Court court, Judgement judgement) =>
        court.Rules.Where(o => o.Kind == RuleKind.Obligation && o.IsTriggered(judgement.Case) && court.SituationOf(judgement).Choices.Any(j => j.Stands(o)));

    /// <summary>What soft law says: the clauses that discourage the act, and those that advise it.</summary>
    public static IEnumerable<(Rule Rule, bool Discourages)> Advice(Judgement judgement) => judgement.Fates
        .Where(f => f.Stands && f.Rule is { IsSoft: true, Kind: RuleKind.Prohibition or RuleKind.Obligation })
        .Select(f => (f.Rule, f.Rule.Kind == RuleKind.Prohibition));

    /// <summary>The attributes that a case leaves out and that stand in a minimal set of such attributes of which other values give another outcome.</summary>
    /// <param name="court">The workspace.</param>
    /// <param name="from">The case, its numbers exact.</param>
    /// <param name="told">The attributes that it states.</param>
    public static IEnumerable<int> Assumed(Court court, Case from, IReadOnlySet<int> told)
    {
        HashSet<int> stated = [.. told, .. court.World.Clocks.Where(k => k.Attributes.Any(told.Contains)).SelectMany(k => new[] { k.Hours, k.Months }.OfType<int>())];
        Judgement judgement = court.Find(from) ?? throw new InvalidOperationException("There is no such case.");
        int[] attributes = [.. Enumerable.Range(0, court.Law.Attributes.Length).Where(a => court.World.Domain(a).Count > 1)];
        List<ImmutableHashSet<int>> sets =
        [
            .. court.Judgements.Where(j => j.Verdict != judgement.Verdict)
                .Select(j => (j.Case, Changed: attributes.Where(a => !World.AreSame(j.Case[a], judgement.Case[a])).ToImmutableHashSet()))
                .Where(x => !x.Changed.Overlaps(stated)).SelectMany(x => Freed(court, from, x.Case, x.Changed, stated)),
        ];
        return sets.Where(set => !sets.Exists(s => s.IsProperSubsetOf(set))).SelectMany(set => set).Distinct();
    }

    // Clocks that keep their kind of value may still have to move, so that all agree.
    private static IEnumerable<ImmutableHashSet<int>> Freed(Court court, Case from, Case to, ImmutableHashSet<int> changed, IReadOnlySet<int> stated)
    {
        IEnumerable<ImmutableHashSet<int>> sets = [changed];
        foreach (int clock in court.World.Clocks.SelectMany(k => k.Attributes).Where(a => !stated.Contains(a) && !changed.Contains(a)))
        {
            sets = [.. sets, .. sets.Select(s => s.Add(clock))];
        }

        return sets.Where(set => court.World.Clocks.All(k => k.Agree(a => set.Contains(a) ? court.World.Stretch(a, to.Number(a)) : (from.Number(a), from.Number(a)))));
    }

    private static Verdict Order(IEnumerable<Rule> standing)
    {
        List<RuleKind> kinds = [.. standing.Select(r => r.Kind)];
        bool prohibited = kinds.Contains(RuleKind.Prohibition);
        bool permitted = kinds.Contains(RuleKind.Permission) || kinds.Contains(RuleKind.Obligation);
        return prohibited && permitted ? Verdict.Conflicting : prohibited ? Verdict.Prohibited : permitted ? Verdict.Permitted : Verdict.Unregulated;
    }
}
