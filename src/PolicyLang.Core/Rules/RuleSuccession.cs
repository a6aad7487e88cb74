using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>
/// How the rules of one snapshot follow from those of an earlier one, in the same space of regions: which are the same, and to which of
/// these anything new matters. What nothing new bears on is carried over, not worked out again.
/// </summary>
internal sealed class RuleSuccession
{
    private readonly RegionSpace _space;
    private readonly int[] _before;
    private readonly Rule?[] _after;
    private readonly bool[] _touched;
    private bool[]? _affected;

    /// <param name="earlier">The earlier rules; every one of them was compared with every other.</param>
    /// <param name="rules">The rules of now.</param>
    /// <param name="before">By the number of each, that of the same rule among the earlier ones; -1 for a new one.</param>
    public RuleSuccession(RuleBook earlier, ImmutableArray<Rule> rules, int[] before)
    {
        _space = earlier.Space.Regions;
        Earlier = earlier;
        Rules = rules;
        _before = before;
        _after = new Rule?[earlier.Rules.Length];
        _touched = new bool[rules.Length];
        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] >= 0)
            {
                _after[before[i]] = rules[i];
            }
        }

        Fresh = [.. rules.Where(r => before[r.Number] < 0)];
        Opponents = FindOpponents(earlier);
    }

    /// <summary>The earlier rules; null once all that may be carried over is.</summary>
    public RuleBook? Earlier { get; private set; }

    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The rules that are new.</summary>
    public ImmutableArray<Rule> Fresh { get; }

    /// <summary>For each rule, the opposing rules that it meets, in the order of their numbers.</summary>
    public ImmutableArray<ImmutableArray<Rule>> Opponents { get; }

    /// <summary>Lets go of the earlier rules, so that they do not stay for as long as these.</summary>
    public void Release() => Earlier = null;

    /// <summary>What became of an earlier rule; null where it is gone.</summary>
    public Rule? After(Rule earlier) => _after[earlier.Number];

    /// <summary>The number that a rule had; -1 for a new one.</summary>
    public int NumberBefore(Rule rule) => _before[rule.Number];

    /// <summary>The earlier rule that has the same opponents; null where they changed.</summary>
    public Rule? Kept(Rule rule) => _touched[rule.Number] ? null : Earlier?.Rules[_before[rule.Number]];

    /// <summary>The earlier rule that stands in the same cases, whatever the principles; null where that has to be worked out anew.</summary>
    public Rule? StandsAsBefore(RuleBook book, Rule rule) => (_affected ??= Affected(book))[rule.Number] ? null : Earlier?.Rules[_before[rule.Number]];

    /// <summary>Whether a rule and the rules that oppose it are the same and stand in the same cases as before.</summary>
    public bool IsUntouched(RuleBook book, Rule rule)
    {
        bool[] affected = _affected ??= Affected(book);
        if (affected[rule.Number])
        {
            return false;
        }

        foreach (Rule opponent in Opponents[rule.Number])
        {
            if (affected[opponent.Number])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Attackers, as they are called now.</summary>
    public (Rule Upper, Region Cases)[] Carry((Rule Upper, Region Cases)[] attackers) =>
        Array.TrueForAll(attackers, a => ReferenceEquals(After(a.Upper), a.Upper)) ? attackers : [.. attackers.Select(a => (After(a.Upper) ?? throw new InvalidOperationException("A rule that is gone attacks."), a.Cases))];

    private ImmutableArray<ImmutableArray<Rule>> FindOpponents(RuleBook earlier)
    {
        var found = new ImmutableArray<Rule>[Rules.Length];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = _before[i] < 0 ? ImmutableArray<Rule>.Empty : Remaining(earlier, i);
        }

        foreach (Rule fresh in Fresh)
        {
            _touched[fresh.Number] = true;
            _space.BeginWork();
            foreach (Rule other in fresh.Region.IsEmpty ? ImmutableArray<Rule>.Empty : Rules)
            {
                bool once = _before[other.Number] >= 0 || other.Number < fresh.Number;
                if (once && fresh.Opposes(other) && _space.Meets(fresh.Region, other.Region))
                {
                    found[fresh.Number] = found[fresh.Number].Add(other);
                    found[other.Number] = found[other.Number].Add(fresh);
                    _touched[other.Number] = true;
                }
            }
        }

        _space.EndWork();
        for (int i = 0; i < found.Length; i++)
        {
            if (_touched[i] && found[i].Length > 1)
            {
                found[i] = [.. found[i].OrderBy(r => r.Number)];
            }
        }

        return [.. found];
    }

    private ImmutableArray<Rule> Remaining(RuleBook earlier, int number)
    {
        ImmutableArray<Rule> opponents = earlier.Opponents(earlier.Rules[_before[number]]);
        if (opponents.IsEmpty)
        {
            return opponents;
        }

        if (AreSame(opponents))
        {
            return opponents;
        }

        var remaining = ImmutableArray.CreateBuilder<Rule>(opponents.Length);
        foreach (Rule opponent in opponents)
        {
            if (After(opponent) is { } after)
            {
                remaining.Add(after);
            }
            else
            {
                _touched[number] = true;
            }
        }

        return remaining.Count == opponents.Length ? remaining.MoveToImmutable() : remaining.ToImmutable();
    }

    private bool AreSame(ImmutableArray<Rule> rules)
    {
        foreach (Rule rule in rules)
        {
            if (!ReferenceEquals(After(rule), rule))
            {
                return false;
            }
        }

        return true;
    }

    // From what changed on to everything over which it may prevail.
    private bool[] Affected(RuleBook book)
    {
        bool[] affected = (bool[])_touched.Clone();
        var pending = new Stack<Rule>(Rules.Where(r => affected[r.Number]));
        (Rule Upper, Region Cases)[][][] attackers = [.. book.Precedences.Principles.Select(p => book.Attacks.By(p, Hierarchy.Full))];
        while (pending.Count > 0)
        {
            Rule rule = pending.Pop();
            foreach (Rule other in Opponents[rule.Number])
            {
                if (!affected[other.Number] && (other.IsWeak || attackers.Any(by => by[other.Number].Any(a => ReferenceEquals(a.Upper, rule)))))
                {
                    affected[other.Number] = true;
                    pending.Push(other);
                }
            }
        }

        return affected;
    }
}
