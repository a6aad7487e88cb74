using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>What lowering gives: the rules of all clauses, by number, by clause and by file.</summary>
internal sealed class LoweredRules
{
    // What was cancelled is worked out again when it is next asked for.
    private const LazyThreadSafetyMode Retry = LazyThreadSafetyMode.PublicationOnly;

    private readonly Lazy<Dictionary<ClauseSymbol, ArraySegment<Rule>>> _byClause;
    private readonly Lazy<Dictionary<BoundFile, ArraySegment<Rule>>> _byFile;
    private readonly Lazy<LawLowering> _law;

    /// <param name="model">The model.</param>
    /// <param name="compiler">Turns conditions into regions.</param>
    /// <param name="parties">Who is bound by what.</param>
    /// <param name="rules">The rules, in the order of their numbers.</param>
    /// <param name="tooComplex">The clauses that have none because they went beyond the budget.</param>
    public LoweredRules(SemanticModel model, RegionCompiler compiler, BoundParties parties, ImmutableArray<Rule> rules,
        ImmutableArray<ClauseSymbol> tooComplex)
    {
        (Model, Compiler, Parties, All, TooComplex) = (model, compiler, parties, rules, tooComplex);
        Size = NumbersOf(rules);
        Rule[] all = [.. rules];
        _byClause = new(() => ByClause(all), Retry);
        _byFile = new(() => ByFile(all, model.Parts), Retry);
        _law = new(() => new LawLowering(model, compiler, parties), Retry);
    }

    public SemanticModel Model { get; }

    public RegionCompiler Compiler { get; }

    public RegionSpace Regions => Compiler.Space.Regions;

    /// <summary>Who is bound by what, and towards whom.</summary>
    public BoundParties Parties { get; }

    /// <summary>In the order of their numbers.</summary>
    public ImmutableArray<Rule> All { get; }

    /// <summary>All numbers are below this. Not every one is taken.</summary>
    public int Size { get; }

    /// <summary>Clauses whose regions went beyond the budget; they have no rules.</summary>
    public ImmutableArray<ClauseSymbol> TooComplex { get; }

    /// <summary>Above the number of every one of some rules, which are in the order of their numbers.</summary>
    public static int NumbersOf(ImmutableArray<Rule> rules) => rules.IsEmpty ? 0 : rules[^1].Number + 1;

    /// <summary>Lowers every clause of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="engine">How the engine works.</param>
    /// <param name="alternative">See <see cref="RegionSpace.Alternative"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LoweredRules Lower(SemanticModel model, EngineSettings engine, Func<bool>? alternative, CancellationToken cancellation)
    {
        var compiler = new RegionCompiler(new CaseSpace(model, engine));
        compiler.Space.Regions.Alternative = alternative;
        using RegionSpace.CancellationScope watched = compiler.Space.Regions.Watch(cancellation);
        var conduct = new RuleLowering(model, compiler);
        var parties = new BoundParties(model, compiler);
        var law = new LawLowering(model, compiler, parties);
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var tooComplex = ImmutableArray.CreateBuilder<ClauseSymbol>();
        PieceWork.Each<ClauseSymbol, Attempt<ImmutableArray<Rule>>>(
            compiler.Space.Regions, engine, [.. model.Clauses],
            () => clause =>
            {
                cancellation.ThrowIfCancellationRequested();
                return compiler.Space.Regions.TryApart(
                    () => clause.Meaning is { LawModality: not null } ? [.. law.Lower(clause)] : conduct.Lower(clause));
            },
            (found, moved) => found.TryGet(out ImmutableArray<Rule> lowered)
                ? new Attempt<ImmutableArray<Rule>>([.. lowered.Select(r => r.Moved(moved))])
                : found,
            (clause, found) =>
            {
                if (found.TryGet(out ImmutableArray<Rule> lowered))
                {
                    foreach (Rule rule in lowered)
                    {
                        rules.Add(rule with { Number = rules.Count });
                    }
                }
                else
                {
                    tooComplex.Add(clause);
                }
            });
        compiler.Space.Regions.Alternative = null;
        return new LoweredRules(model, compiler, parties, rules.ToImmutable(), tooComplex.ToImmutable());
    }

    /// <summary>Those of some clauses, numbered from 0.</summary>
    public LoweredRules Restrict(Func<ClauseSymbol, bool> isWanted) => new(Model, Compiler, Parties,
        [.. All.Where(r => isWanted(r.Clause)).Select((rule, number) => rule with { Number = number })], [.. TooComplex.Where(isWanted)]);

    /// <summary>The rules that a clause gives.</summary>
    public IReadOnlyList<Rule> RulesOf(ClauseSymbol clause) =>
        _byClause.Value.TryGetValue(clause, out ArraySegment<Rule> rules) ? (IReadOnlyList<Rule>)rules : [];

    /// <summary>The rules of the clauses in one file.</summary>
    public IReadOnlyList<Rule> RulesIn(BoundFile file) =>
        _byFile.Value.TryGetValue(file, out ArraySegment<Rule> rules) ? (IReadOnlyList<Rule>)rules : [];

    /// <summary>The cases of which a leave speaks, what it asks for aside.</summary>
    public Region Reach(Rule leave) => _law.Value.Reach(leave.Clause, leave);

    /// <summary>The same on any day, whether or not the leave binds anybody then.</summary>
    public Region TimelessReach(Rule leave) => _law.Value.TimelessReach(leave.Clause, leave);

    /// <summary>The cases of which a law-making clause in force speaks, of whichever party; none for one of conduct.</summary>
    public Region Covered(ClauseSymbol clause) => _law.Value.Covered(clause);

    /// <summary>What a law-making clause says of each party; nothing for one of conduct.</summary>
    public IEnumerable<LawReach> ReachOf(ClauseSymbol clause) => _law.Value.ReachOf(clause);

    // Rules of one file are adjacent, in the model's file order.
    private static Dictionary<BoundFile, ArraySegment<Rule>> ByFile(Rule[] rules, ImmutableArray<BoundFile> files)
    {
        var found = new Dictionary<BoundFile, ArraySegment<Rule>>(files.Length);
        int start = 0;
        foreach (BoundFile file in files)
        {
            int end = start;
            while (end < rules.Length && rules[end].Clause.Location.File == file.Tree.File)
            {
                end++;
            }

            found.Add(file, new ArraySegment<Rule>(rules, start, end - start));
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
}
