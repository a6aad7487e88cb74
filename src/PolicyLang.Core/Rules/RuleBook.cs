using System.Collections.Concurrent;
using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>All rules of a workspace, which of them overlap, and where each stands undefeated.</summary>
public sealed class RuleBook
{
    // What was cancelled is worked out anew when it is next asked for: the exception is not kept.
    private const LazyThreadSafetyMode Anew = LazyThreadSafetyMode.PublicationOnly;

    private readonly Lazy<Overlaps> _overlaps;
    private readonly Lazy<NearRules> _near;
    private readonly Lazy<ImmutableArray<ImmutableArray<Rule>>> _opponents;
    private readonly Lazy<DefeatSolution> _standing;
    private readonly Lazy<DefeatSolution> _standingOfJudged;
    private readonly Lazy<DefeatSolution> _standingAlone;
    private readonly Lazy<Attempt<Region>> _existing;
    private readonly Lazy<Region[]> _within;
    private readonly Lazy<LawLowering> _law;
    private readonly BoundParties _parties;
    private readonly ConcurrentDictionary<string, RuleBook> _under = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<ClauseSymbol, ArraySegment<Rule>>> _byClause;
    private readonly Lazy<Dictionary<BoundFile, ArraySegment<Rule>>> _byPart;

    private RuleBook(SemanticModel model, RegionCompiler compiler, BoundParties parties, ImmutableArray<Rule> rules,
        ImmutableArray<ClauseSymbol> tooComplex, RuleDelta? succession = null)
    {
        Size = StableRuleIds.Above(rules);
        Model = model;
        _parties = parties;
        Compiler = compiler;
        Rules = rules;
        TooComplex = tooComplex;
        Precedences = new Precedences(this);
        Attacks = new Attacks(this, succession);
        Succession = succession;
        Rule[] all = [.. rules];
        _existing = new(() => succession?.Earlier is { } earlier && ExistingCases.AreKept(earlier.Model, model)
            ? earlier._existing.Value
            : compiler.Space.Regions.TryApart(() => new ExistingCases(model, compiler).Find()), Anew);
        _within = new(FindWithin, Anew);
        _law = new(() => new LawLowering(model, compiler, parties), Anew);
        _byClause = new(() => ByClause(all), Anew);
        _byPart = new(() => ByPart(all, model.Parts), Anew);
        _overlaps = new(() => new Overlaps(this, Math.Max(Overlaps.LeastPairs, Overlaps.PairsPerRule * (long)rules.Length)), Anew);
        _near = new(() => succession?.Earlier is { } earlier && earlier._near.Value.Follow(succession) is { } carried
            ? carried
            : NearRules.Build(compiler.Space.Regions, rules), Anew);
        _opponents = new(() => succession?.Opponents ?? _overlaps.Value.Opponents, Anew);
        _standing = new(() => Solve(Hierarchy.Full, rules, succession?.Earlier?._standing.Value), Anew);
        _standingOfJudged =
            new(() => Solve(Hierarchy.WithinOrders, [.. rules.Where(IsJudged)], succession?.Earlier?._standingOfJudged.Value), Anew);
        _standingAlone = new(() => new DefeatSolver(this, Hierarchy.WithinOrders).Solve(Rules), Anew);
    }

    public SemanticModel Model { get; }

    public RegionCompiler Compiler { get; }

    public CaseSpace Space => Compiler.Space;

    /// <summary>The cases that exist: those that fit every assumption and whose clocks agree.</summary>
    public Region Existing => _existing.Value.Or(Space.Regions.Full);

    /// <summary>Whether these cases are known; otherwise the assumptions are beyond the budget, and all cases count.</summary>
    internal bool KnowsExisting => _existing.Value.IsDecided;

    /// <summary>The cases of a rule among those that exist.</summary>
    public Region ExistingCasesOf(Rule rule) => _within.Value[rule.Number];

    /// <summary>Those of all rules, by their numbers: where they stand before anything falls. The caller may write into it.</summary>
    internal Region[] InitialRegions() => (Region[])_within.Value.Clone();

    /// <summary>In the order of their numbers.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>All numbers of rules are below this. Not every one is taken: a rule keeps its number where one before it is gone.</summary>
    internal int Size { get; }

    /// <summary>Clauses whose regions went beyond the budget; they have no rules.</summary>
    public ImmutableArray<ClauseSymbol> TooComplex { get; }

    /// <summary>Clauses whose overlaps with others went beyond the budget; their conflicts are not decided.</summary>
    public ISet<ClauseSymbol> Undecided { get; } = new HashSet<ClauseSymbol>();

    /// <summary>Those of them of which it is not known where their rules stand, so that nothing is known to prevail over them
    /// either.</summary>
    internal ISet<ClauseSymbol> Unsettled { get; } = new HashSet<ClauseSymbol>();

    public Precedences Precedences { get; }

    internal Attacks Attacks { get; }

    /// <summary>The rules of opposing modality whose region meets that of a rule.</summary>
    public ImmutableArray<Rule> Opponents(Rule rule) => Opponents(rule.Number);

    /// <summary>The same by the number of a rule.</summary>
    internal ImmutableArray<Rule> Opponents(int rule) => _opponents.Value[rule];

