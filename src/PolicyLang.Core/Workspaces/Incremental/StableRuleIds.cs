using PolicyLang.Rules;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>
/// Rule ids are stable across edits, so that results kept by id stay valid; ids may have gaps, and a rule that comes back finds its id
/// free.
/// </summary>
internal sealed class StableRuleIds(int capacity)
{
    // Left free behind new rules where all are renumbered: whoever writes one clause writes another.
    private const int Spare = 8;

    private readonly List<Rule> _rules = new(capacity);
    private readonly List<int> _before = new(capacity);

    /// <summary>Adds a rule that was there before.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="before">The number that it had.</param>
    public void Keep(Rule rule, int before)
    {
        _rules.Add(rule);
        _before.Add(before);
    }

    /// <summary>Adds new rules.</summary>
    public void Add(ImmutableArray<Rule> rules)
    {
        foreach (Rule rule in rules)
        {
            Keep(rule, -1);
        }
    }

    /// <summary>The rules with their numbers, which grow, and for each the number that it had; -1 for a new one.</summary>
    public (ImmutableArray<Rule> Rules, ImmutableArray<int> Before) Assign()
    {
        int[] numbers = Fitting() ?? Renumber();
        var rules = ImmutableArray.CreateBuilder<Rule>(_rules.Count);
        for (int i = 0; i < numbers.Length; i++)
        {
            rules.Add(_rules[i].Number == numbers[i] ? _rules[i] : _rules[i] with { Number = numbers[i] });
        }

        return (rules.MoveToImmutable(), [.. _before]);
    }

    // Their old ids, with free ones between for new rules; null if impossible.
    private int[]? Fitting()
    {
        int[] numbers = new int[_rules.Count];
        int last = -1;
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = _before[i] < 0 ? last + 1 : _before[i];
            if (numbers[i] <= last)
            {
                return null;
            }

            last = numbers[i];
        }

        return numbers;
    }

    private int[] Renumber()
    {
        int[] numbers = new int[_rules.Count];
        int next = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            next += i > 0 && _before[i - 1] < 0 && _before[i] >= 0 ? Spare : 0;
            numbers[i] = next++;
        }

        return numbers;
    }
}
