using System.Collections.Concurrent;
using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>
/// All rules of a workspace, which of them overlap, and where each stands undefeated: lowering, then overlap, then defeat. Each stage is
/// worked out when it is first asked for.
/// </summary>
internal sealed class RuleBook
{
    // A cancelled stage is worked out again when next asked for; exceptions are not kept.
    private const LazyThreadSafetyMode Retry = LazyThreadSafetyMode.PublicationOnly;

    private readonly Lazy<Attempt<Region>> _existing;
    private readonly Lazy<Region[]> _initial;
    private readonly Lazy<OverlapTable> _overlaps;
    private readonly Lazy<NearRules> _near;
    private readonly Lazy<DefeatProblem> _problem;
    private readonly Lazy<Attack[][][]> _attacks;
    private readonly Lazy<ContestedRules> _contested;
    private readonly Lazy<StandingAtIssue?> _atIssue;
    private readonly Lazy<DefeatSolution> _standing;
    private readonly Lazy<DefeatSolution> _standingOfAll;
    private readonly Lazy<DefeatSolution> _standingOfJudged;
    private readonly Lazy<DefeatSolution> _standingAlone;
    private readonly ConcurrentDictionary<string, RuleBook> _under = new(StringComparer.Ordinal);

    /// <param name="lowered">The rules.</param>
    /// <param name="stages">Works out the rest.</param>
    internal RuleBook(LoweredRules lowered, RuleStages stages)
    {
        Lowered = lowered;
        var claims = new ExplicitClaims(lowered.Model);
        Precedences = new Precedences(lowered, claims, new Excuses(lowered, claims));
        _existing = new(() => stages.Existing(lowered), Retry);
        _initial = new(() => FindInitial(stages), Retry);
        _overlaps = new(() => stages.Overlaps(lowered, Precedences), Retry);
        _near = new(() => stages.Near(lowered), Retry);
        _problem = new(() => new DefeatProblem(
            lowered, _overlaps.Value, Precedences, new Attacks(lowered, Precedences, _overlaps.Value, stages), _initial.Value), Retry);
        _attacks = new(() => _problem.Value.AttacksByStep(), Retry);
        _contested = new(() => ContestedRules.Find(_problem.Value), Retry);
        _atIssue = new(() => stages.KnowsStanding ? null : StandingAtIssue.Find(_problem.Value, _contested.Value, Judged), Retry);
        _standing = new(() => Note(stages.Solve(_problem.Value, Hierarchy.Full, _contested.Value.All)), Retry);
        _standingOfAll = new(() => Note(new DefeatSolver(_problem.Value, Hierarchy.Full).Solve(Rules)), Retry);
        _standingOfJudged = new(() => Note(stages.Solve(
            _problem.Value, Hierarchy.WithinOrders, Judged, _standing.Value)), Retry);
        _standingAlone = new(() => Note(new DefeatSolver(_problem.Value, Hierarchy.WithinOrders).Solve(Rules)), Retry);
    }

    public SemanticModel Model => Lowered.Model;

    public RegionCompiler Compiler => Lowered.Compiler;

    public CaseSpace Space => Compiler.Space;

    /// <summary>In the order of their numbers.</summary>
    public ImmutableArray<Rule> Rules => Lowered.All;

    /// <summary>Clauses whose regions went beyond the budget; they have no rules.</summary>
    public ImmutableArray<ClauseSymbol> TooComplex => Lowered.TooComplex;

    /// <summary>The cases that exist: those that fit every assumption and whose clocks agree.</summary>
    public Region Existing => _existing.Value.Or(Space.Regions.Full);

    /// <summary>Clauses whose overlaps with others went beyond the budget; their conflicts are not decided.</summary>
    public ISet<ClauseSymbol> Undecided { get; } = new HashSet<ClauseSymbol>();

    /// <summary>How many pairs of opposing rules had to be compared exactly; 0 where that is known from earlier rules.</summary>
    public long CandidatePairs => _overlaps.Value.Candidates;

    /// <summary>What lowering gave.</summary>
    internal LoweredRules Lowered { get; }

    /// <summary>Which rule prevails over which.</summary>
    internal Precedences Precedences { get; }

    /// <summary>The cases that exist; undecided where the assumptions are beyond the budget, so that all cases count.</summary>
    internal Attempt<Region> ExistingCases => _existing.Value;

    /// <summary>Whether these cases are known.</summary>
    internal bool KnowsExisting => _existing.Value.IsDecided;

    /// <summary>By the numbers of rules, where they stand before anything falls. Nobody writes into it.</summary>
    internal Region[] Initial => _initial.Value;

    /// <summary>What it takes to say where the rules stand.</summary>
    internal DefeatProblem Problem => _problem.Value;

    /// <summary>The index that finds the rules that may speak of a case.</summary>
    internal NearRules NearIndex => _near.Value;

    /// <summary>Those of the undecided clauses of which it is not known where their rules stand, so that nothing is known to prevail over
    /// them either.</summary>
    internal ISet<ClauseSymbol> Unsettled { get; } = new HashSet<ClauseSymbol>();

    /// <summary>Whether every clause has its rules and every pair of rules was compared.</summary>
    internal bool IsComplete => TooComplex.IsEmpty && Undecided.Count == 0 && !_overlaps.Value.Unknown.Contains(true);

    /// <summary>Who is bound by what, and towards whom.</summary>
    internal BoundParties Parties => Lowered.Parties;

    /// <summary>Lowers every clause of a model.</summary>
    public static RuleBook Create(SemanticModel model, CancellationToken cancellation = default) =>
        Create(model, EngineSettings.Default, null, cancellation);

