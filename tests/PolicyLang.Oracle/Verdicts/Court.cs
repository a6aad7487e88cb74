using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>A workspace, read point by point.</summary>
public sealed class Court
{
    private readonly Lazy<ImmutableArray<Situation>> _situations;
    private readonly Lazy<ImmutableArray<Judgement>> _judgements;
    private readonly Lazy<Dictionary<string, Judgement>> _byKey;
    private readonly Dictionary<Judgement, Situation> _situationOf = [];
    private readonly Dictionary<Rule, bool[]> _covers = [];
    private readonly Func<Case, bool>[] _assumptions;
    private List<List<Case>> _cases = [];

    /// <param name="law">The workspace.</param>
    /// <param name="lasts">Whether the last number of a stretch of days or counts stands for it rather than the first.</param>
    public Court(LawModel law, bool lasts)
    {
        Law = law;
        Lexicon = new Lexicon(law);
        var notes = new Notes();
        Sentences = new Sentences(Lexicon, notes, new Reading());
        Instruments = new Instruments(Sentences);
        var lowering = new Lowering(Sentences, Instruments);
        Rules = lowering.Rules();
        Patterns = [.. law.Checks.Select(c => lowering.Pattern(c.Pattern))];
        _assumptions = [.. law.Assumptions.Select(Sentences.Assumption)];
        Precedence = new Precedence(Sentences, Instruments, () => Rules, IsProperPart);

        // Built now, so that the days of memberships and excuses are noted before the world is made.
        Precedence.Prepare();
        Instruments.Prepare(Rules);
        Organisations = Rules.Any(r => Lexicon.IsOrganisation(r.Order))
            ? law.Organisations.ToImmutableDictionary(o => o.Name, o => Sentences.Slot(TaxonomyModel.Organisations, ListSet.Of(o.Name)))
            : ImmutableDictionary<string, Func<Case, bool>>.Empty;
        World = new World(Lexicon, notes, lasts);
        notes.Freeze();
        _situations = new(Judge);
        _judgements = new(() => [.. Situations.SelectMany(s => s.Choices)]);
        _byKey = new(() => Judgements.ToDictionary(j => World.Key(j.Case)));
    }

    public LawModel Law { get; }

    public Lexicon Lexicon { get; }

    public Sentences Sentences { get; }

    public Instruments Instruments { get; }

    public World World { get; }

    public ImmutableArray<Rule> Rules { get; }

    public Precedence Precedence { get; }

    /// <summary>Of each organisation, whether a case is one of it; none where no organisation has law of its own.</summary>
    public ImmutableDictionary<string, Func<Case, bool>> Organisations { get; }

    /// <summary>The patterns of the checks, in their order.</summary>
    public ImmutableArray<Func<Case, bool>> Patterns { get; }

    /// <summary>The cases that exist, those together that share their given facts.</summary>
    public ImmutableArray<Situation> Situations => _situations.Value;

    /// <summary>The cases that exist.</summary>
    public ImmutableArray<Judgement> Judgements => _judgements.Value;

    /// <summary>What stands in a case with exact numbers; null where there is no such case.</summary>
    public Judgement? Find(Case c) => World.Clocks.All(k => k.Agree(a => (c.Number(a), c.Number(a)))) ? _byKey.Value.GetValueOrDefault(World.Key(World.Standing(c))) : null;

    /// <summary>The cases that share their given facts with one.</summary>
    public Situation SituationOf(Judgement judgement) => Situations.Length > 0 ? _situationOf[judgement] : throw new InvalidOperationException("There is no case.");

    /// <summary>The same case with the law of some orders and frameworks alone; with all law where none is named.</summary>
    public Judgement Under(Judgement judgement, ImmutableArray<string> names) =>
        names.IsEmpty ? judgement : new Judgement(judgement.Case, Precedence, [.. Rules.Where(r => names.Contains(r.Order) || names.Contains(r.Framework.Name))]);

    // Cases that do not exist count where regions are compared as they are written, and nowhere else.
    private ImmutableArray<Situation> Judge()
    {
        _cases = World.Situations();
        ImmutableArray<Situation> situations =
        [
            .. _cases.Select(s => s.Where(c => World.HasAgreeingClocks(c) && _assumptions.All(a => a(c))).ToList()).Where(s => s.Count > 0)
                .Select(s => new Situation([.. s.Select(c => new Judgement(c, Precedence, Rules))])),
        ];
        foreach (Situation situation in situations)
        {
            situation.Choices.ToList().ForEach(j => _situationOf[j] = situation);
        }

        return situations;
    }

    private bool IsProperPart(Rule part, Rule whole)
    {
        _ = Situations;
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
