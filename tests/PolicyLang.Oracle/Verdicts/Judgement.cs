using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>A case and what stands in it.</summary>
/// <param name="c">The case.</param>
/// <param name="precedence">Who prevails.</param>
/// <param name="rules">The law.</param>
public sealed class Judgement(Case c, Precedence precedence, ImmutableArray<Rule> rules)
{
    private Verdict? _verdict;
    private ImmutableArray<Fate>? _fates;
    private ImmutableArray<Fate>? _fatesAlone;
    private ImmutableArray<Fate>? _fatesWithDrafts;
    private HashSet<Rule>? _standing;
    private HashSet<Rule>? _standingAlone;
    private HashSet<Rule>? _standingWithDrafts;

    public Case Case => c;

    /// <summary>What became of every rule that applies.</summary>
    public ImmutableArray<Fate> Fates => _fates ??= Standing.Of(precedence, rules.Where(r => r.Applies(c)), c);

    public Verdict Verdict => _verdict ??= Decisions.Combined(Fates);

    /// <summary>The same with legal orders taken by themselves.</summary>
    public ImmutableArray<Fate> FatesAlone => _fatesAlone ??= Standing.Of(precedence, rules.Where(r => r.Applies(c)), c, alone: true);

    /// <summary>Of rules about law, the same with those of drafts in force on all days.</summary>
    public ImmutableArray<Fate> FatesWithDrafts => _fatesWithDrafts ??= Standing.Of(precedence, rules.Where(r => r.IsLawMaking && r.AppliesAsDraft(c)), c);

    public bool Stands(Rule rule) => (_standing ??= Which(Fates)).Contains(rule);

    /// <summary>The same with legal orders taken by themselves.</summary>
    public bool StandsAlone(Rule rule) => (_standingAlone ??= Which(FatesAlone)).Contains(rule);

    /// <summary>Of a rule about law, the same with those of drafts in force on all days.</summary>
    public bool StandsWithDrafts(Rule rule) => (_standingWithDrafts ??= Which(FatesWithDrafts)).Contains(rule);

    private static HashSet<Rule> Which(ImmutableArray<Fate> fates) => [.. fates.Where(f => f.Stands).Select(f => f.Rule)];
}

/// <summary>The cases that share their given facts.</summary>
public sealed class Situation(ImmutableArray<Judgement> choices)
{
    public ImmutableArray<Judgement> Choices => choices;
}