    /// <summary>For each rule, by its number, whether some rule that may bear on it was not compared with it.</summary>
    internal bool[] Unknown => Succession is null ? _overlaps.Value.Unknown : new bool[Size];

    /// <summary>Whether every clause has its rules and every pair of rules was compared.</summary>
    internal bool IsComplete => TooComplex.IsEmpty && Undecided.Count == 0 && !Unknown.Contains(true);

    /// <summary>How these rules follow from earlier ones; null where they were worked out from nothing.</summary>
    internal RuleDelta? Succession { get; private set; }

    /// <summary>How many pairs of opposing rules had to be compared exactly; 0 where rules follow from earlier ones.</summary>
    public long CandidatePairs => Succession is null ? _overlaps.Value.Candidates : 0;

    /// <summary>The rules whose trigger may hold for the given facts of a case, in the order of their numbers; no other rule speaks of
    /// it.</summary>
    internal IEnumerable<Rule> Near(long[] values) => _near.Value.To(values);

    /// <summary>Works out where every rule stands, and with that which clauses are <see cref="Undecided"/>.</summary>
    internal void Settle() => _ = (_standing.Value, _standingOfJudged.Value);

    /// <summary>The cases in which a rule applies and nothing that stands prevails over it.</summary>
    public Region Undefeated(Rule rule) => _standing.Value.Final[rule.Number];

    /// <summary>
    /// The same with legal orders taken by themselves: the superior principle works within each order only, and no guarantee uses it.
    /// What a party's law or an organisation's policy says is judged by this, before a higher order strikes it down.
    /// </summary>
    public Region UndefeatedWithinOrder(Rule rule) => (IsJudged(rule) ? _standingOfJudged : _standingAlone).Value.Final[rule.Number];

    /// <summary>Where rules stand, beside where earlier ones stood.</summary>
    internal IEnumerable<(DefeatSolution Now, DefeatSolution Before)> DefeatSolutions(RuleBook earlier) =>
        [(_standing.Value, earlier._standing.Value), (_standingOfJudged.Value, earlier._standingOfJudged.Value)];

    private DefeatSolution Solve(Hierarchy hierarchy, ImmutableArray<Rule> asked, DefeatSolution? before) =>
        (Succession is { } succession && before is not null
            ? new IncrementalDefeatSolver(this, hierarchy, succession, before).Solve(asked)
            : null)
        ?? new DefeatSolver(this, hierarchy).Solve(asked);

    // Treaties and policies are few, and so are the rules that meet them: what the search for conflicts asks about.
    private bool IsJudged(Rule rule) =>
        rule.IsLawMaking || rule.Clause.Framework.Rank == Rank.Policy || Opponents(rule).Any(o => o.IsLawMaking);

    /// <summary>The rules that a clause gives.</summary>
    public IReadOnlyList<Rule> RulesOf(ClauseSymbol clause) =>
        _byClause.Value.TryGetValue(clause, out ArraySegment<Rule> rules) ? (IReadOnlyList<Rule>)rules : [];

    /// <summary>The rules of the clauses in one file.</summary>
    internal IReadOnlyList<Rule> RulesIn(BoundFile part) =>
        _byPart.Value.TryGetValue(part, out ArraySegment<Rule> rules) ? (IReadOnlyList<Rule>)rules : [];

    // The rules of a file stand side by side, files in the order of the model.
    private static Dictionary<BoundFile, ArraySegment<Rule>> ByPart(Rule[] rules, ImmutableArray<BoundFile> parts)
    {
        var found = new Dictionary<BoundFile, ArraySegment<Rule>>(parts.Length);
        int start = 0;
        foreach (BoundFile part in parts)
        {
            int end = start;
            while (end < rules.Length && rules[end].Clause.Location.File == part.Tree.File)
            {
                end++;
            }

            found.Add(part, new ArraySegment<Rule>(rules, start, end - start));
            start = end;
        }

        return found;
    }

    // The rules of a clause stand side by side.
    private static Dictionary<ClauseSymbol, ArraySegment<Rule>> ByClause(Rule[] rules)
    {
        var found = new Dictionary<ClauseSymbol, ArraySegment<Rule>>(rules.Length);
        for (int start = 0, end; start < rules.Length; start = end)
        {
            for (end = start + 1; end < rules.Length && ReferenceEquals(rules[end].Clause, rules[start].Clause); end++)
            {
            }

            found.Add(rules[start].Clause, new ArraySegment<Rule>(rules, start, end - start));
        }

        return found;
    }

    /// <summary>The legal orders whose rules are part of a party's law, each with the cases of the days on which they are.</summary>
    public IEnumerable<(Symbol Order, Region Days)> LawOf(Symbol party) => _parties.LawOf(party);

    /// <summary>The cases of which a leave speaks, what it asks for aside.</summary>
    internal Region Reach(Rule leave) => _law.Value.Reach(leave.Clause, leave);

    /// <summary>The cases of which a law-making clause in force speaks, of whichever party; none for one of conduct.</summary>
    internal Region Covered(ClauseSymbol clause) => _law.Value.Covered(clause);

