namespace PolicyLang.Runtime;

/// <summary>Settles which rules that apply to a case stand, step by step, and what felled the others.</summary>
internal sealed class RuleSettlement
{
    private readonly PolicyModel _model;
    private readonly List<int> _rules = [];
    private readonly AppliedRule[] _applied;
    private readonly List<Attack> _attacks = [];

    public RuleSettlement(PolicyModel model, Values values)
    {
        _model = model;
        model.Applying.Find(values, _rules);
        _applied = new AppliedRule[_rules.Count];
        for (int i = 0; i < _applied.Length; i++)
        {
            _applied[i] = new AppliedRule { Rule = model.Rules[_rules[i]], FelledBy = -1 };
        }

        for (int step = 0; step < model.Steps; step++)
        {
            Step(step, values);
        }

        YieldWeak();
    }

    /// <summary>The rules that apply.</summary>
    public AppliedRule[] Applied => _applied;

    // Settle the strongest first: a rule falls once a standing rule prevails over it.
    private void Step(int step, Values values)
    {
        FindAttacks(step, values);
        if (_attacks.Count == 0)
        {
            return;
        }

        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0, attack = 0; i < _applied.Length; i++)
            {
                int first = attack;
                while (attack < _attacks.Count && _attacks[attack].Lower == i)
                {
                    attack++;
                }

                changed |= !_applied[i].IsSettled && Settle(ref _applied[i], first, attack);
            }
        }

        foreach (Attack attack in _attacks)
        {
            if (_applied[attack.Lower] is { IsSettled: true, FelledBy: >= 0 }
                && _applied[attack.Upper] is { IsSettled: true, FelledBy: < 0 })
            {
                _applied[attack.Upper].HasWorked = true;
            }
        }
    }

    // Whether the attacks on a rule leave it fallen or standing for certain.
    private bool Settle(ref AppliedRule rule, int first, int end)
    {
        bool all = true;
        for (int i = first; i < end; i++)
        {
            AppliedRule upper = _applied[_attacks[i].Upper];
            all &= upper.IsSettled;
            if (upper is { IsSettled: true, FelledBy: < 0 })
            {
                rule.FelledBy = _rules[_attacks[i].Upper];
                rule.Why = _attacks[i].Principle;
                return rule.IsSettled = true;
            }
        }

        return rule.IsSettled = all;
    }

    // Attacks between standing rules, sorted by the one that may yield.
    private void FindAttacks(int step, Values values)
    {
        _attacks.Clear();
        for (int i = 0; i < _applied.Length; i++)
        {
            _applied[i].IsSettled = _applied[i].FelledBy >= 0;
            if (_applied[i].IsSettled)
            {
                continue;
            }

            foreach (PolicyPrecedence claim in _model.ClaimsOver(_rules[i]))
            {
                int upper = claim.Step == step ? _rules.BinarySearch(claim.Upper) : -1;
                if (upper >= 0 && _applied[upper].FelledBy < 0 && _model.Table.Evaluate(claim.Cases, values) != 0)
                {
                    _attacks.Add(new Attack(i, upper, claim.Principle));
                }
            }
        }
    }

    private void YieldWeak()
    {
        for (int i = 0; i < _applied.Length; i++)
        {
            if (_applied[i] is not { Rule.Effect: RuleEffect.WeakPermission, FelledBy: < 0 })
            {
                continue;
            }

            for (int other = 0; other < _applied.Length; other++)
            {
                if (_applied[other] is { Rule.Effect: RuleEffect.Prohibition, FelledBy: < 0 }
                    && _applied[other].Rule.Order == _applied[i].Rule.Order)
                {
                    _applied[i].FelledBy = _rules[other];
                    _applied[i].Why = PolicyPrinciple.Explicit;
                    break;
                }
            }
        }
    }

    private readonly record struct Attack(int Lower, int Upper, PolicyPrinciple Principle);
}

/// <summary>A rule that applies.</summary>
internal struct AppliedRule
{
    /// <summary>The rule.</summary>
    public required PolicyRule Rule { get; init; }

    /// <summary>The number of the rule that felled it; -1 while it stands.</summary>
    public int FelledBy { get; set; }

    /// <summary>Why it fell.</summary>
    public PolicyPrinciple Why { get; set; }

    /// <summary>Whether it felled another.</summary>
    public bool HasWorked { get; set; }

    /// <summary>Whether the step that is being taken can change nothing about it.</summary>
    public bool IsSettled { get; set; }
}