    /// <summary>The rules of opposing modality whose region meets that of a rule.</summary>
    public ImmutableArray<Rule> Opponents(Rule rule) => _overlaps.Value.OpponentsOf(rule);

    /// <summary>The cases of a rule among those that exist.</summary>
    public Region ExistingCasesOf(Rule rule) => _initial.Value[rule.Number];

    /// <summary>The cases in which a rule applies and nothing that stands prevails over it.</summary>
    public Region Undefeated(Rule rule) => !IsContested(rule) ? _standingOfAll.Value.Final[rule.Number]
        : _atIssue.Value is { } known && !_standing.IsValueCreated && known.Everywhere(rule, Note) is { } cases ? cases
        : _standing.Value.Final[rule.Number];

    /// <summary>The same for who seeks conflicts: of law that is used it may say less where no conflict depends on it.</summary>
    public Region UndefeatedAtIssue(Rule rule) =>
        _atIssue.Value is { } known && known.Solution.Solved[rule.Number] ? known.Solution.Final[rule.Number] : Undefeated(rule);

    /// <summary>Whether a rule may be part of a conflict; see <see cref="ContestedRules"/>.</summary>
    public bool IsContested(Rule rule) => (_atIssue.Value?.Solution ?? _standing.Value).Solved[rule.Number];

    /// <summary>Whether two opposing rules stand in the same case.</summary>
    public bool StandTogether(Rule one, Rule other) => !ContestedRules.NeverStandTogether(_attacks.Value, one, other)
        && Space.Regions.Overlaps(UndefeatedAtIssue(one), UndefeatedAtIssue(other));

    /// <summary>
    /// The same with legal orders taken by themselves: the superior principle works within each order only, and no guarantee uses it.
    /// What a party's law or an organisation's policy says is judged by this, before a higher order strikes it down.
    /// </summary>
    public Region UndefeatedWithinOrder(Rule rule) =>
        (!IsJudged(rule) ? _standingAlone.Value : _atIssue.Value?.OfJudged ?? _standingOfJudged.Value).Final[rule.Number];

    /// <summary>The rules that a clause gives.</summary>
    public IReadOnlyList<Rule> RulesOf(ClauseSymbol clause) => Lowered.RulesOf(clause);

    /// <summary>The legal orders whose rules are part of a party's law, each with the cases of the days on which they are.</summary>
    public IEnumerable<(Symbol Order, Region Days)> LawOf(Symbol party) => Parties.LawOf(party);

    /// <summary>The same as <see cref="Create(SemanticModel, CancellationToken)"/> with other settings of the engine.</summary>
    /// <param name="model">The model.</param>
    /// <param name="engine">How the engine works.</param>
    /// <param name="alternative">See <see cref="RegionSpace.Alternative"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static RuleBook Create(SemanticModel model, EngineSettings engine, Func<bool>? alternative, CancellationToken cancellation) =>
        new(LoweredRules.Lower(model, engine, alternative, cancellation), RuleStages.FromScratch);

    /// <summary>The rules whose trigger may hold for the given facts of a case, in the order of their numbers; no other rule speaks of
    /// it.</summary>
    internal IEnumerable<Rule> Near(long[] values) => _near.Value.Find(values);

    /// <summary>Works out where every contested rule stands, and with that which clauses are <see cref="Undecided"/>.</summary>
    internal void Settle()
    {
        if (_atIssue.Value is null)
        {
            _ = (_standing.Value, _standingOfJudged.Value);
        }
    }

    /// <summary>Where contested rules stand; of those that are judged by themselves, where they stand within their orders.</summary>
    internal DefeatSolution Standing(Hierarchy hierarchy) => (hierarchy == Hierarchy.Full ? _standing : _standingOfJudged).Value;

    /// <summary>The same with the law of some orders and frameworks alone; what prevails over what is as in the whole. It is worked out
    /// once for the same names.</summary>
    /// <param name="under">The orders and frameworks; empty for all.</param>
    internal RuleBook Under(ImmutableArray<Symbol> under) => under.IsEmpty ? this : _under.GetOrAdd(
        string.Join("+", under.Select(u => $"{u.Kind} {u.Name}")),
        _ => new RuleBook(Lowered.Restrict(c => c.IsUnder(under)), RuleStages.FromScratch));

    private ImmutableArray<Rule> Judged => [.. Rules.Where(IsJudged)];

    // Treaties, policies and the rules that meet them are few: conflict search asks about them.
    private bool IsJudged(Rule rule)
    {
        if (rule.IsLawMaking || rule.Clause.Framework.Rank == Rank.Policy)
        {
            return true;
        }

        foreach (Rule opponent in Opponents(rule))
        {
            if (opponent.IsLawMaking)
            {
                return true;
            }
        }

        return false;
    }

    private DefeatSolution Note(DefeatSolution solution)
    {
        Undecided.UnionWith(solution.Unsettled);
        Unsettled.UnionWith(solution.Unsettled);
        return solution;
    }

    private Region[] FindInitial(RuleStages stages)
    {
        Region[] regions = [.. Enumerable.Repeat(Space.Regions.Empty, Lowered.Size)];
        Region existing = Existing;
        foreach (Rule rule in Rules)
        {
            if (existing.IsFull)
            {
                regions[rule.Number] = rule.Region;
            }
            else if (stages.Initial(Lowered, rule, existing).TryGet(out Region? cases))
            {
                regions[rule.Number] = cases;
            }
            else
            {
                Undecided.Add(rule.Clause);
            }
        }

        return regions;
    }
}
