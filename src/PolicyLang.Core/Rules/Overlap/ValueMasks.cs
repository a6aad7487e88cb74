using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>
/// For a few variables, which of 64 kinds of values the cases of each rule have. Rules without a kind in common have no case in common,
/// which takes a look at some numbers where comparing regions takes a walk through both.
/// </summary>
internal sealed class ValueMasks
{
    private const int Variables = 8;
    private const int Kinds = 64;

    // Of days and counts, nearly every interval has all kinds.
    private const long MostValues = 1 << 16;

    private readonly RegionSpace _space;

    // Levels, ascending.
    private readonly int[] _levels;

    // By number of rule, then by level.
    private readonly ulong[] _masks;

    private ValueMasks(RegionSpace space, int[] levels, int rules)
    {
        _space = space;
        _levels = levels;
        _masks = new ulong[rules * levels.Length];
    }

    /// <summary>Those of rules, which are in the order of their numbers.</summary>
    public static ValueMasks Of(RegionSpace space, ImmutableArray<Rule> rules)
    {
        int[] levels =
        [
            .. space.Variables.Where(v => v.Maximum is > 1 and < MostValues).OrderByDescending(v => v.Maximum).Take(Variables)
                .Select(v => space.LevelOf(v.Index)).OrderBy(l => l),
        ];
        var masks = new ValueMasks(space, levels, LoweredRules.NumbersOf(rules));
        foreach (Rule rule in rules)
        {
            masks.Fill(rule);
        }

        return masks;
    }

    /// <summary>Those of rules that follow these.</summary>
    /// <param name="rules">The rules, in the order of their numbers.</param>
    /// <param name="before">For each of them, the number of the same rule among the earlier ones; -1 for a new one.</param>
    public ValueMasks Carry(ImmutableArray<Rule> rules, ImmutableArray<int> before)
    {
        var masks = new ValueMasks(_space, _levels, LoweredRules.NumbersOf(rules));
        for (int i = 0; i < rules.Length; i++)
        {
            if (before[i] < 0)
            {
                masks.Fill(rules[i]);
            }
            else
            {
                MasksOf(before[i]).CopyTo(masks.MasksOf(rules[i].Number));
            }
        }

        return masks;
    }

    /// <summary>Whether two rules have kinds of values in common in every variable: if not, no case is in both regions.</summary>
    public bool Meet(Rule one, Rule other)
    {
        ReadOnlySpan<ulong> masks = MasksOf(one.Number);
        ReadOnlySpan<ulong> others = MasksOf(other.Number);
        for (int i = 0; i < masks.Length; i++)
        {
            if ((masks[i] & others[i]) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private Span<ulong> MasksOf(int rule) => _masks.AsSpan(rule * _levels.Length, _levels.Length);

    private void Fill(Rule rule)
    {
        if (rule.Region.IsEmpty)
        {
            return;
        }

        Span<ulong> masks = MasksOf(rule.Number);
        NodeTable nodes = _space.Nodes;
        NodeWalk walk = _space.BeginWalk();
        var pending = new Stack<int>();
        Pass(-1, nodes.LevelOf(rule.Region.Id), masks);
        pending.Push(rule.Region.Id);
        while (pending.Count > 0)
        {
            int number = pending.Pop();
            if (number <= NodeTable.FullNode || !walk.Visit(number))
            {
                continue;
            }

            RegionNode node = nodes.At(number);
            int tested = Array.BinarySearch(_levels, node.Level);
            for (int i = 0; i < node.Starts.Length; i++)
            {
                if (node[i] == NodeTable.EmptyNode)
                {
                    continue;
                }

                if (tested >= 0)
                {
                    long end = i + 1 < node.Starts.Length ? node.Starts[i + 1] : _space.VariableAt(node.Level).Maximum + 1;
                    masks[tested] |= KindsOf(node.Starts[i], end);
                }

                Pass(node.Level, nodes.LevelOf(node[i]), masks);
                pending.Push(node[i]);
            }
        }
    }

    // A variable that a way through the diagram passes by may have any value.
    private void Pass(int from, int to, Span<ulong> masks)
    {
        for (int i = 0; i < _levels.Length; i++)
        {
            if (_levels[i] > from && _levels[i] < to)
            {
                masks[i] = ulong.MaxValue;
            }
        }
    }

    private static ulong KindsOf(long start, long end)
    {
        if (end - start >= Kinds)
        {
            return ulong.MaxValue;
        }

        ulong kinds = 0;
        for (long value = start; value < end; value++)
        {
            kinds |= 1UL << (int)(value % Kinds);
        }

        return kinds;
    }
}
