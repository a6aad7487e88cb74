using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>
/// The rules of which a search for conflicts has to know where they stand. Many rules meet none but those of the same legal order that
/// prevail over them, or yield to them, in every case: no two of these ever stand together.
/// </summary>
internal sealed class ContestedRules
{
    private readonly DefeatProblem _problem;
    private readonly LoweredRules _rules;
    private readonly Attack[][][] _attacks;

    private ContestedRules(DefeatProblem problem, bool knowsStanding)
    {
        (_problem, _rules) = (problem, problem.Rules);
        _attacks = problem.AttacksByStep();
        All = UsesLaw || !knowsStanding ? FindAll() : _rules.All;
    }

    /// <summary>All rules but those whose opponents are settled with them in this way; where law of the library is used, all but such
    /// rules of it, since something else asks where the user's own rules stand.</summary>
    public ImmutableArray<Rule> All { get; }

    private bool UsesLaw => !_rules.Model.Vocabulary.UsedFiles.IsEmpty;

    /// <summary>Finds them.</summary>
    /// <param name="problem">The rules and what prevails over them.</param>
    /// <param name="knowsStanding">Whether where most rules stand is known from earlier ones; all are contested then, but for law that is
    /// used.</param>
    public static ContestedRules Find(DefeatProblem problem, bool knowsStanding) => new(problem, knowsStanding);

    /// <summary>Whether one of two rules prevails over the other in every case, so that they stand together in none.</summary>
    /// <param name="attacks">For each step, what prevails over each rule.</param>
    /// <param name="one">A rule.</param>
    /// <param name="other">An opposing rule that it meets.</param>
    public static bool NeverStandTogether(Attack[][][] attacks, Rule one, Rule other) =>
        Array.Exists(attacks, a => Prevails(a[other.Number], one) || Prevails(a[one.Number], other));

    /// <summary>
    /// Cases outside of which no conflict depends on where a rule stands: those of the user's own rules, those of duties that something
    /// may forbid, and those that two other rules share. Null where they are not to be had at a small cost, or the law binds States.
    /// </summary>
    /// <param name="most">The most nodes that they may take.</param>
    public Region? CasesAtIssue(int most)
    {
        RegionSpace regions = _rules.Regions;
        if (!UsesLaw || _rules.All.Any(r => r.IsLawMaking))
        {
            return null;
        }

        int before = regions.NodeCount;
        Region found = regions.Empty;
        foreach (Region cases in All.SelectMany(AtIssue))
        {
            found = regions.Or(found, cases);
            if (regions.NodeCount - before > most)
            {
                return null;
            }
        }

        return found;
    }

    private ImmutableArray<Rule> FindAll()
    {
        var wanted = new bool[_rules.Size];
        foreach (Rule rule in _rules.All)
        {
            ImmutableArray<Rule> opponents = _problem.Overlaps.OpponentsOf(rule);
            bool always = _problem.Overlaps.Unknown[rule.Number] || !IsPlain(rule);
            ImmutableArray<Rule> met = always ? opponents : [.. opponents.Where(o => !IsSettled(rule, o))];
            foreach (Rule opponent in !met.IsEmpty && rule.Modality == RuleModality.Obligation ? opponents : met)
            {
                wanted[opponent.Number] = true;
            }

            wanted[rule.Number] |= always || !met.IsEmpty;
        }

        return [.. _rules.All.Where(r => wanted[r.Number])];
    }

    // Whether a duty can be fulfilled depends on all that forbids its ways.
    private IEnumerable<Region> AtIssue(Rule rule)
    {
        if (!IsPlain(rule))
        {
            return [_problem.Initial[rule.Number]];
        }

        ImmutableArray<Rule> open = [.. _problem.Overlaps.OpponentsOf(rule).Where(o => !IsSettled(rule, o))];
        return rule.Modality == RuleModality.Obligation && open.Any(o => o.Modality == RuleModality.Prohibition)
            ? [_problem.Initial[rule.Number]]
            : open.Where(o => IsPlain(o) && o.Number > rule.Number)
                .Select(o => _rules.Regions.And(_problem.Initial[rule.Number], _problem.Initial[o.Number]));
    }

    private bool IsPlain(Rule rule) => !rule.IsLawMaking && rule.Clause.Framework.Rank != Rank.Policy
        && (!UsesLaw || _rules.Model.IsUsedLaw(rule.Clause));

    private bool IsSettled(Rule one, Rule other) => IsPlain(other) && ReferenceEquals(one.Order, other.Order)
        && NeverStandTogether(_attacks, one, other);

    private static bool Prevails(Attack[] upon, Rule upper) =>
        Array.Exists(upon, a => a.When.IsFull && ReferenceEquals(a.Attacker, upper));
}
