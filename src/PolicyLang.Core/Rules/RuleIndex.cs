namespace PolicyLang.Rules;

/// <summary>
/// Finds, for a rule, those of a set of rules whose boxes meet its own, without looking at most of the others. A tree: each level parts its
/// rules by the values of the variable that tells them apart best (in legislation, the place of origin, then the kind of data, the action);
/// a rule of many values is kept aside, where every search comes by.
/// </summary>
internal sealed class RuleIndex
{
    private const int MostInLeaf = 24;
    private const int MostValues = 48;
    private const int MostLevels = 4;

    private readonly BoundingBoxes _boxes;
    private readonly Level _root;
    private readonly int[] _seen;
    private int _search;
    private int _compared;

    /// <param name="boxes">The boxes of all rules.</param>
    /// <param name="rules">The numbers of the rules to be found.</param>
    public RuleIndex(BoundingBoxes boxes, IEnumerable<int> rules)
    {
        _boxes = boxes;
        int[] all = [.. rules];
        _seen = new int[all.Length == 0 ? 0 : all.Max() + 1];
        _root = Build(all, MostLevels, []);
    }

    /// <summary>The numbers of the rules whose boxes meet that of a rule, each once, in no particular order.</summary>
    /// <param name="rule">A rule that some case fits.</param>
    /// <param name="found">Takes them.</param>
    /// <returns>How many boxes were compared.</returns>
    public int Meeting(int rule, List<int> found)
    {
        _search++;
        _compared = 0;
        Search(_root, rule, found);
        return _compared;
    }

    private void Search(Level level, int rule, List<int> found)
    {
        foreach (int other in level.Rules)
        {
            if (_seen[other] != _search)
            {
                _seen[other] = _search;
                _compared++;
                if (_boxes.Meet(rule, other))
                {
                    found.Add(other);
                }
            }
        }

        if (level.Buckets is not { } buckets)
        {
            return;
        }

        if (level.Aside is { } aside)
        {
            Search(aside, rule, found);
        }

        foreach (int value in _boxes.Values(rule, level.Node))
        {
            if (buckets[value] is { } bucket)
            {
                Search(bucket, rule, found);
            }
        }
    }

    private Level Build(int[] rules, int levels, ImmutableArray<int> used)
    {
        if (rules.Length <= MostInLeaf || levels == 0 || Best(rules, used) is not { } node)
        {
            return new Level(rules, -1, null, null);
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

            foreach (int value in _boxes.Values(rule, node))
            {
                (parts[value] ??= []).Add(rule);
            }
        }

        ImmutableArray<int> now = used.Add(node);
        return new Level([], node, [.. parts.Select(p => p is null ? null : Build([.. p], levels - 1, now))], aside.Count == 0 ? null : Build([.. aside], levels - 1, now));
    }

    // The variable by which a rule meets the fewest others: those kept aside, and its share of the rest.
    private int? Best(int[] rules, ImmutableArray<int> used)
    {
        int? best = null;
        double least = rules.Length * 0.8;
        for (int node = 0; node < _boxes.Layout.Nodes.Length; node++)
        {
            if (used.Contains(node))
            {
                continue;
            }

            double met = 0;
            foreach (int rule in rules)
            {
                int count = _boxes.Count(rule, node);
                met += count > MostValues ? 1 : count / (double)(_boxes.Layout.Nodes[node].Maximum + 1);
            }

            if (met < least)
            {
                (least, best) = (met, node);
            }
        }

        return best;
    }

    /// <summary>A part of the tree: a leaf with rules, or buckets by value.</summary>
    private sealed record Level(int[] Rules, int Node, Level?[]? Buckets, Level? Aside);
}
