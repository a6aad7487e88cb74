using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>The stages behind rules that follow from earlier ones: what nothing new bears on is carried over.</summary>
/// <param name="delta">How the rules follow from the earlier ones.</param>
internal sealed class CarriedStages(RuleDelta delta) : RuleStages
{
    // Every rule is asked about in one step before any is in the next.
    private (SettlementStep Step, Attack[][] Attacks)? _last;

    public override bool KnowsStanding => true;

    public override Attempt<Region> Existing(LoweredRules rules) =>
        delta.Earlier is { } earlier && ExistingCases.AreKept(earlier.Model, rules.Model) ? earlier.ExistingCases : base.Existing(rules);

    // A snapshot follows another only where the same cases exist.
    public override Attempt<Region> Initial(LoweredRules rules, Rule rule, Region existing) =>
        delta.Earlier is { } earlier && delta.NumberBefore(rule) is >= 0 and var before
            ? new Attempt<Region>(earlier.Initial[before])
            : base.Initial(rules, rule, existing);

    // The earlier rules were all compared, and so are the new ones.
    public override OverlapTable Overlaps(LoweredRules rules, Precedences precedences) => new(delta.Opponents, new bool[rules.Size], 0);

    public override ValueMasks Masks(LoweredRules rules) => delta.Masks;

    public override NearRules Near(LoweredRules rules) =>
        delta.Earlier?.NearIndex.Carry(delta.Successor, delta.Fresh) ?? base.Near(rules);

    public override Attack[]? KnownAttacksUpon(SettlementStep step, Rule rule) =>
        AttacksBefore(step, rule) is { } before && delta.HasSameAttackers(rule, before) ? before : null;

    public override Attack[] AttacksUpon(Precedences precedences, ImmutableArray<Rule> opponents, SettlementStep step, Rule rule) =>
        AttacksBefore(step, rule) is { } before
            ? delta.Attacks(rule, before, fresh => base.AttacksUpon(precedences, fresh, step, rule))
            : base.AttacksUpon(precedences, opponents, step, rule);

    public override DefeatSolution Solve(
        DefeatProblem problem, Hierarchy hierarchy, ImmutableArray<Rule> asked, DefeatSolution? full = null) =>
        (delta.Earlier is { } earlier
            ? new IncrementalDefeatSolver(problem, hierarchy, delta, earlier.Standing(hierarchy)).Solve(asked)
            : null)
        ?? base.Solve(problem, hierarchy, asked, full);

    private Attack[]? AttacksBefore(SettlementStep step, Rule rule)
    {
        if (delta.Earlier is not { } earlier || delta.NumberBefore(rule) is not (>= 0 and var before))
        {
            return null;
        }

        if (_last is not { } last || last.Step != step)
        {
            _last = last = (step, earlier.Problem.Attacks.Upon(step, Hierarchy.Full));
        }

        return last.Attacks[before];
    }
}
