using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>
/// Which clauses of a model give the rules that they gave before. There is no plan where a clause that speaks to States about their law
/// differs, or one that others invoke, or many: then everything may matter to everything.
/// </summary>
internal sealed class ClauseDiff
{
    private const int MostChanges = 64;

    private readonly RuleBook _earlier;
    private readonly SemanticModel _model;
    private readonly bool _sameGround;
    private readonly Dictionary<string, (ClauseSymbol? Same, bool Compared)> _again = new(StringComparer.Ordinal);
    private readonly HashSet<string> _claiming;
    private Dictionary<(Type, string), Symbol>? _orders;

    private ClauseDiff(RuleBook earlier, SemanticModel model)
    {
        _earlier = earlier;
        _model = model;
        _sameGround = ReferenceEquals(earlier.Model.Vocabulary, model.Vocabulary);
        HashSet<(string Upper, string Lower, NameListKind)> claims = Claims(earlier.Model, model);
        claims.SymmetricExceptWith(Claims(model, earlier.Model));
        _claiming = new HashSet<string>(claims.SelectMany(c => new[] { c.Upper, c.Lower }), StringComparer.Ordinal);
    }

    public static ClauseDiff? Compare(RuleBook earlier, SemanticModel model)
    {
        // Every clock is a variable of the space of cases.
        if (!earlier.Model.OrderPrinciples.IsSame(model.OrderPrinciples) || !earlier.Model.Repeals.IsSame(model.Repeals)
            || !new HashSet<string>(earlier.Model.Clocks, StringComparer.Ordinal).SetEquals(model.Clocks)
            || !Orders(earlier.Model).SetEquals(Orders(model)))
        {
            return null;
        }

        var plan = new ClauseDiff(earlier, model);
        return plan.Compare() ? plan : null;
    }

    /// <summary>The rules of now, and for each the number that the same rule had; -1 for a new one. Null where a clause is too
    /// complex.</summary>
    public (ImmutableArray<Rule> Rules, ImmutableArray<int> Before)? Rules(RuleLowering lowering, CancellationToken cancellation)
    {
        var numbers = new StableRuleIds(_earlier.Rules.Length);
        foreach (BoundFile part in _model.Parts)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_claiming.Count == 0 && ReferenceEquals(part, _earlier.Model.Part(part.Tree.File)))
            {
                foreach (Rule rule in _earlier.Lowered.RulesIn(part))
                {
                    numbers.Keep(Rebind(rule, rule.Clause), rule.Number);
                }
            }
            else if (!Follow(part, lowering, numbers))
            {
                return null;
            }
        }

        return numbers.Assign();
    }

    private bool Follow(BoundFile part, RuleLowering lowering, StableRuleIds numbers)
    {
        foreach (ClauseSymbol clause in part.Clauses)
        {
            if (!_again.TryGetValue(clause.QualifiedName, out (ClauseSymbol? Same, bool Compared) again))
            {
                // Its file is as it was.
                again = (clause, !_claiming.Contains(clause.QualifiedName));
            }

            if (again.Same is null)
            {
                if (!_earlier.Space.Regions.TryApart(() => lowering.Lower(clause)).TryGet(out ImmutableArray<Rule> lowered))
                {
                    return false;
                }

                numbers.Add(lowered);
                continue;
            }

            foreach (Rule rule in _earlier.RulesOf(again.Same))
            {
                if (again.Compared)
                {
                    numbers.Keep(Rebind(rule, clause), rule.Number);
                }
                else
                {
                    numbers.Add([Rebind(rule, clause)]);
                }
            }
        }

        return true;
    }

    private Rule Rebind(Rule rule, ClauseSymbol clause) =>
        !_sameGround ? rule with { Clause = clause, Order = Rebind(rule.Order), Party = rule.Party is { } party ? Rebind(party) : null,
            Judged = rule.Judged is { } judged ? Rebind(judged) : null }
        : ReferenceEquals(rule.Clause, clause) ? rule
        : rule with { Clause = clause };

    private Symbol Rebind(Symbol order)
    {
        _orders ??= _model.Jurisdictions.Nodes.Cast<Symbol>().Concat(_model.Blocs).Concat(_model.Organisations)
            .ToDictionary(s => (s.GetType(), s.Name));
        return _orders[(order.GetType(), order.Name)];
    }

    // Finds the changed files, and clauses that gain or lose a precedence claim.
    private bool Compare()
    {
        var before = new Dictionary<string, ClauseSymbol>(StringComparer.Ordinal);
        foreach (ClauseSymbol clause in Differing(_earlier.Model, _model))
        {
            before.Add(clause.QualifiedName, clause);
        }

        var changed = new HashSet<string>(_claiming, StringComparer.Ordinal);
        foreach (ClauseSymbol clause in Differing(_model, _earlier.Model))
        {
            ClauseSymbol? old = before.TryGetValue(clause.QualifiedName, out ClauseSymbol? found) ? found : null;
            ClauseSymbol? same = old is not null && IsSame(old, clause) ? old : null;
            _again.Add(clause.QualifiedName, (same, same is not null && !_claiming.Contains(clause.QualifiedName)));
            if (same is null)
            {
                changed.Add(clause.QualifiedName);
            }
        }

        changed.UnionWith(before.Keys.Where(gone => !_again.ContainsKey(gone)));
        return changed.Count <= MostChanges && !BearsOnLaw(_model, changed) && !BearsOnLaw(_earlier.Model, changed);
    }

    private static bool IsSame(ClauseSymbol before, ClauseSymbol now) =>
        ReferenceEquals(before.Syntax.Node, now.Syntax.Node) && before.HasErrors == now.HasErrors
            && (before.Meaning is null) == (now.Meaning is null)
        && before.Force.SequenceEqual(now.Force) && IsSame(before.Framework, now.Framework);

    // The properties that affect its rules; citation and aim do not.
    private static bool IsSame(FrameworkSymbol before, FrameworkSymbol now) =>
        before.Rank == now.Rank && before.EffectiveRank == now.EffectiveRank && IsSame(before.Authority, now.Authority)
            && before.Replaces.Select(f => f.Name).SequenceEqual(now.Replaces.Select(f => f.Name));

    private static bool IsSame(Symbol? before, Symbol? now) => before?.Name == now?.Name && before?.GetType() == now?.GetType();

    // A changed law-making clause, or one whose meaning decides precedence for another.
    private static bool BearsOnLaw(SemanticModel model, HashSet<string> changed) =>
        changed.Count > 0 && model.Parts.Any(p => p.BearingOnLaw.Overlaps(changed));

    private static IEnumerable<ClauseSymbol> Differing(SemanticModel model, SemanticModel other) =>
        Parts(model, other).SelectMany(p => p.Clauses);

    private static IEnumerable<BoundFile> Parts(SemanticModel model, SemanticModel other) =>
        model.Parts.Where(p => !ReferenceEquals(p, other.Part(p.Tree.File)));

    // Cyclic claims do not count, so with cycles all of them are checked.
    private static HashSet<(string Upper, string Lower, NameListKind Relation)> Claims(SemanticModel model, SemanticModel other) =>
        [.. (model.Circles.IsEmpty && other.Circles.IsEmpty ? Parts(model, other).SelectMany(p => p.Precedence) : model.Precedence)
            .Select(e => (e.Upper.QualifiedName, e.Lower.QualifiedName, e.Claim.Relation))];

    private static HashSet<string> Orders(SemanticModel model) => [.. model.Parts.SelectMany(p => p.Orders)];
}
