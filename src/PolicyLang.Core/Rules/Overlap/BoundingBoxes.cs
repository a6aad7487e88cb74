using PolicyLang.Regions;
using PolicyLang.Text;

namespace PolicyLang.Rules;

/// <summary>
/// The bounding boxes of regions, one for each rule, in flat arrays: for each variable, the values that some case of the region has. Two
/// regions whose boxes miss each other on one variable have no case in common, and most pairs are separated that way.
/// </summary>
internal sealed class BoundingBoxes
{
    private const int MostMasked = 64;
    private const int BoxesAtATime = 1_000;

    private readonly RegionSpace _space;

    // Taxonomies that tell most rules apart come first: most comparisons look at one place.
    private readonly ulong[] _words;
    private readonly int[] _starts;
    private readonly ulong[] _flags;
    private readonly long[] _ranges;
    private readonly int[] _nodeOrder;
    private readonly ulong[] _full;
    private readonly ulong _masked;
    private readonly ulong[] _tested;
    private readonly ulong[] _bounded;
    private readonly FoldedBox[] _folded;

    /// <param name="space">The space.</param>
    /// <param name="regions">The regions, by the numbers of their rules.</param>
    /// <param name="workers">How many may work at a time.</param>
    /// <param name="whatever">A number or date that boxes do not tell apart; none for -1.</param>
    public BoundingBoxes(RegionSpace space, IReadOnlyList<Region> regions, int workers, int whatever = -1)
    {
        _space = space;
        Layout = new BoxLayout(space);
        _words = new ulong[regions.Count * Layout.NodeWords];
        _starts = [.. Layout.NodeStarts.Take(Layout.Nodes.Length)];
        _flags = new ulong[regions.Count * Layout.FlagWords];
        _ranges = new long[regions.Count * Layout.Ranges.Length * 2];
        _tested = new ulong[regions.Count];
        _bounded = new ulong[regions.Count];
        _folded = new FoldedBox[regions.Count];
        int range = Enumerable.Range(0, Layout.Ranges.Length).Where(r => Layout.Ranges[r].Index == whatever).Append(-1).First();
        SideBySide.Each(workers, (regions.Count + BoxesAtATime - 1) / BoxesAtATime, () =>
        {
            var filler = new Filler(this);
            return stretch =>
            {
                int from = stretch * BoxesAtATime;
                for (int rule = from; rule < Math.Min(from + BoxesAtATime, regions.Count); rule++)
                {
                    if (!regions[rule].IsEmpty)
                    {
                        filler.Fill(regions[rule], rule);
                        FindTested(rule);
                        Widen(rule, range);
                        FindBounded(rule);
                    }
                }
            };
        });

        // Compare the most selective variables first, chosen from a sample of the rules.
        int[] sample = [.. Enumerable.Range(0, regions.Count).Where(r => r % (1 + (regions.Count / 1_000)) == 0)];
        _nodeOrder = [.. Enumerable.Range(0, Layout.Nodes.Length)
            .OrderBy(n => sample.Sum(r => (long)Count(r, n)) / (double)(Layout.Nodes[n].Maximum + 1))];
        Order(regions.Count);
        _masked = _nodeOrder.Length >= MostMasked ? ulong.MaxValue : (1UL << _nodeOrder.Length) - 1;
        for (int i = 0; i < Math.Min(FoldedBox.Variables, _nodeOrder.Length); i++)
        {
            // Of a single word the fold says all.
            _masked &= WordsOf(_nodeOrder[i]) == 1 ? ~(1UL << i) : ulong.MaxValue;
        }

        _full = new ulong[regions.Count];
        for (int rule = 0; rule < regions.Count; rule++)
        {
            FindFull(rule);
            _folded[rule] = new FoldedBox(Fold(rule, 0), Fold(rule, 1), Fold(rule, 2), Fold(rule, 3));
        }
    }

    public BoxLayout Layout { get; }

    /// <summary>How many values of a taxonomy a rule's box has.</summary>
    /// <param name="rule">The rule's number.</param>
    /// <param name="node">The place of the variable among <see cref="BoxLayout.Nodes"/>.</param>
    public int Count(int rule, int node)
    {
        int count = 0;
        int offset = (rule * Layout.NodeWords) + _starts[node];
        for (int w = 0; w < WordsOf(node); w++)
        {
            count += Bits.Count(_words[offset + w]);
        }

        return count;
    }

