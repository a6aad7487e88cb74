using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>Section 8: duties of which no way is left (PL4001), and those of which a policy leaves none (PL4010).</summary>
internal sealed class Dilemmas(Court court)
{
    /// <summary>The minimal sets of prohibitions that leave no way of an obligation.</summary>
    public IEnumerable<Finding> Of(Rule o)
    {
        var problem = new Problem(court, o, [.. Prohibitions(o).Select(p => (p, false))], null);
        return problem.MinimalSets(_ => true).Select(set => new Finding(Code("PL4001", o, set), "unresolved", [o, .. set], (s, j) => problem.IsIn(s, set) && j.Stands(o) && set.Any(j.Stands)));
    }

    /// <summary>The same with prohibitions of a policy of an organisation, for whom the duty is of an order above.</summary>
    public IEnumerable<Finding> OfPolicies(Rule o)
    {
        foreach ((string organisation, Func<Case, bool> within) in court.Organisations)
        {
            string[] own = [organisation, .. court.Organisations.Keys.Where(x => IsWithin(organisation, x))];
            if (o.IsPolicy && own.Contains(o.Order))
            {
                continue;
            }

            Func<Case, bool> above = court.Precedence.Orders.Above(o.Order, organisation);
            var problem = new Problem(court, o, [.. Prohibitions(o).Select(p => (p, IsOwn(p)))], c => above(c) && within(c));
            var plain = new Problem(court, o, [.. Prohibitions(o).Select(p => (p, false))], null);
            bool IsOwn(Rule p) => p.IsPolicy && own.Contains(p.Order);
            foreach (ImmutableHashSet<Rule> set in problem.MinimalSets(s => s.Any(IsOwn)))
            {
                if (!court.Situations.Any(s => plain.IsIn(s, [.. set.Where(p => !IsOwn(p))])))
                {
                    yield return new Finding(Code("PL4010", o, set), "unresolved", [o, .. set], (s, j) => problem.IsIn(s, set) && j.Stands(o) && set.Any(p => problem.Forbids(p, j)));
                }
            }
        }
    }

    private IEnumerable<Rule> Prohibitions(Rule o) => court.Rules.Where(p => p.Kind == RuleKind.Prohibition && p.Clause != o.Clause);

    private bool IsWithin(string organisation, string above) => organisation != above && court.Lexicon.Find(TaxonomyModel.Organisations, organisation)?.IsWithin(
        court.Lexicon.Find(TaxonomyModel.Organisations, above) ?? throw new KeyNotFoundException(above)) == true;

    private static string Code(string code, Rule o, IEnumerable<Rule> set) => o.IsSoft || set.Any(p => p.IsSoft) ? "PL4009" : code;

    /// <summary>∃ given: (∃ chosen: H ∧ E ∧ stands(o)) ∧ (∀ chosen: E → T ∧ H ∧ (A → F)).</summary>
    /// <param name="court">The workspace.</param>
    /// <param name="o">The obligation.</param>
    /// <param name="prohibitions">The prohibitions, and whether legal orders are taken by themselves for it.</param>
    /// <param name="holds">H; null for all cases.</param>
    private sealed class Problem(Court court, Rule o, ImmutableArray<(Rule Rule, bool Alone)> prohibitions, Func<Case, bool>? holds)
    {
        public bool Forbids(Rule p, Judgement j) => prohibitions.Any(x => x.Rule == p && x.Alone) ? j.StandsAlone(p) : j.Stands(p);

        public bool IsIn(Situation situation, ImmutableHashSet<Rule> set) =>
            situation.Choices.Any(j => Holds(j) && j.Stands(o)) && situation.Choices.All(j => o.IsTriggered(j.Case) && Holds(j) && (!o.Part.Act(j.Case) || set.Any(p => Forbids(p, j))));

        // No set is minimal that has a smaller one in it, whether or not that one is wanted.
        public List<ImmutableHashSet<Rule>> MinimalSets(Func<ImmutableHashSet<Rule>, bool> wanted)
        {
            Situation[] due = [.. court.Situations.Where(s => s.Choices.Any(j => Holds(j) && j.Stands(o)) && s.Choices.All(j => o.IsTriggered(j.Case) && Holds(j)))];
            ImmutableHashSet<Rule>[] useful = [.. prohibitions.Select(p => p.Rule).Where(p => due.Any(s => s.Choices.Any(j => o.Part.Act(j.Case) && Forbids(p, j)))).GroupBy(p => p.Clause).Select(g => g.ToImmutableHashSet())];
            var minimal = new List<ImmutableHashSet<Rule>>();
            foreach (ImmutableHashSet<Rule> set in Subsets(useful).OrderBy(s => s.Select(p => p.Clause).Distinct().Count()))
            {
                if (!set.IsEmpty && !minimal.Exists(m => m.IsSubsetOf(set)) && due.Any(s => IsIn(s, set)))
                {
                    minimal.Add(set);
                }
            }

            return [.. minimal.Where(wanted)];
        }

        private bool Holds(Judgement j) => holds is null || holds(j.Case);

        // A clause counts as a whole, if it should carry several prohibitions.
        private static List<ImmutableHashSet<Rule>> Subsets(IEnumerable<ImmutableHashSet<Rule>> clauses)
        {
            List<ImmutableHashSet<Rule>> subsets = [[]];
            foreach (ImmutableHashSet<Rule> rules in clauses)
            {
                subsets.AddRange([.. subsets.Select(s => s.Union(rules))]);
            }

            return subsets;
        }
    }
}
