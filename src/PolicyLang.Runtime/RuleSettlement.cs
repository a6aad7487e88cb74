namespace PolicyLang.Runtime;

/// <summary>Settles which rules that apply to a case stand, step by step, and what felled the others.</summary>
internal sealed class RuleSettlement
{
    private readonly PolicyModel _model;
    private readonly int[] _applied;
    private readonly int[] _felledBy;
    private readonly PolicyPrinciple[] _why;
    private readonly bool[] _worked;

    public RuleSettlement(PolicyModel model, Values values)
    {
        _model = model;
        var applied = new List<int>();
        for (int rule = 0; rule < model.Rules.Length; rule++)
        {
            if (model.Table.Evaluate(model.Rules[rule].Applies, values) != 0)
            {
                applied.Add(rule);
            }
        }

        _applied = applied.ToArray();
        _felledBy = new int[_applied.Length];
        _why = new PolicyPrinciple[_applied.Length];
        _worked = new bool[_applied.Length];
        for (int i = 0; i < _felledBy.Length; i++)
        {
            _felledBy[i] = -1;
        }

        for (int step = 0; step < model.Steps; step++)
        {
            Step(step, values);
        }

        YieldWeak();
    }

    /// <summary>The rules that apply: the rule, the rule that felled it or -1, why it did, and whether the rule felled another.</summary>
    public IEnumerable<(PolicyRule Rule, int FelledBy, PolicyPrinciple Why, bool HasWorked)> Applied
    {
        get
        {
            for (int i = 0; i < _applied.Length; i++)
            {
                yield return (_model.Rules[_applied[i]], _felledBy[i], _why[i], _worked[i]);
            }
        }
    }

    // Settle the strongest first: a rule falls once a standing rule prevails over it.
    private void Step(int step, Values values)
    {
        List<(int Upper, PolicyPrinciple Principle)>?[] attackers = Attackers(step, values);
        var settled = new bool[_applied.Length];
        var stands = new bool[_applied.Length];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0; i < _applied.Length; i++)
            {
                if (attackers[i] is not { } own || settled[i])
                {
                    continue;
                }

                int winner = own.FindIndex(a => settled[a.Upper] && stands[a.Upper]);
                if (winner >= 0)
                {
                    settled[i] = changed = true;
                    _felledBy[i] = _applied[own[winner].Upper];
                    _why[i] = own[winner].Principle;
                }
                else if (own.TrueForAll(a => settled[a.Upper]))
                {
                    settled[i] = stands[i] = changed = true;
                }
            }
        }

        for (int i = 0; i < _applied.Length; i++)
        {
            if (settled[i] && !stands[i])
            {
                attackers[i]?.ForEach(a => _worked[a.Upper] |= stands[a.Upper]);
            }
        }
    }

    // For each standing rule, the standing rules that prevail over it; null if fallen.
    private List<(int Upper, PolicyPrinciple Principle)>?[] Attackers(int step, Values values)
    {
        var attackers = new List<(int, PolicyPrinciple)>?[_applied.Length];
        for (int i = 0; i < _applied.Length; i++)
        {
            if (_felledBy[i] >= 0)
            {
                continue;
            }

            var own = new List<(int, PolicyPrinciple)>();
            foreach (PolicyPrecedence claim in _model.ClaimsOver(_applied[i]))
            {
                int upper = claim.Step == step ? Array.BinarySearch(_applied, claim.Upper) : -1;
                if (upper >= 0 && _felledBy[upper] < 0 && _model.Table.Evaluate(claim.Cases, values) != 0)
                {
                    own.Add((upper, claim.Principle));
                }
            }

            attackers[i] = own;
        }

        return attackers;
    }

    private void YieldWeak()
    {
        for (int i = 0; i < _applied.Length; i++)
        {
            PolicyRule weak = _model.Rules[_applied[i]];
            if (weak.Effect != RuleEffect.WeakPermission || _felledBy[i] >= 0)
            {
                continue;
            }

            int prohibition =
                Array.FindIndex(_applied,
                rule => _model.Rules[rule].Effect == RuleEffect.Prohibition && _model.Rules[rule].Order == weak.Order && Stands(rule));
            if (prohibition >= 0)
            {
                _felledBy[i] = _applied[prohibition];
                _why[i] = PolicyPrinciple.Explicit;
            }
        }
    }

    private bool Stands(int rule) => _felledBy[Array.BinarySearch(_applied, rule)] < 0;
}
