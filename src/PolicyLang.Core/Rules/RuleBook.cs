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
    private readonly Lazy<LateCut> _cut;
    private readonly Lazy<OverlapTable> _overlaps;
    private readonly Lazy<ValueMasks> _masks;
    private readonly Lazy<NearRules> _near;
    private readonly Lazy<DefeatProblem> _problem;
    private readonly Lazy<Attack[][][]> _attacks;
    private readonly Lazy<ContestedRules> _contested;
    private readonly Lazy<bool[]> _judged;
    private readonly Lazy<StandingAtIssue?> _atIssue;
    private readonly Lazy<DefeatSolution> _standing;
    private readonly Lazy<DefeatSolution> _standingOfAll;
    private readonly Lazy<DefeatSolution> _standingOfJudged;
    private readonly Lazy<DefeatSolution> _standingAlone;
    private readonly Lazy<ConductByOrder> _conduct;
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
        _cut = new(() => new LateCut(Space.Regions, Existing, IsCutLate), Retry);
        _overlaps = new(() => stages.Overlaps(lowered, Precedences), Retry);
        _masks = new(() => stages.Masks(lowered), Retry);
        _near = new(() => stages.Near(lowered), Retry);
        _problem = new(() => new DefeatProblem(
            lowered, Known(_overlaps), Precedences, new Attacks(lowered, Precedences, Known(_overlaps), stages), Known(_initial)), Retry);
        _attacks = new(() => Known(_problem).AttacksByStep(), Retry);
        _contested = new(() => ContestedRules.Find(Known(_problem), stages.KnowsStanding), Retry);
        _judged = new(FindJudged, Retry);
        _atIssue = new(() => stages.KnowsStanding ? null : StandingAtIssue.Find(Known(_problem), Known(_contested), Judged), Retry);
        _standing = new(() => Note(stages.Solve(Known(_problem), Hierarchy.Full, Known(_contested).All)), Retry);
        _standingOfAll = new(() => Note(new DefeatSolver(
            Known(_problem), Hierarchy.Full, Known(_atIssue) is null ? Known(_standing) : null).Solve(Rules)), Retry);
        _standingOfJudged = new(() => Note(stages.Solve(
            Known(_problem), Hierarchy.WithinOrders, Judged, Known(_standing))), Retry);
        _standingAlone = new(() => Note(new DefeatSolver(
            Known(_problem), Hierarchy.WithinOrders, Known(_atIssue) is null ? Known(_standing) : null).Solve(Rules)), Retry);
        _conduct = new(() => new ConductByOrder(Rules), Retry);
    }

    public SemanticModel Model => Lowered.Model;

    public RegionCompiler Compiler => Lowered.Compiler;

    public CaseSpace Space => Compiler.Space;

    /// <summary>In the order of their numbers.</summary>
    public ImmutableArray<Rule> Rules => Lowered.All;

    /// <summary>Clauses whose regions went beyond the budget; they have no rules.</summary>
    public ImmutableArray<ClauseSymbol> TooComplex => Lowered.TooComplex;

    /// <summary>The cases that exist: those that fit every assumption and whose clocks agree.</summary>
    public Region Existing => Known(_existing).Or(Space.Regions.Full);

    /// <summary>Clauses whose overlaps with others went beyond the budget; their conflicts are not decided.</summary>
    public ISet<ClauseSymbol> Undecided { get; } = new HashSet<ClauseSymbol>();

    /// <summary>How many pairs of opposing rules had to be compared exactly; 0 where that is known from earlier rules.</summary>
    public long CandidatePairs => Known(_overlaps).Candidates;

    /// <summary>What lowering gave.</summary>
    internal LoweredRules Lowered { get; }

    /// <summary>Which rule prevails over which.</summary>
    internal Precedences Precedences { get; }

    /// <summary>The cases that exist; undecided where the assumptions are beyond the budget, so that all cases count.</summary>
    internal Attempt<Region> ExistingCases => Known(_existing);

    /// <summary>Whether these cases are known.</summary>
    internal bool KnowsExisting => Known(_existing).IsDecided;

    /// <summary>Whether what comes of rules is cut down to the cases that exist, not the rules themselves. Assumptions may be large: with
    /// them a rule is cut, and left undecided where that costs too much.</summary>
    internal bool IsCutLate => Model.Assumptions.IsEmpty;

    /// <summary>Cuts what comes of regions that are not cut.</summary>
    internal LateCut Cut => Known(_cut);

    /// <summary>By the numbers of rules, where they stand before anything falls, not cut. Nobody writes into it.</summary>
    internal Region[] Initial => Known(_initial);

    /// <summary>What it takes to say where the rules stand.</summary>
    internal DefeatProblem Problem => Known(_problem);

    /// <summary>What values the rules have: made for the first edit.</summary>
    internal ValueMasks Masks => Known(_masks);

    /// <summary>The index that finds the rules that may speak of a case.</summary>
    internal NearRules NearIndex => Known(_near);

    /// <summary>Those of the undecided clauses of which it is not known where their rules stand, so that nothing is known to prevail over
    /// them either.</summary>
    internal ISet<ClauseSymbol> Unsettled { get; } = new HashSet<ClauseSymbol>();

    /// <summary>Whether every clause has its rules and every pair of rules was compared.</summary>
    internal bool IsComplete => TooComplex.IsEmpty && Undecided.Count == 0 && !Known(_overlaps).Unknown.Contains(true);

    /// <summary>Who is bound by what, and towards whom.</summary>
    internal BoundParties Parties => Lowered.Parties;

    /// <summary>Lowers every clause of a model.</summary>
    public static RuleBook Create(SemanticModel model, CancellationToken cancellation = default) =>
        Create(model, EngineSettings.Default, null, cancellation);

    /// <summary>The rules of opposing modality whose region meets that of a rule.</summary>
    public ImmutableArray<Rule> Opponents(Rule rule) => Known(_overlaps).OpponentsOf(rule);

    /// <summary>The cases of a rule among those that exist.</summary>
    public Region ExistingCasesOf(Rule rule) => ExistingOf(rule, Known(_initial)[rule.Number]);

    /// <summary>Whether there are any.</summary>
    public bool HasCases(Rule rule) => Known(rule, Cut.TryLeaves(Known(_initial)[rule.Number]), false);

    /// <summary>The cases in which a rule applies and nothing that stands prevails over it.</summary>
    public Region Undefeated(Rule rule) => ExistingOf(rule, Uncut(rule));

    /// <summary>The same, not <see cref="Cut"/>.</summary>
    public Region Uncut(Rule rule) => !IsContested(rule) ? Known(_standingOfAll).Final[rule.Number]
        : Known(_atIssue) is { } known && !_standing.IsValueCreated && Everywhere(known, rule) is { } cases ? cases
        : Known(_standing).Final[rule.Number];

    /// <summary>Whether there are any.</summary>
    public bool Stands(Rule rule) => Known(rule, Cut.TryLeaves(Uncut(rule)), false);

    /// <summary>The same for who seeks conflicts: of law that is used it may say less where no conflict depends on it.</summary>
    public Region UncutAtIssue(Rule rule) =>
        Known(_atIssue) is { } known && known.Solution.Solved[rule.Number] ? known.Solution.Final[rule.Number] : Uncut(rule);

    /// <summary>Whether a rule may be part of a conflict; see <see cref="ContestedRules"/>.</summary>
    public bool IsContested(Rule rule) => (Known(_atIssue)?.Solution ?? Known(_standing)).Solved[rule.Number];

    /// <summary>Whether two opposing rules stand in the same case.</summary>
    public bool StandTogether(Rule one, Rule other) => !ContestedRules.NeverStandTogether(Known(_attacks), one, other)
        && Cut.Meet(UncutAtIssue(one), UncutAtIssue(other));

    /// <summary>
    /// The same with legal orders taken by themselves: the superior principle works within each order only, and no guarantee uses it.
    /// What a party's law or an organisation's policy says is judged by this, before a higher order strikes it down.
    /// </summary>
    public Region UndefeatedWithinOrder(Rule rule) => ExistingOf(
        rule, Known(_atIssue) is null || rule.Clause.Framework.Rank == Rank.Policy
            ? UncutWithinOrderAtIssue(rule)
            : Known(_standingAlone).Final[rule.Number]);

    /// <summary>The same for who seeks conflicts, not <see cref="Cut"/>: of law that is used it may say less where no conflict depends on
    /// it.</summary>
    public Region UncutWithinOrderAtIssue(Rule rule) =>
        (!IsJudged(rule) ? Known(_standingAlone) : Known(_atIssue)?.OfJudged ?? Known(_standingOfJudged)).Final[rule.Number];

    /// <summary>Takes note of a clause whose conflicts are not decided, whatever thread finds that.</summary>
    public void Leave(ClauseSymbol clause)
    {
        lock (Undecided)
        {
            Undecided.Add(clause);
        }
    }

    /// <summary>The rules of conduct of a legal order, by what they say.</summary>
    public IEnumerable<Rule> ConductOf(Symbol order, RuleModality modality) => _conduct.Value.Of(order, modality);

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
    internal IEnumerable<Rule> Near(long[] values) => Known(_near).Find(values);

    /// <summary>Works out where every contested rule stands, and with that which clauses are <see cref="Undecided"/>.</summary>
    internal void Settle()
    {
        _ = Known(_cut);
        if (Known(_atIssue) is null)
        {
            _ = (Known(_standing), Known(_standingOfJudged));
        }
    }

    /// <summary>Where contested rules stand, and the others where that is known; of those that are judged by themselves, where they stand
    /// within their orders.</summary>
    internal DefeatSolution Standing(Hierarchy hierarchy) => hierarchy != Hierarchy.Full ? _standingOfJudged.Value
        : _standingOfAll.IsValueCreated ? _standingOfAll.Value
        : _standing.Value;

    /// <summary>The same with the law of some orders and frameworks alone; what prevails over what is as in the whole. It is worked out
    /// once for the same names.</summary>
    /// <param name="under">The orders and frameworks; empty for all.</param>
    internal RuleBook Under(ImmutableArray<Symbol> under) => under.IsEmpty ? this : _under.GetOrAdd(
        string.Join("+", under.Select(u => $"{u.Kind} {u.Name}")),
        _ => new RuleBook(Lowered.Restrict(c => c.IsUnder(under)), RuleStages.FromScratch));

    private ImmutableArray<Rule> Judged => [.. Rules.Where(IsJudged)];

    private Region? Everywhere(StandingAtIssue known, Rule rule) => known.Everywhere(rule, solution => Space.Regions.Aside is null
        ? Note(solution)
        : throw new NeededBeforeException(() => _ = _standing.Value));

    // A stage is worked out once for all, and never in a piece of work.
    private T Known<T>(Lazy<T> stage) => stage.IsValueCreated || Space.Regions.Aside is null
        ? stage.Value
        : throw new NeededBeforeException(() => _ = stage.Value);

    private Region ExistingOf(Rule rule, Region uncut) => Known(rule, Cut.TryOf(uncut), Space.Regions.Empty);

    private T Known<T>(Rule rule, Attempt<T> found, T otherwise)
    {
        if (!found.IsDecided)
        {
            Leave(rule.Clause);
        }

        return found.Or(otherwise);
    }

    private bool IsJudged(Rule rule) => Known(_judged)[rule.Number];

    private bool[] FindJudged()
    {
        var judged = new bool[Lowered.Size];
        foreach (Rule rule in Rules)
        {
            judged[rule.Number] = IsToBeJudged(rule);
        }

        return judged;
    }

    // Treaties, policies and the rules that meet them are few: conflict search asks about them.
    private bool IsToBeJudged(Rule rule)
    {
        if (rule.IsLawMaking || rule.Clause.Framework.Rank == Rank.Policy)
        {
            return true;
        }

        foreach (Rule opponent in Opponents(rule))
        {
            if (opponent.IsLawMaking || MayBreach(rule, opponent) || MayBreach(opponent, rule))
            {
                return true;
            }
        }

        return false;
    }

    // Whether one may permit in a party's law what another instrument forbids that party.
    private bool MayBreach(Rule permission, Rule prohibition) =>
        permission.Modality == RuleModality.Permission && prohibition.Modality == RuleModality.Prohibition
            && !ReferenceEquals(permission.Order, prohibition.Order)
            && Space.Regions.TryApart(() => !Parties.Parties(prohibition.Clause.Framework).IsEmpty).Or(true);

    private DefeatSolution Note(DefeatSolution solution)
    {
        Undecided.UnionWith(solution.Unsettled);
        Unsettled.UnionWith(solution.Unsettled);
        return solution;
    }

    private Region[] FindInitial(RuleStages stages)
    {
        Region[] regions = [.. Enumerable.Repeat(Space.Regions.Empty, Lowered.Size)];
        Region existing = IsCutLate ? Space.Regions.Full : Existing;
        if (existing.IsFull)
        {
            foreach (Rule rule in Rules)
            {
                regions[rule.Number] = rule.Region;
            }

            return regions;
        }

        PieceWork.Each<Rule, Attempt<Region>>(
            Space.Regions, Space.Engine, Rules,
            () => rule => stages.Initial(Lowered, rule, existing),
            (found, moved) => found.TryGet(out Region? cases) ? new Attempt<Region>(moved(cases)) : found,
            (rule, found) =>
            {
                if (found.TryGet(out Region? cases))
                {
                    regions[rule.Number] = cases;
                }
                else
                {
                    Undecided.Add(rule.Clause);
                }
            });

        return regions;
    }
}
