using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>
/// Finds, for a rule, those of a set of rules whose boxes meet its own, without looking at most of the others. A tree: each level parts its
/// rules by the values of the variable that tells them apart best (in legislation, the place of origin, then the kind of data, the action);
/// a rule of many values is kept aside, where every search comes by. A search for a rule of many values takes another variable.
/// </summary>
internal sealed class RuleIndex
{
    private const int MostInLeaf = 64;
    private const int LeastPartedAnew = 128;
    private const int GoodPart = 16;
    private const int MostValues = 48;
    private const int MostLevels = 4;
    private const int MostSampled = 500;

    private readonly BoundingBoxes _boxes;
    private readonly ImmutableArray<int> _nodes;
    private readonly Level _root;
    private readonly int _size;

    /// <param name="boxes">The boxes of all rules.</param>
    /// <param name="rules">The numbers of the rules to be found.</param>
    /// <param name="levels">The variables that may part them; all of a taxonomy's values unless given.</param>
    public RuleIndex(BoundingBoxes boxes, IEnumerable<int> rules, Func<Variable, bool>? levels = null)
    {
        _boxes = boxes;
        _nodes = [.. Enumerable.Range(0, boxes.Layout.Nodes.Length).Where(n => levels is null || levels(boxes.Layout.Nodes[n]))];
        int[] all = [.. rules];
        _size = all.Length == 0 ? 0 : all.Max() + 1;
        _root = Build(all, MostLevels, []);
    }

    /// <summary>Begins searches in the index, one after the other.</summary>
    public Searcher Search() => new(this);

    /// <summary>The numbers of the rules whose boxes may hold a case, as far as the variables of the levels tell; each once.</summary>
    public void Near(long[] values, List<int> found)
    {
        var pending = new Stack<Level>();
        pending.Push(_root);
        while (pending.Count > 0)
        {
            Level level = pending.Pop();
            if (level.Buckets is not { } buckets)
            {
                found.AddRange(level.Rules);
                continue;
            }

            if (level.Aside is { } aside)
            {
                pending.Push(aside);
            }

            if (buckets[values[_boxes.Layout.Nodes[level.Node].Index]] is { } bucket)
            {
                pending.Push(bucket);
            }
        }
    }

    private Level Build(int[] rules, int levels, ImmutableArray<int> used)
    {
        if (rules.Length <= MostInLeaf || levels == 0 || Best(rules, used) is not { } node)
        {
            return new Level(rules, -1, null, null, null);
        }

        var aside = new List<int>();
        var parts = new List<int>?[_boxes.Layout.Nodes[node].Maximum + 1];
        foreach (int rule in rules)
        {
            if (_boxes.Count(rule, node) > MostValues)
            {
                aside.Add(rule);
                continue;
            }

            for (int value = _boxes.Next(rule, node, 0); value >= 0; value = _boxes.Next(rule, node, value + 1))
            {
                (parts[value] ??= []).Add(rule);
            }
        }

        ImmutableArray<int> now = used.Add(node);
        return new Level(rules, node, [.. parts.Select(p => p is null ? null : Build([.. p], levels - 1, now))],
            aside.Count == 0 ? null : Build([.. aside], levels - 1, now),
            rules.Length < LeastPartedAnew ? null : new Lazy<Level>(() => Build(rules, levels - 1, now)));
    }

    // The variable by which the rule meets the fewest candidates.
    private int? Best(int[] rules, ImmutableArray<int> used)
    {
        int? best = null;
        int step = 1 + (rules.Length / MostSampled);
        double least = (rules.Length + step - 1) / step * 0.8;
        foreach (int node in _nodes)
        {
            if (used.Contains(node))
            {
                continue;
            }

            double met = 0;
            for (int i = 0; i < rules.Length; i += step)
            {
                int count = _boxes.Count(rules[i], node);
                met += count > MostValues ? 1 : count / (double)(_boxes.Layout.Nodes[node].Maximum + 1);
            }

            if (met < least)
            {
                (least, best) = (met, node);
            }
        }

        return best;
    }

    /// <summary>A part of the tree: its rules, above the leaves in buckets by value, and by another variable.</summary>
    private sealed record Level(int[] Rules, int Node, Level?[]? Buckets, Level? Aside, Lazy<Level>? Otherwise);

    /// <summary>Searches an index, one rule after the other. Several may search one index at a time.</summary>
    /// <param name="index">The index.</param>
    internal sealed class Searcher(RuleIndex index)
    {
        private readonly int[] _seen = new int[index._size];
        private int _search;
        private int _compared;

        /// <summary>The numbers of the rules whose boxes meet that of a rule, each once, in no particular order.</summary>
        /// <param name="rule">A rule that some case fits.</param>
        /// <param name="found">Takes them.</param>
        /// <returns>How many boxes were compared.</returns>
        public int Meeting(int rule, List<int> found)
        {
            _search++;
            _compared = 0;
            Search(index._root, rule, found);
            return _compared;
        }

        private void Search(Level all, int rule, List<int> found)
        {
            if (Narrowest(all, rule) is not { Buckets: { } buckets } level)
            {
                Compare(all.Rules, rule, found);
                return;
            }

            if (level.Aside is { } aside)
            {
                Search(aside, rule, found);
            }

            for (int value = index._boxes.Next(rule, level.Node, 0); value >= 0; value = index._boxes.Next(rule, level.Node, value + 1))
            {
                if (buckets[value] is { } bucket)
                {
                    Search(bucket, rule, found);
                }
            }
        }

        // A rule of many values would come by the same rules in bucket after bucket.
        private Level? Narrowest(Level all, int rule)
        {
            Level? best = null;
            long least = all.Rules.Length;
            for (Level? level = all; level?.Buckets is { } buckets; level = level.Otherwise?.Value)
            {
                long sum = Bucketed(level, buckets, rule, least);
                (best, least) = sum < least ? (level, sum) : (best, least);
                if (sum <= all.Rules.Length / GoodPart)
                {
                    break;
                }
            }

            return best;
        }

        // How many rules the search of the buckets comes by at most.
        private long Bucketed(Level level, Level?[] buckets, int rule, long most)
        {
            long sum = level.Aside?.Rules.Length ?? 0;
            for (int value = index._boxes.Next(rule, level.Node, 0);
                value >= 0 && sum < most;
                value = index._boxes.Next(rule, level.Node, value + 1))
            {
                sum += buckets[value]?.Rules.Length ?? 0;
            }

            return sum;
        }

        private void Compare(int[] others, int rule, List<int> found)
        {
            foreach (int other in others)
            {
                if (_seen[other] != _search)
                {
                    _seen[other] = _search;
                    _compared++;
                    if (index._boxes.Meet(rule, other))
                    {
                        found.Add(other);
                    }
                }
            }
        }
    }
}