    /// <summary>Who is bound by what, and towards whom.</summary>
    internal BoundParties Parties => _parties;

    /// <summary>The rules of a model, from those of an earlier one of which only some clauses of conduct differ.</summary>
    /// <param name="earlier">The earlier rules. The vocabulary, the parties and the frameworks without their clauses are as they
    /// were.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null where so much differs that it is all to be worked out anew.</returns>
    internal static RuleBook? Follow(RuleBook earlier, SemanticModel model, CancellationToken cancellation)
    {
        if (!earlier.IsComplete || ClauseDiff.Compare(earlier, model) is not { } plan)
        {
            return null;
        }

        RegionCompiler compiler = ReferenceEquals(earlier.Model.Vocabulary, model.Vocabulary)
            ? earlier.Compiler
            : new RegionCompiler(new CaseSpace(model, earlier.Space));
        using RegionSpace.CancellationScope watched = compiler.Space.Regions.Watch(cancellation);
        return plan.Rules(new RuleLowering(model, compiler), cancellation) is var (rules, before)
            && RuleDelta.Find(earlier, rules, before) is { } succession
            && new RuleBook(model, compiler, new BoundParties(model, compiler), rules, [], succession) is var book
                && book.HasSameCases(earlier)
            ? book
            : null;
    }

    private Region[] FindWithin()
    {
        Region[] regions = [.. Enumerable.Repeat(Space.Regions.Empty, Size)];
        Region existing = Existing;
        Region[]? before = Succession?.Earlier?._within.Value;
        foreach (Rule rule in Rules)
        {
            if (existing.IsFull)
            {
                regions[rule.Number] = rule.Region;
            }
            else if (before is not null && Succession?.NumberBefore(rule) is int number and >= 0)
            {
                // A snapshot follows another only where the same cases exist.
                regions[rule.Number] = before[number];
            }
            else
            {
                regions[rule.Number] = FindWithin(rule, existing);
            }
        }

        return regions;
    }

    private Region FindWithin(Rule rule, Region existing)
    {
        if (Space.Regions.TryApart(() => Space.Regions.And(existing, rule.Region)).TryGet(out Region? within))
        {
            return within;
        }

        Undecided.Add(rule.Clause);
        return Space.Regions.Empty;
    }

    // How far sentences look decides how far clocks are told apart.
    private bool HasSameCases(RuleBook earlier) => ReferenceEquals(Existing, earlier.Existing);

    /// <summary>The same with the law of some orders and frameworks alone; what prevails over what is as in the whole. It is worked out
    /// once for the same names.</summary>
    /// <param name="under">The orders and frameworks; empty for all.</param>
    internal RuleBook Under(ImmutableArray<Symbol> under) => under.IsEmpty ? this : _under.GetOrAdd(
        string.Join("+", under.Select(u => $"{u.Kind} {u.Name}")),
        _ => new RuleBook(Model, Compiler, _parties,
            [.. Rules.Where(r => IsUnder(r.Clause, under)).Select((rule, number) => rule with { Number = number })],
            [.. TooComplex.Where(c => IsUnder(c, under))]));

    /// <summary>Whether a clause is law of some orders or frameworks; of all where none is named.</summary>
    public static bool IsUnder(ClauseSymbol clause, ImmutableArray<Symbol> under) =>
        under.IsEmpty || under.Any(u => ReferenceEquals(u, clause.Framework) || ReferenceEquals(u, clause.Framework.Authority));

    /// <summary>Lowers every clause of a model.</summary>
    public static RuleBook Create(SemanticModel model, CancellationToken cancellation = default) =>
        Create(model, EngineSettings.Default, null, cancellation);

    /// <summary>The same with other settings of the engine.</summary>
    /// <param name="model">The model.</param>
    /// <param name="engine">How the engine works.</param>
    /// <param name="alternative">See <see cref="RegionSpace.Alternative"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static RuleBook Create(SemanticModel model, EngineSettings engine, Func<bool>? alternative, CancellationToken cancellation)
    {
        var compiler = new RegionCompiler(new CaseSpace(model, engine));
        compiler.Space.Regions.Alternative = alternative;
        using RegionSpace.CancellationScope watched = compiler.Space.Regions.Watch(cancellation);
        var lowering = new RuleLowering(model, compiler);
        var parties = new BoundParties(model, compiler);
        var law = new LawLowering(model, compiler, parties);
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var tooComplex = ImmutableArray.CreateBuilder<ClauseSymbol>();
        foreach (ClauseSymbol clause in model.Clauses)
        {
            cancellation.ThrowIfCancellationRequested();
            int number = rules.Count;
            if (compiler.Space.Regions.TryApart(
                () => clause.Meaning is { LawModality: not null } ? [.. law.Lower(clause, number)] : lowering.Lower(clause, number))
                .TryGet(out ImmutableArray<Rule> lowered))
            {
                rules.AddRange(lowered);
            }
            else
            {
                tooComplex.Add(clause);
            }
        }

        compiler.Space.Regions.Alternative = null;
        return new RuleBook(model, compiler, parties, rules.ToImmutable(), tooComplex.ToImmutable());
    }
}
