namespace PolicyLang.Runtime;

/// <summary>Explains a case, for all clauses or for those of one framework. What is sorted by name is sorted by ranks, which the model
/// knows.</summary>
internal sealed class CaseExplanation(PolicyModel model, OutcomeTable outcomes, FrameworkModel? framework)
{
    private const int AnyOrder = -1;

    private readonly List<int> _ranks = [];

    public PolicyDecision Explain(Values values, IReadOnlyList<CaseProblem> missing)
    {
        if (missing.Count > 0)
        {
            return new PolicyDecision(PolicyOutcome.Undetermined, [], [], [], [], []) { Missing = missing, Provenance = model.Provenance };
        }

        PolicyOutcome outcome = outcomes.Decide(values);
        var later = new LaterAnswers(model, outcomes, values.ToArray(), outcome);
        AppliedRule[] applied = Array.FindAll(new RuleSettlement(model, values).Applied, Counts);
        IReadOnlyList<ClauseModel> standing = Standing(applied, AnyOrder);
        return new PolicyDecision(outcome, Orders(applied, standing), standing, Defeated(applied), Duties(values), later.Ways)
        {
            OtherGrounds = later.Grounds,
            Assumed = later.Assumed,
            Completeness = new ValueFlag(true, later.IsComplete),
            Provenance = model.Provenance,
        };
    }

    private bool Counts(AppliedRule rule) => rule.Rule.Effect != RuleEffect.None && IsOwn(rule.Rule);

    private bool IsOwn(PolicyRule rule) => framework is null || ReferenceEquals(model.Clauses[rule.Clause].Framework, framework);

    private static bool Stands(AppliedRule rule, int order) =>
        rule.FelledBy < 0 && rule.Rule.Effect != RuleEffect.Exemption && (order == AnyOrder || rule.Rule.Order == order);

    private IReadOnlyList<ClauseModel> Standing(AppliedRule[] applied, int order)
    {
        _ranks.Clear();
        foreach (AppliedRule rule in applied)
        {
            if (Stands(rule, order))
            {
                AddRank(model.ClauseRanks.RankOf(rule.Rule.Clause));
            }
        }

        var clauses = new ClauseModel[_ranks.Count];
        for (int i = 0; i < clauses.Length; i++)
        {
            clauses[i] = model.Clauses[model.ClauseRanks.At(_ranks[i])];
        }

        return ValueList.Of(clauses);
    }

    private OrderDecision[] Orders(AppliedRule[] applied, IReadOnlyList<ClauseModel> standing)
    {
        _ranks.Clear();
        foreach (AppliedRule rule in applied)
        {
            AddRank(model.OrderRanks.RankOf(rule.Rule.Order));
        }

        if (_ranks.Count == 1)
        {
            return [Answer(model.OrderRanks.At(_ranks[0]), applied, standing)];
        }

        int[] orders = [.. _ranks];
        return Array.ConvertAll(orders, rank => Answer(model.OrderRanks.At(rank), applied, Standing(applied, model.OrderRanks.At(rank))));
    }

    private OrderDecision Answer(int order, AppliedRule[] applied, IReadOnlyList<ClauseModel> standing)
    {
        bool prohibited = false;
        bool permitted = false;
        foreach (AppliedRule rule in applied)
        {
            if (Stands(rule, order))
            {
                prohibited |= rule.Rule.Effect == RuleEffect.Prohibition;
                permitted |= rule.Rule.Effect != RuleEffect.Prohibition;
            }
        }

        PolicyOutcome outcome = prohibited && permitted ? PolicyOutcome.Conflicting
            : prohibited ? PolicyOutcome.Prohibited
            : permitted ? PolicyOutcome.Permitted
            : PolicyOutcome.Unregulated;
        return new OrderDecision(model.OrderName(order), outcome, standing);
    }

    private IReadOnlyList<DefeatedClause> Defeated(AppliedRule[] applied)
    {
        List<(int Rank, int By, PolicyPrinciple Why)>? defeats = null;
        foreach (AppliedRule rule in applied)
        {
            if (rule.FelledBy >= 0 && !(rule.HasWorked && rule.Rule.Effect == RuleEffect.Exemption))
            {
                int by = model.ClauseRanks.RankOf(model.Rules[rule.FelledBy].Clause);
                Add(defeats ??= [], model.ClauseRanks.RankOf(rule.Rule.Clause), by, rule.Why);
            }
        }

        return defeats is null
            ? []
            : defeats.ConvertAll(d =>
                new DefeatedClause(model.Clauses[model.ClauseRanks.At(d.Rank)], model.Clauses[model.ClauseRanks.At(d.By)], d.Why));
    }

    // Sorted by both names, each once; ties stay in the order found.
    private static void Add(List<(int Rank, int By, PolicyPrinciple Why)> defeats, int rank, int by, PolicyPrinciple why)
    {
        if (!defeats.Contains((rank, by, why)))
        {
            int place = defeats.Count;
            while (place > 0 && (rank < defeats[place - 1].Rank || (rank == defeats[place - 1].Rank && by < defeats[place - 1].By)))
            {
                place--;
            }

            defeats.Insert(place, (rank, by, why));
        }
    }

    private IReadOnlyList<Duty> Duties(Values values)
    {
        if (model.Obligations.Length == 0)
        {
            return [];
        }

        var due = new List<int>();
        model.Due.Find(values, due);
        _ranks.Clear();
        foreach (int place in due)
        {
            PolicyRule rule = model.Rules[model.Obligations[place]];
            if (IsOwn(rule))
            {
                AddRank(model.ClauseRanks.RankOf(rule.Clause));
            }
        }

        var duties = new Duty[_ranks.Count];
        for (int i = 0; i < duties.Length; i++)
        {
            int clause = model.ClauseRanks.At(_ranks[i]);
            duties[i] = new Duty(model.Clauses[clause], IsMet(clause, due, values));
        }

        return duties;
    }

    private bool IsMet(int clause, List<int> due, Values values)
    {
        foreach (int place in due)
        {
            PolicyRule rule = model.Rules[model.Obligations[place]];
            if (rule.Clause == clause && model.Table.Evaluate(rule.Applies, values) != 0)
            {
                return true;
            }
        }

        return false;
    }

    // Keeps the ranks sorted, and each once.
    private void AddRank(int rank)
    {
        int place = _ranks.BinarySearch(rank);
        if (place < 0)
        {
            _ranks.Insert(~place, rank);
        }
    }
}
