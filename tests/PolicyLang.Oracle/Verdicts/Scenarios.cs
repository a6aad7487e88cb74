using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>Section 9: what scenarios expect, of cases whose numbers are exact.</summary>
/// <param name="court">The workspace.</param>
/// <param name="conflicts">Its conflicts.</param>
/// <param name="under">The orders and frameworks whose law counts; empty for all law.</param>
/// <param name="cases">The cases that the scenario states.</param>
public sealed class Scenarios(Court court, Conflicts conflicts, ImmutableArray<string> under, ImmutableArray<Case> cases)
{
    private static readonly ImmutableArray<Verdict> Strictest = [Verdict.Conflicting, Verdict.Prohibited, Verdict.Unregulated, Verdict.Permitted];

    private readonly Dictionary<Judgement, Judgement> _under = [];
    private readonly Dictionary<Case, List<Change>> _ways = [];

    /// <summary>The strictest outcome.</summary>
    public Verdict Outcome => Judgements.Select(j => j.Verdict).MinBy(v => Strictest.IndexOf(v));

    private IEnumerable<Judgement> Judgements => cases.Select(c => Under(court.Find(c) ?? throw new InvalidOperationException("There is no such case.")));

    public bool Holds(Expectation expectation) => expectation switch
    {
        OutcomeExpectation e => string.Equals(Outcome.ToString(), e.Outcome, StringComparison.OrdinalIgnoreCase) && e.By.All(Giving().Contains),
        ConflictExpectation e => Holding().Any(f => f.Rules.Select(r => r.Clause).ToHashSet().SetEquals(e.Between)),
        NoConflictExpectation e => !Holding().Any(f => e.Between.All(side => f.Rules.Any(r => Checks.Covers(side, r.Clause, r.Order)))),
        AppliesExpectation e => e.Applies == Applying().Contains(e.Clause),
        AdviceExpectation e => e.By.All(Judgements.SelectMany(Decisions.Advice).Where(a => a.Discourages == e.Discouraged).Select(a => a.Rule.Clause).Contains),
        DutyExpectation e => Duties().Contains(e.Clause),
        WayExpectation e => cases.Any(c => HasWay(c, e)),
        WaitExpectation e => cases.Any(c => HasWait(c, e.Duration)),
        _ => throw new ArgumentOutOfRangeException(nameof(expectation)),
    };

    /// <summary>The clauses that apply, stand and give the outcome.</summary>
    public IReadOnlySet<string> Giving() => Judgements.Where(j => j.Verdict == Outcome)
        .SelectMany(j => j.Fates.Where(f => f.Stands && !f.Rule.IsSoft && !f.Rule.IsLawMaking && Gives(f.Rule.Kind))).Select(f => f.Rule.Clause).ToHashSet();

    /// <summary>The conflicts that hold: neither resolved nor avoidable, and all of whose clauses count.</summary>
    public IEnumerable<Finding> Holding() => conflicts.All().Where(f => f.Status is not ("resolved" or "avoidable") && f.Rules.All(Counts) && cases.Any(c => IsIn(f, c)));

    /// <summary>The clauses that apply, be they defeated.</summary>
    public IEnumerable<string> Applying() => court.Rules.Where(r => Counts(r) && Judgements.Any(j => r.Applies(j.Case) || (r.Kind == RuleKind.Obligation && r.IsTriggered(j.Case)))).Select(r => r.Clause);

    /// <summary>The duties that are outstanding, soft ones too.</summary>
    public IEnumerable<string> Duties() => court.Rules
        .Where(o => Counts(o) && o.Kind == RuleKind.Obligation && cases.Any(c => o.IsTriggered(c) && SituationOf(c).Choices.Any(x => Under(x).Stands(o)))).Select(o => o.Clause);

    /// <summary>The ways to comply of a case.</summary>
    public List<Change> Ways(Case c)
    {
        if (!_ways.TryGetValue(c, out List<Change>? ways))
        {
            bool isLawful = court.Find(c) is { } judgement && Decisions.IsLawful(Under(judgement));
            _ways[c] = ways = isLawful ? [] : new Changes(court, c, j => Decisions.IsLawful(Under(j))).Minimal(a => a.Chosen);
        }

        return ways;
    }

    private bool Counts(Rule rule) => under.IsEmpty || under.Contains(rule.Order) || under.Contains(rule.Framework.Name);

    private Situation SituationOf(Case c) => court.SituationOf(court.Find(c) ?? throw new InvalidOperationException("There is no such case."));

    private Judgement Under(Judgement judgement)
    {
        if (!_under.TryGetValue(judgement, out Judgement? counted))
        {
            _under[judgement] = counted = court.Under(judgement, under);
        }

        return counted;
    }

    private bool Gives(RuleKind kind) => kind switch
    {
        RuleKind.Prohibition => Outcome is Verdict.Prohibited or Verdict.Conflicting,
        RuleKind.Permission or RuleKind.Obligation => Outcome is Verdict.Permitted or Verdict.Conflicting,
        _ => false,
    };

    // Where a duty takes part the given facts decide, whatever is chosen.
    private bool IsIn(Finding conflict, Case c)
    {
        Situation situation = SituationOf(c);
        return conflicts.Collisions.Where(f => f.Clauses == conflict.Clauses && f.Badness == conflict.Badness).Any(f => f.Rules.Any(r => r.Kind == RuleKind.Obligation)
            ? situation.Choices.Any(j => f.Arises(situation, j))
            : court.Find(c) is { } judgement && f.Arises(situation, judgement));
    }

    private bool HasWay(Case c, WayExpectation way)
    {
        int attribute = court.Lexicon.Attribute(way.Kind switch { WayKind.SendTo => "destination", WayKind.StoreIn => "location", _ => "safeguards" });
        Node node = court.Lexicon.Find(court.Law.Attributes[attribute].Taxonomy ?? "", way.Name) ?? throw new KeyNotFoundException(way.Name);
        if (way.Kind == WayKind.Remove)
        {
            return Single(c, attribute).OfType<Leaf>().Any(removed => removed.Node == node && c.Leaves(attribute).Contains(removed));
        }

        // A place stands for all below it, if all of these would do as well; elements of a set are listed each.
        ImmutableArray<Leaf> leaves = court.Lexicon.Leaves(court.Law.Attributes[attribute].Taxonomy ?? "");
        return leaves.Where(l => l.Node == node).Any(Does)
            && (way.Kind == WayKind.Add || !node.Parents.Exists(p => leaves.Where(l => l.IsWithin(p)).All(Does)));

        bool Does(Leaf leaf) => Single(c, attribute).OfType<Leaf>()
            .Any(value => court.World.Kind(attribute, leaf) == value && (way.Kind != WayKind.Add || !c.Leaves(attribute).Contains(value)));
    }

    private bool HasWait(Case c, Duration duration)
    {
        (string clock, long length) = Acts.Clock(duration);
        int attribute = court.Lexicon.Attribute(clock);
        long end = court.Law.Attributes[attribute].IsHalved ? 2 * length : length;
        return Single(c, attribute).OfType<long>().Any(then => then > c.Number(attribute) && (then == end || then == end + 1));
    }

    // The new values of an attribute, or the elements added or removed, of the ways that change nothing else.
    private IEnumerable<object> Single(Case c, int attribute) =>
        Ways(c).Where(w => w.Steps.Count == 1).Select(w => w.Steps.Single()).Where(s => s.Attribute == attribute).Select(s => s.Value);
}
