using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Repairs.Hypotheses;

/// <summary>Says what a supposition means for the parties that it names.</summary>
/// <param name="before">The law as it is.</param>
/// <param name="after">The law as it is supposed.</param>
/// <param name="supposed">How that was made.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class Outlook(Workspace before, Workspace after, SupposedLaw supposed, CancellationToken cancellation)
{
    /// <summary>The answer.</summary>
    public WhatIfAnswer Answer()
    {
        VersionComparison comparison = after.CompareWith(before, cancellation: cancellation);
        ImmutableArray<PartyOutlook> parties = [.. supposed.Parties.Select(p => Of(p, comparison))];
        return new WhatIfAnswer(
            parties,
            [.. comparison.Conflicts.New.Where(c => c.Parties.IsEmpty || c.Parties.Any(p => !supposed.Parties.Contains(p)))],
            comparison);
    }

    private PartyOutlook Of(string party, VersionComparison comparison)
    {
        Conflict[] own = [.. comparison.Conflicts.New.Where(c => c.Parties.Contains(party)).Select(c => c.Conflict)];
        ImmutableArray<OwedClause> breaches = Breaches(own);
        Dictionary<(string Clause, string By), ImmutableArray<(long First, long Last)>> owed = OwedTo(before, party);
        Dictionary<(string Clause, string By), ImmutableArray<(long First, long Last)>> then = OwedTo(after, party);
        return new PartyOutlook(
            party,
            breaches,
            [
                .. own.Where(c => c.Kind == ConflictKind.MissingTransposition).Select(c => c.MainClause)
                    .OrderBy(n => n, StringComparer.Ordinal),
            ],
            Grouped(Beyond(then, owed)),
            Grouped(Beyond(owed, then)),
            Reservation(party, breaches, then));
    }

    private static ImmutableArray<OwedClause> Breaches(IEnumerable<Conflict> conflicts) =>
        Grouped(conflicts.Where(c => c.Kind == ConflictKind.TreatyBreach)
            .SelectMany(c => c.Clauses.Where(law => law != Promise(c)).Select(law => (Promise(c), law))));

    private static string Promise(Conflict conflict) => conflict.Sides[0].Clauses[0];

    // Only its own reservation ends the breach of a clause: none is smaller.
    private SmallestReservation? Reservation(string party, ImmutableArray<OwedClause> breaches,
        Dictionary<(string Clause, string By), ImmutableArray<(long First, long Last)>> owed)
    {
        (string Party, string Framework, string Since)[] adoptions =
            [.. supposed.Adoptions.Where(a => a.Party == party && breaches.Any(b => IsOf(b.Clause, a.Framework)))];
        if (adoptions.Length != 1)
        {
            return null;
        }

        (_, string framework, string since) = adoptions[0];
        ImmutableArray<string> clauses = [.. breaches.Select(b => b.Clause).Where(c => IsOf(c, framework))];
        Workspace trial = supposed.Reserving(party, framework, since, clauses);
        bool breaks = trial.GetOpenConflicts(cancellation).Any(c => c.Kind == ConflictKind.TreatyBreach && IsOf(Promise(c), framework)
            && c.Parties.Any(p => p.Party == party));
        return breaks ? null : new SmallestReservation(clauses, Grouped(Beyond(owed, OwedTo(trial, party))));
    }

    private static bool IsOf(string clause, string framework) => clause.StartsWith(framework + ".", StringComparison.Ordinal);

    // The guarantees owed to a party, with who owes them and on which days.
    private Dictionary<(string Clause, string By), ImmutableArray<(long First, long Last)>> OwedTo(Workspace workspace, string party) =>
        workspace.Ask(
            "What is owed to a party", rules => Owed(rules, party).ToDictionary(o => (o.Clause, o.By), o => o.Days), out _, cancellation)
            .OrElse(() => []);

    // What is owed on a day on which the others do not have it.
    private static IEnumerable<(string Clause, string By)> Beyond(
        Dictionary<(string Clause, string By), ImmutableArray<(long First, long Last)>> these,
        Dictionary<(string Clause, string By), ImmutableArray<(long First, long Last)>> those) =>
        these.Where(o => !those.TryGetValue(o.Key, out ImmutableArray<(long First, long Last)> days)
            || o.Value.Any(d => !days.Any(e => e.First <= d.First && d.Last <= e.Last))).Select(o => o.Key);

    private static IEnumerable<(string Clause, string By, ImmutableArray<(long First, long Last)> Days)> Owed(RuleBook rules, string party)
    {
        if (rules.Compiler.Date is not { } date)
        {
            yield break;
        }

        RegionSpace regions = rules.Space.Regions;
        foreach (ClauseSymbol clause in rules.Model.Clauses.Where(c => c.Meaning is
            { LawModality: Syntax.LawModality.MustAllow or Syntax.LawModality.MustNotProhibit or Syntax.LawModality.MustNotRequire }))
        {
            Dictionary<Symbol, Region> reach = rules.Lowered.ReachOf(clause).ToDictionary(r => r.Party, r => r.Bound);
            foreach (TreatyParty other in rules.Parties.Parties(clause.Framework).Where(p => p.Place.Name != party))
            {
                Region owed = !reach.TryGetValue(other.Place, out Region? bound) ? regions.Empty : regions.And(bound, regions.Union(
                    [.. rules.Parties.OwedTo(clause, other).Where(o => o.Other?.Name == party).Select(o => o.Cases)]));
                if (!owed.IsEmpty)
                {
                    yield return (clause.QualifiedName, other.Place.Name, regions.ValuesOf(owed, rules.Space.VariableOf(date)));
                }
            }
        }
    }

    private static ImmutableArray<OwedClause> Grouped(IEnumerable<(string Clause, string Of)> pairs) =>
    [
        .. pairs.GroupBy(p => p.Clause, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new OwedClause(g.Key, [.. g.Select(p => p.Of).Distinct().OrderBy(n => n, StringComparer.Ordinal)])),
    ];
}
