using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Rules;

/// <summary>
/// Which clauses of a model give the rules that they gave before. There is no plan where a clause that speaks to States about their law
/// differs, or one that others invoke, or many: then everything may matter to everything.
/// </summary>
internal sealed class SuccessionPlan
{
    private const int MostChanges = 64;

    private readonly RuleBook _earlier;
    private readonly List<(ClauseSymbol Now, ClauseSymbol? Same, bool Compared)> _clauses = [];
    private readonly Dictionary<(Type, string), Symbol> _orders;

    private SuccessionPlan(RuleBook earlier, SemanticModel model)
    {
        _earlier = earlier;
        _orders = model.Jurisdictions.Nodes.Cast<Symbol>().Concat(model.Blocs).Concat(model.Organisations).ToDictionary(s => (s.GetType(), s.Name));
    }

    public static SuccessionPlan? Of(RuleBook earlier, SemanticModel model)
    {
        if (!earlier.Model.Principles.SequenceEqual(model.Principles) || !Orders(earlier.Model).SetEquals(Orders(model)))
        {
            return null;
        }

        var before = new Dictionary<string, ClauseSymbol>(StringComparer.Ordinal);
        foreach (ClauseSymbol clause in earlier.Model.Clauses)
        {
            if (before.ContainsKey(clause.QualifiedName))
            {
                return null;
            }

            before.Add(clause.QualifiedName, clause);
        }

        var plan = new SuccessionPlan(earlier, model);
        return plan.Compare(before, model) ? plan : null;
    }

    /// <summary>The rules of now, and by their numbers those that the same rules had.</summary>
    /// <exception cref="RegionBudgetException">A clause is too complex.</exception>
    public (ImmutableArray<Rule> Rules, int[] Before) Rules(RuleLowering lowering, CancellationToken cancellation)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>(_earlier.Rules.Length);
        var before = new List<int>(_earlier.Rules.Length);
        foreach ((ClauseSymbol now, ClauseSymbol? same, bool compared) in _clauses)
        {
            if (same is null)
            {
                cancellation.ThrowIfCancellationRequested();
                _earlier.Space.Regions.BeginWork();
                ImmutableArray<Rule> lowered = lowering.Lower(now, rules.Count);
                rules.AddRange(lowered);
                before.AddRange(lowered.Select(_ => -1));
                continue;
            }

            foreach (Rule rule in _earlier.Of(same))
            {
                before.Add(compared ? rule.Number : -1);
                rules.Add(rule with { Number = rules.Count, Clause = now, Order = Again(rule.Order), Party = rule.Party is { } party ? Again(party) : null, Judged = rule.Judged is { } judged ? Again(judged) : null });
            }
        }

        return (rules.ToImmutable(), [.. before]);
    }

    private bool Compare(Dictionary<string, ClauseSymbol> before, SemanticModel model)
    {
        HashSet<(string Upper, string Lower, NameListKind)> claims = Claims(_earlier.Model);
        claims.SymmetricExceptWith(Claims(model));
        var claiming = new HashSet<string>(claims.SelectMany(c => new[] { c.Upper, c.Lower }), StringComparer.Ordinal);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ClauseSymbol clause in model.Clauses)
        {
            ClauseSymbol? same = before.TryGetValue(clause.QualifiedName, out ClauseSymbol? old) && IsSame(old, clause) ? old : null;
            bool compared = same is not null && !claiming.Contains(clause.QualifiedName);
            _clauses.Add((clause, same, compared));
            if (!seen.Add(clause.QualifiedName) || (!compared && (IsLawMaking(clause) || (old is not null && IsLawMaking(old)))))
            {
                return false;
            }

            if (!compared)
            {
                changed.Add(clause.QualifiedName);
            }
        }

        foreach (ClauseSymbol gone in before.Values.Where(c => !seen.Contains(c.QualifiedName)))
        {
            if (IsLawMaking(gone))
            {
                return false;
            }

            changed.Add(gone.QualifiedName);
        }

        return changed.Count <= MostChanges && !IsInvoked(model, changed) && !IsInvoked(_earlier.Model, changed);
    }

    private Symbol Again(Symbol order) => _orders[(order.GetType(), order.Name)];

    private static bool IsSame(ClauseSymbol before, ClauseSymbol now) =>
        ReferenceEquals(before.Syntax.Node, now.Syntax.Node) && before.HasErrors == now.HasErrors && (before.Meaning is null) == (now.Meaning is null)
        && before.Framework.EffectiveRank == now.Framework.EffectiveRank && before.Force.SequenceEqual(now.Force);

    private static bool IsLawMaking(ClauseSymbol clause) => clause.Syntax.Node.Sentence is LawSentenceSyntax;

    // What an invoked clause says decides where the one that invokes it prevails.
    private static bool IsInvoked(SemanticModel model, HashSet<string> clauses) =>
        model.Clauses.Any(c => c.Precedences.Any(p => p.Relation == NameListKind.Invoking && p.Clauses.Any(i => clauses.Contains(i.QualifiedName))));

    private static HashSet<(string Upper, string Lower, NameListKind Relation)> Claims(SemanticModel model) =>
        [.. model.Precedence.Select(e => (e.Upper.QualifiedName, e.Lower.QualifiedName, e.Claim.Relation))];

    // The legal orders with law of conduct: those that the law of parties is made of.
    private static HashSet<string> Orders(SemanticModel model) =>
        [.. model.Frameworks.Where(f => !f.IsDraft && f.Clauses.Any(c => c.Meaning?.Modality is not null)).Select(f => f.Authority?.Name).OfType<string>()];
}
