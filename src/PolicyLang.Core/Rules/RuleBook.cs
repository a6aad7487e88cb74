using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>All rules of a workspace, which of them overlap, and where each stands undefeated.</summary>
public sealed class RuleBook
{
    private readonly Lazy<ImmutableArray<ImmutableArray<Rule>>> _opponents;
    private readonly Lazy<ImmutableArray<Region>> _standing;

    private RuleBook(SemanticModel model, RegionCompiler compiler, ImmutableArray<Rule> rules, ImmutableArray<ClauseSymbol> tooComplex)
    {
        Model = model;
        Compiler = compiler;
        Rules = rules;
        TooComplex = tooComplex;
        Precedences = new Precedences(model, compiler);
        _opponents = new(() => Overlaps.Find(rules, compiler.Space));
        _standing = new(() => new StandingSolver(this).Solve());
    }

    public SemanticModel Model { get; }

    public RegionCompiler Compiler { get; }

    public CaseSpace Space => Compiler.Space;

    public ImmutableArray<Rule> Rules { get; }

    /// <summary>Clauses whose regions went beyond the budget; they have no rules.</summary>
    public ImmutableArray<ClauseSymbol> TooComplex { get; }

    /// <summary>Clauses whose overlaps with others went beyond the budget; their conflicts are not decided.</summary>
    public ISet<ClauseSymbol> Undecided { get; } = new HashSet<ClauseSymbol>();

    public Precedences Precedences { get; }

    /// <summary>The rules of opposing modality whose region meets that of a rule.</summary>
    public ImmutableArray<Rule> Opponents(Rule rule) => _opponents.Value[rule.Number];

    /// <summary>The cases in which a rule applies and nothing that stands prevails over it.</summary>
    public Region Standing(Rule rule) => _standing.Value[rule.Number];

    /// <summary>Lowers every clause of a model.</summary>
    public static RuleBook Create(SemanticModel model, CancellationToken cancellation = default)
    {
        IEnumerable<AttributeSymbol> events = model.Clauses.Select(c => c.Meaning).Concat(model.Checks.Select(c => c.Pattern))
            .SelectMany(m => new[] { m?.Within?.Event, m?.NotBefore?.Event }).OfType<AttributeSymbol>();
        var compiler = new RegionCompiler(new CaseSpace(model, events));
        var lowering = new RuleLowering(model, compiler);
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var tooComplex = ImmutableArray.CreateBuilder<ClauseSymbol>();
        foreach (ClauseSymbol clause in model.Clauses)
        {
            cancellation.ThrowIfCancellationRequested();
            compiler.Space.Regions.BeginWork();
            try
            {
                rules.AddRange(lowering.Lower(clause, rules.Count));
            }
            catch (RegionBudgetException)
            {
                tooComplex.Add(clause);
            }
        }

        return new RuleBook(model, compiler, rules.ToImmutable(), tooComplex.ToImmutable());
    }
}
