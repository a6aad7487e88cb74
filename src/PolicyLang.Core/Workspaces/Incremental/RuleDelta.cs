using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>
/// How the rules of one snapshot follow from those of an earlier one, in the same space of regions: which are the same, and to which of
/// these anything new matters. What nothing new bears on is carried over, not worked out again.
/// </summary>
internal sealed class RuleDelta
{
    private readonly RegionSpace _space;
    private readonly int[] _before;
    private readonly Rule?[] _after;
    private readonly bool[] _touched;
    private bool[]? _moved;

    /// <param name="earlier">The earlier rules; every one of them was compared with every other.</param>
    /// <param name="rules">The rules of now.</param>
    /// <param name="before">For each of them, the number of the same rule among the earlier ones; -1 for a new one.</param>
    /// <param name="masks">What values the rules of now have.</param>
    private RuleDelta(RuleBook earlier, ImmutableArray<Rule> rules, ImmutableArray<int> before, ValueMasks masks)
    {
        _space = earlier.Space.Regions;
        Masks = masks;
        Earlier = earlier;
        Rules = rules;
        _before = new int[LoweredRules.NumbersOf(rules)];
        _after = new Rule?[earlier.Lowered.Size];
        _touched = new bool[_before.Length];
        for (int i = 0; i < before.Length; i++)
        {
            _before[rules[i].Number] = before[i];
            if (before[i] >= 0)
            {
                _after[before[i]] = rules[i];
            }
        }

        Fresh = [.. rules.Where(r => _before[r.Number] < 0)];
        Opponents = [];
    }

    /// <inheritdoc cref="RuleDelta(RuleBook, ImmutableArray{Rule}, ImmutableArray{int}, ValueMasks)"/>
    /// <returns>Null where comparing the new rules with the others is beyond the budget.</returns>
    public static RuleDelta? Find(RuleBook earlier, ImmutableArray<Rule> rules, ImmutableArray<int> before, ValueMasks masks)
    {
        var succession = new RuleDelta(earlier, rules, before, masks);
        if (succession.FindOpponents(earlier) is not { } opponents)
        {
            return null;
        }

        succession.Opponents = opponents;
        return succession;
    }

    /// <summary>The earlier rules; null once all that may be carried over is.</summary>
    public RuleBook? Earlier { get; private set; }

    public ImmutableArray<Rule> Rules { get; }

    /// <summary>What values they have.</summary>
    public ValueMasks Masks { get; }

    /// <summary>The rules that are new.</summary>
    public ImmutableArray<Rule> Fresh { get; }

    /// <summary>For each rule, the opposing rules that it meets, in the order of their numbers.</summary>
    public ImmutableArray<ImmutableArray<Rule>> Opponents { get; private set; }

    /// <summary>Lets go of the earlier rules, so that they do not stay for as long as these.</summary>
    public void Release(RuleBook book)
    {
        _moved ??= Moved(book);
        Earlier = null;
    }

    /// <summary>What became of an earlier rule; null where it is gone.</summary>
    public Rule? Successor(Rule earlier) => _after[earlier.Number];

    /// <summary>The number that a rule had; -1 for a new one.</summary>
    public int NumberBefore(Rule rule) => _before[rule.Number];

    /// <summary>Whether a rule is new, or has not the same opponents as before.</summary>
    public bool IsTouched(Rule rule) => _touched[rule.Number];

    /// <summary>Whether a rule or its opponents are new, or where it stands is, by some principle.</summary>
    public bool IsMoved(RuleBook book, Rule rule) => (_moved ??= Moved(book))[rule.Number];

