using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>A case and what stands in it.</summary>
public sealed class Judgement(Case c, ImmutableArray<Fate> fates, Lazy<ImmutableArray<Fate>> alone)
{
    private Verdict? _verdict;

    public Case Case => c;

    /// <summary>What became of every rule that applies.</summary>
    public ImmutableArray<Fate> Fates => fates;

    public Verdict Verdict => _verdict ??= Decisions.Combined(fates);

    public bool Stands(Rule rule) => fates.Any(f => f.Stands && ReferenceEquals(f.Rule, rule));

    /// <summary>The same with legal orders taken by themselves.</summary>
    public bool StandsAlone(Rule rule) => alone.Value.Any(f => f.Stands && ReferenceEquals(f.Rule, rule));
}

/// <summary>The cases that share their given facts.</summary>
public sealed class Situation(ImmutableArray<Judgement> choices)
{
    public ImmutableArray<Judgement> Choices => choices;
}

/// <summary>A workspace, read point by point.</summary>
public sealed class Court
{
    private readonly Lazy<ImmutableArray<Situation>> _situations;
    private readonly Lazy<ImmutableArray<Judgement>> _judgements;
    private readonly Lazy<Dictionary<string, Judgement>> _byKey;
    private readonly Dictionary<Rule, bool[]> _covers = [];
    private List<List<Case>> _cases = [];

    /// <param name="law">The workspace.</param>
    /// <param name="lasts">Whether the last number of a stretch of days or counts stands for it rather than the first.</param>
    public Court(LawModel law, bool lasts)
    {
        Law = law;
        Lexicon = new Lexicon(law);
        var notes = new Notes();
        var sentences = new Sentences(Lexicon, notes, new Reading());
        var lowering = new Lowering(sentences);
        Rules = lowering.Rules();
        Patterns = [.. law.Checks.Select(c => lowering.Pattern(c.Pattern))];
        Precedence = new Precedence(sentences, () => Rules, IsProperPart);
        foreach (string upper in Rules.Select(r => r.Order).Distinct())
        {
            foreach (string lower in Rules.SelectMany(r => new[] { r.Order, r.Party ?? r.Order }).Distinct())
            {
                // Built now, so that the days of memberships are noted before the world is made.
                _ = Precedence.Orders.Above(upper, lower);
            }
        }

        World = new World(Lexicon, notes, lasts);
        _situations = new(Judge);
        _judgements = new(() => [.. Situations.SelectMany(s => s.Choices)]);
        _byKey = new(() => Judgements.ToDictionary(j => World.Key(j.Case)));
    }

    public LawModel Law { get; }

    public Lexicon Lexicon { get; }

    public World World { get; }

    public ImmutableArray<Rule> Rules { get; }

    public Precedence Precedence { get; }

    /// <summary>The patterns of the checks, in their order.</summary>
    public ImmutableArray<Func<Case, bool>> Patterns { get; }

    public ImmutableArray<Situation> Situations => _situations.Value;

    /// <summary>The cases that exist.</summary>
    public ImmutableArray<Judgement> Judgements => _judgements.Value;

    /// <summary>What stands in a case with exact numbers; null where there is no such case.</summary>
    public Judgement? Find(Case c) => World.Clocks.All(k => k.Agree(a => (c.Number(a), c.Number(a)))) ? _byKey.Value.GetValueOrDefault(World.Key(World.Standing(c))) : null;

    /// <summary>The cases that share their given facts with one.</summary>
    public Situation SituationOf(Judgement judgement) => Situations.First(s => s.Choices.Contains(judgement));

    // Cases that do not exist count where regions are compared as they are written, and nowhere else.
    private ImmutableArray<Situation> Judge()
    {
        _cases = World.Situations();
        return
        [
            .. _cases.Select(s => s.Where(World.HasAgreeingClocks).ToList()).Where(s => s.Count > 0)
                .Select(s => new Situation([.. s.Select(c => new Judgement(c, Standing.Of(Precedence, Rules, c), new(() => Standing.Of(Precedence, Rules, c, alone: true))))])),
        ];
    }

    private bool IsProperPart(Rule part, Rule whole)
    {
        bool[] a = Covers(part);
        bool[] b = Covers(whole);
        return !a.Where((inside, i) => inside && !b[i]).Any() && b.Where((inside, i) => inside && !a[i]).Any();
    }

    private bool[] Covers(Rule rule)
    {
        if (!_covers.TryGetValue(rule, out bool[]? covers))
        {
            _covers[rule] = covers = [.. _cases.SelectMany(s => s).Select(rule.Covers)];
        }

        return covers;
    }
}
