namespace PolicyLang.Runtime;

/// <summary>Explains a case, for all clauses or for those of one framework.</summary>
internal sealed class CaseExplanation(PolicyModel model, OutcomeTable outcomes, FrameworkModel? framework)
{
    private bool _isComplete = true;

    public PolicyDecision Explain(Values values, IReadOnlyList<CaseProblem> missing)
    {
        if (missing.Count > 0)
        {
            return new PolicyDecision(PolicyOutcome.Undetermined, [], [], [], [], []) { Missing = missing, Provenance = model.Provenance };
        }

        PolicyOutcome outcome = outcomes.Decide(values);
        List<(PolicyRule Rule, int FelledBy, PolicyPrinciple Why, bool HasWorked)> applied =
            [.. new RuleSettlement(model, values).Applied.Where(a => a.Rule.Effect != RuleEffect.None && IsOwn(a.Rule))];
        var standing = applied.Where(a => a.FelledBy < 0 && a.Rule.Effect != RuleEffect.Exemption).Select(a => a.Rule).ToList();
        long[] all = values.ToArray();
        bool isLawful = IsLawful(outcome);
        return new PolicyDecision(
            outcome,
            [.. applied.GroupBy(a => a.Rule.Order).Select(o => Answer(o.Key, standing)).OrderBy(o => o.Authority, StringComparer.Ordinal)],
            Clauses(standing),
            [.. applied.Where(a => a.FelledBy >= 0 && !(a.HasWorked && a.Rule.Effect == RuleEffect.Exemption))
                .Select(a => new DefeatedClause(model.Clauses[a.Rule.Clause], model.Clauses[model.Rules[a.FelledBy].Clause], a.Why))
                    .Distinct()
                .OrderBy(d => d.Clause.QualifiedName, StringComparer.Ordinal).ThenBy(d => d.By.QualifiedName, StringComparer.Ordinal)],
            Duties(values),
            isLawful ? [] : Ways(all))
        {
            OtherGrounds = isLawful ? [] : Grounds(all),
            Assumed = Assumed(all, outcome),
            IsComplete = _isComplete,
            Provenance = model.Provenance,
        };
    }

    private static bool IsLawful(PolicyOutcome outcome) => outcome is PolicyOutcome.Permitted or PolicyOutcome.Unregulated;

    private bool IsOwn(PolicyRule rule) => framework is null || ReferenceEquals(model.Clauses[rule.Clause].Framework, framework);

    private List<Duty> Duties(Values values)
    {
        var due = new Dictionary<int, bool>();
        foreach (PolicyRule rule in model.Rules)
        {
            if (rule.Effect == RuleEffect.Obligation && IsOwn(rule) && model.Table.Evaluate(rule.Due, values) != 0)
            {
                due.TryGetValue(rule.Clause, out bool met);
                due[rule.Clause] = met || model.Table.Evaluate(rule.Applies, values) != 0;
            }
        }

        return [.. due.Select(d => new Duty(model.Clauses[d.Key], d.Value)).OrderBy(d => d.Clause.QualifiedName, StringComparer.Ordinal)];
    }

    private OrderDecision Answer(int order, List<PolicyRule> standing)
    {
        List<PolicyRule> own = standing.FindAll(r => r.Order == order);
        bool prohibited = own.Exists(r => r.Effect == RuleEffect.Prohibition);
        bool permitted = own.Exists(r => r.Effect != RuleEffect.Prohibition);
        PolicyOutcome outcome = prohibited && permitted ? PolicyOutcome.Conflicting
            : prohibited ? PolicyOutcome.Prohibited
            : permitted ? PolicyOutcome.Permitted
            : PolicyOutcome.Unregulated;
        return new OrderDecision(model.OrderName(order), outcome, Clauses(own));
    }

    private List<ClauseModel> Clauses(IEnumerable<PolicyRule> rules) =>
        [.. rules.Select(r => r.Clause).Distinct().Select(c => model.Clauses[c]).OrderBy(c => c.QualifiedName, StringComparer.Ordinal)];

    private List<WayToComply> Ways(long[] values) => Lawful(values, a => a.IsChosen);

    // What a case says to be so is not asked for again.
    private List<WayToComply> Grounds(long[] values) =>
        Lawful(values, a => a.MayComeAbout && !(a.Kind == AttributeKind.Flag && IsStated(a, values)));

    private List<WayToComply> Lawful(long[] values, Func<CaseAttribute, bool> isFree)
    {
        if (!Array.Exists(model.Case.All, a => isFree(a)))
        {
            return [];
        }

        ChoiceNode goal = Diagram(values, isFree, IsLawful);
        var search = new ChangeSearch(model, values);
        List<WayToComply> ways =
            [.. search.Find(goal).Select(set => Way(values, set)).OrderBy(way => way.Outcome != PolicyOutcome.Permitted)];
        _isComplete &= search.IsComplete;
        return ways;
    }

    private List<CaseChange> Assumed(long[] values, PolicyOutcome outcome)
    {
        ChoiceNode goal = Diagram(values, a => !IsStated(a, values), other => other != outcome);
        var search = new AssumptionSearch(model, values);
        HashSet<CaseAttribute> assumed = search.Find(goal);
        _isComplete &= search.IsComplete;
        return [.. model.Case.Attributes.Where(assumed.Contains).Select(a => CaseModel.ChangeOf(a, values))];
    }

    private static bool IsStated(CaseAttribute attribute, long[] values) =>
        attribute.Name == CaseModel.Date || CaseModel.IsStated(attribute, values);

    private ChoiceNode Diagram(long[] values, Func<CaseAttribute, bool> isFree, Func<PolicyOutcome, bool> isWanted)
    {
        var diagram = new ChoiceDiagram(model, outcomes, values, isFree, isWanted);
        ChoiceNode root = diagram.Build();
        _isComplete &= diagram.IsComplete;
        return root;
    }

    private WayToComply Way(long[] before, ValueChange[] set)
    {
        long[] after = (long[])before.Clone();
        foreach (ValueChange change in set)
        {
            int slot = model.Table.SlotOf(change.Variable);
            after[slot] = change.Element < 0 ? change.Value + (model.AttributeOf(change.Variable).Kind == AttributeKind.Node ? 1 : 0)
                : change.Value != 0 ? after[slot] | (1L << change.Element)
                : after[slot] & ~(1L << change.Element);
        }

        return new WayToComply([.. model.Case.Attributes.Where(a => Differs(a, before, after))
            .Select(a => CaseModel.ChangeOf(a, after))], outcomes.Decide(after));
    }

    private static bool Differs(CaseAttribute attribute, long[] before, long[] after) =>
        Enumerable.Range(attribute.Slot, CaseModel.SlotsOf(attribute)).Any(slot => before[slot] != after[slot]);
}