    /// <summary>Whether nothing about a rule and the rules that oppose it is new.</summary>
    public bool IsUntouched(RuleBook book, Rule rule)
    {
        if (IsMoved(book, rule))
        {
            return false;
        }

        foreach (Rule opponent in Opponents[rule.Number])
        {
            if (IsMoved(book, opponent))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether just what prevailed over a rule that was there before prevails over it now.</summary>
    public bool HasSameAttackers(Rule rule, Attack[] before)
    {
        if (_touched[rule.Number])
        {
            return false;
        }

        // No lambda here: this is asked of every rule after every edit.
        foreach (Attack attack in before)
        {
            if (!ReferenceEquals(Successor(attack.Attacker), attack.Attacker))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What prevails over a rule that was there before: what did so, where it is still there, and new rules that do.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="before">What prevailed over it.</param>
    /// <param name="fresh">What of the new rules that it meets prevails over it.</param>
    public Attack[] Attacks(Rule rule, Attack[] before, Func<ImmutableArray<Rule>, Attack[]> fresh)
    {
        IEnumerable<Attack> kept = before.Select(a => Successor(a.Attacker) is { } after ? a with { Attacker = after } : (Attack?)null)
            .OfType<Attack>();
        Attack[] added = fresh([.. Opponents[rule.Number].Where(o => _before[o.Number] < 0)]);
        return [.. kept.Concat(added).OrderBy(a => a.Attacker.Number)];
    }

    private ImmutableArray<ImmutableArray<Rule>>? FindOpponents(RuleBook earlier)
    {
        ImmutableArray<Rule>[] found = [.. Enumerable.Repeat(ImmutableArray<Rule>.Empty, _before.Length)];
        foreach (Rule rule in Rules)
        {
            if (_before[rule.Number] >= 0)
            {
                found[rule.Number] = Remaining(earlier, rule.Number);
            }
        }

        foreach (Rule fresh in Fresh)
        {
            _touched[fresh.Number] = true;
            if (!_space.TryApart(() => Meeting(fresh)).TryGet(out List<Rule>? met))
            {
                return null;
            }

            foreach (Rule other in met)
            {
                found[fresh.Number] = found[fresh.Number].Add(other);
                found[other.Number] = found[other.Number].Add(fresh);
                _touched[other.Number] = true;
            }
        }

        for (int i = 0; i < found.Length; i++)
        {
            if (_touched[i] && found[i].Length > 1)
            {
                found[i] = [.. found[i].OrderBy(r => r.Number)];
            }
        }

        return [.. found];
    }

    // The rules that a new rule opposes and meets; the later of two finds both.
    private List<Rule> Meeting(Rule fresh)
    {
        var met = new List<Rule>();
        foreach (Rule other in fresh.Region.IsEmpty ? ImmutableArray<Rule>.Empty : Rules)
        {
            bool once = _before[other.Number] >= 0 || other.Number < fresh.Number;
            if (once && fresh.Opposes(other) && Masks.Meet(fresh, other) && _space.Overlaps(fresh.Region, other.Region))
            {
                met.Add(other);
            }
        }

        return met;
    }

    private ImmutableArray<Rule> Remaining(RuleBook earlier, int number)
    {
        ImmutableArray<Rule> opponents = earlier.Problem.Overlaps.Opponents[_before[number]];
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
            if (Successor(opponent) is { } after)
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

    /// <summary>Whether earlier rules are the very same now.</summary>
    public bool AreSame(ImmutableArray<Rule> rules)
    {
        foreach (Rule rule in rules)
        {
            if (!ReferenceEquals(Successor(rule), rule))
            {
                return false;
            }
        }

        return true;
    }

    private bool[] Moved(RuleBook book)
    {
        bool[] moved = (bool[])_touched.Clone();
        RuleBook earlier = Earlier ?? throw new InvalidOperationException("The earlier rules are gone.");
        foreach (Hierarchy hierarchy in new[] { Hierarchy.Full, Hierarchy.WithinOrders })
        {
            DefeatSolution now = book.Standing(hierarchy);
            DefeatSolution before = earlier.Standing(hierarchy);
            foreach (Rule rule in Rules)
            {
                int number = _before[rule.Number];
                moved[rule.Number] |= number < 0
                    || (now.Solved[rule.Number] && (!before.Solved[number] || now.Differs(rule.Number, before, number)));
            }
        }

        return moved;
    }
}