    /// <summary>The next value of a taxonomy in a rule's box, from one on; -1 where there is none.</summary>
    /// <inheritdoc cref="Count"/>
    public int Next(int rule, int node, int from)
    {
        int offset = (rule * Layout.NodeWords) + _starts[node];
        int words = WordsOf(node);
        for (int w = from >> 6; w < words; w++)
        {
            ulong word = _words[offset + w] & (w == from >> 6 ? ulong.MaxValue << (from & 63) : ulong.MaxValue);
            if (word != 0)
            {
                return (w << 6) + Bits.Lowest(word);
            }
        }

        return -1;
    }

    /// <summary>Whether the boxes of two rules have a value in common on every variable.</summary>
    public bool Meet(int a, int b)
    {
        if (!_folded[a].Meets(in _folded[b]))
        {
            return false;
        }

        int atA = a * Layout.NodeWords;
        int atB = b * Layout.NodeWords;
        for (ulong open = ~(_full[a] | _full[b]) & _masked; open != 0; open &= open - 1)
        {
            if (!MeetOn(_nodeOrder[Bits.Lowest(open)], atA, atB))
            {
                return false;
            }
        }

        for (int i = MostMasked; i < _nodeOrder.Length; i++)
        {
            if (!MeetOn(_nodeOrder[i], atA, atB))
            {
                return false;
            }
        }

        for (ulong open = _tested[a] & _tested[b]; open != 0; open &= open - 1)
        {
            (int from, int to) = Layout.FlagWordsOf(Bits.Lowest(open));
            for (int w = from; w < to; w++)
            {
                if (!Bits.EveryPairMeets(_flags[(a * Layout.FlagWords) + w] & _flags[(b * Layout.FlagWords) + w]))
                {
                    return false;
                }
            }
        }

        for (ulong open = _bounded[a] & _bounded[b]; open != 0; open &= open - 1)
        {
            (int from, int to) = Layout.RangesOf(Bits.Lowest(open));
            for (int r = from; r < to; r++)
            {
                int ofA = ((a * Layout.Ranges.Length) + r) * 2;
                int ofB = ((b * Layout.Ranges.Length) + r) * 2;
                if (_ranges[ofA] > _ranges[ofB + 1] || _ranges[ofB] > _ranges[ofA + 1])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool MeetOn(int node, int atA, int atB)
    {
        int end = _starts[node] + WordsOf(node);
        for (int w = _starts[node]; w < end; w++)
        {
            if ((_words[atA + w] & _words[atB + w]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private int WordsOf(int node) => Layout.NodeStarts[node + 1] - Layout.NodeStarts[node];

    private void Order(int rules)
    {
        int[] from = [.. _starts];
        int start = 0;
        foreach (int node in _nodeOrder)
        {
            _starts[node] = start;
            start += WordsOf(node);
        }

        // All boxes at once would take as much memory again.
        var box = new ulong[Layout.NodeWords];
        for (int rule = 0; rule < rules; rule++)
        {
            int at = rule * Layout.NodeWords;
            Array.Copy(_words, at, box, 0, box.Length);
            foreach (int node in _nodeOrder)
            {
                Array.Copy(box, from[node], _words, at + _starts[node], WordsOf(node));
            }
        }
    }

    // A box that has every value of a variable meets every other box on it.
    private void FindFull(int rule)
    {
        for (int i = 0; i < Math.Min(MostMasked, _nodeOrder.Length); i++)
        {
            _full[rule] |= Count(rule, _nodeOrder[i]) == Layout.Nodes[_nodeOrder[i]].Maximum + 1 ? 1UL << i : 0;
        }
    }

    // Rules test few flags, so compare only the words that both test.
    private void FindTested(int rule)
    {
        for (int part = 0; part < BoxLayout.Parts; part++)
        {
            (int from, int to) = Layout.FlagWordsOf(part);
            for (int w = from; w < to; w++)
            {
                _tested[rule] |= _flags[(rule * Layout.FlagWords) + w] == ulong.MaxValue ? 0 : 1UL << part;
            }
        }
    }

    private void FindBounded(int rule)
    {
        for (int part = 0; part < BoxLayout.Parts; part++)
        {
            (int from, int to) = Layout.RangesOf(part);
            for (int r = from; r < to; r++)
            {
                int at = ((rule * Layout.Ranges.Length) + r) * 2;
                _bounded[rule] |= _ranges[at] == 0 && _ranges[at + 1] == Layout.Ranges[r].Maximum ? 0 : 1UL << part;
            }
        }
    }

    private ulong Fold(int rule, int place)
    {
        ulong folded = place < _nodeOrder.Length ? 0 : ulong.MaxValue;
        for (int w = 0; place < _nodeOrder.Length && w < WordsOf(_nodeOrder[place]); w++)
        {
            folded |= _words[(rule * Layout.NodeWords) + _starts[_nodeOrder[place]] + w];
        }

        return folded;
    }

    private void Widen(int rule, int range)
    {
        if (range >= 0)
        {
            int at = ((rule * Layout.Ranges.Length) + range) * 2;
            (_ranges[at], _ranges[at + 1]) = (0, Layout.Ranges[range].Maximum);
        }
    }

    private void Add(int rule, int boxed, long from, long to)
    {
        int place = Layout.Place[boxed];
        long maximum = Layout.Boxed[boxed].Maximum;
        if (maximum <= 1)
        {
            Bits.Set(_flags, rule * Layout.FlagWords, (place * 2) + (int)from, (place * 2) + (int)to);
        }
        else if (maximum < BoxLayout.MostBits)
        {
            Bits.Set(_words, (rule * Layout.NodeWords) + _starts[place], (int)from, (int)to);
        }
        else
        {
            int at = ((rule * Layout.Ranges.Length) + place) * 2;
            _ranges[at] = Math.Min(_ranges[at], from);
            _ranges[at + 1] = Math.Max(_ranges[at + 1], to);
        }
    }

    /// <summary>Fills boxes, one after the other. Several may fill those of different rules at a time.</summary>
    private sealed class Filler(BoundingBoxes boxes)
    {
        private readonly NodeWalk.Starter _walks = new();
        private readonly NodeTable _nodes = boxes._space.Nodes;
        private readonly Stack<int> _pending = new();
        private readonly int[] _skipped = new int[boxes.Layout.Boxed.Length + 1];

        // In a reduced diagram every node reaches the full region, so every non-empty edge counts.
        public void Fill(Region region, int rule)
        {
            int ranges = boxes.Layout.Ranges.Length;
            for (int r = 0; r < ranges; r++)
            {
                boxes._ranges[((rule * ranges) + r) * 2] = long.MaxValue;
                boxes._ranges[(((rule * ranges) + r) * 2) + 1] = long.MinValue;
            }

            for (int i = boxes.Layout.Flags.Length; i < boxes.Layout.FlagWords * 32; i++)
            {
                Bits.Set(boxes._flags, rule * boxes.Layout.FlagWords, i * 2, (i * 2) + 1);
            }

            Array.Clear(_skipped, 0, _skipped.Length);
            NodeWalk walk = _walks.Begin(boxes._space.NodeCount);
            Skip(-1, region.Id);
            Reach(region.Id, walk);
            while (_pending.Count > 0)
            {
                RegionNode node = _nodes.At(_pending.Pop());
                Variable variable = boxes._space.VariableAt(node.Level);
                for (int i = 0; i < node.Starts.Length; i++)
                {
                    int child = node[i];
                    if (child == NodeTable.EmptyNode)
                    {
                        continue;
                    }

                    Skip(node.Level, child);
                    Reach(child, walk);
                    if (variable.Element < 0)
                    {
                        boxes.Add(rule, boxes.Layout.Rank[node.Level], node.Starts[i],
                            i + 1 < node.Starts.Length ? node.Starts[i + 1] - 1 : variable.Maximum);
                    }
                }
            }

            int skipped = 0;
            for (int i = 0; i < boxes.Layout.Boxed.Length; i++)
            {
                skipped += _skipped[i];
                if (skipped > 0)
                {
                    boxes.Add(rule, i, 0, boxes.Layout.Boxed[i].Maximum);
                }
            }
        }

        private void Reach(int node, NodeWalk walk)
        {
            if (node > NodeTable.FullNode && walk.Visit(node))
            {
                _pending.Push(node);
            }
        }

        // A variable that an edge passes over may have any value there.
        private void Skip(int from, int to)
        {
            int first = boxes.Layout.Rank[from + 1];
            int last = to <= NodeTable.FullNode ? boxes.Layout.Boxed.Length : boxes.Layout.Rank[_nodes.LevelOf(to)];
            if (first < last)
            {
                _skipped[first]++;
                _skipped[last]--;
            }
        }
    }

    /// <summary>The words of a box on the variables that tell most rules apart, laid over each other: boxes that meet meet here.</summary>
    private readonly record struct FoldedBox(ulong First, ulong Second, ulong Third, ulong Fourth)
    {
        public const int Variables = 4;

        public bool Meets(in FoldedBox other) =>
            (First & other.First) != 0 && (Second & other.Second) != 0 && (Third & other.Third) != 0 && (Fourth & other.Fourth) != 0;
    }
}
