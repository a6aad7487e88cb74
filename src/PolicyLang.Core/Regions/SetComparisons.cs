namespace PolicyLang.Regions;

/// <summary>Compares regions without building any.</summary>
/// <param name="nodes">The nodes of the space.</param>
internal sealed class SetComparisons(NodeTable nodes)
{
    /// <summary>Whether some case is in both regions; stops at the first one and builds nothing.</summary>
    public bool Overlaps(Region a, Region b) => Overlaps(a.Id, b.Id);

    /// <summary>Whether every case of one region is in another; stops at the first that is not and builds nothing.</summary>
    public bool IsSubsetOf(Region a, Region b) => IsSubsetOf(a.Id, b.Id);

    private bool Overlaps(int a, int b)
    {
        if (a == NodeTable.EmptyNode || b == NodeTable.EmptyNode)
        {
            return false;
        }

        if (a == NodeTable.FullNode || b == NodeTable.FullNode || a == b)
        {
            return true;
        }

        if (a > b)
        {
            (a, b) = (b, a);
        }

        if (nodes.Find(DiagramOperation.Overlaps, a, b) is >= 0 and int known)
        {
            return known == NodeTable.FullNode;
        }

        nodes.Meter.Step();
        bool overlap = OverlapBelow(a, b);
        nodes.Store(DiagramOperation.Overlaps, a, b, overlap ? NodeTable.FullNode : NodeTable.EmptyNode);
        return overlap;
    }

    private bool OverlapBelow(int a, int b)
    {
        RegionNode one = nodes.At(a);
        RegionNode other = nodes.At(b);
        if (one.Level != other.Level)
        {
            (RegionNode upper, int lower) = one.Level < other.Level ? (one, b) : (other, a);
            for (int child = 0; child < upper.Starts.Length; child++)
            {
                if (Overlaps(upper[child], lower))
                {
                    return true;
                }
            }

            return false;
        }

        int i = 0;
        int j = 0;
        while (true)
        {
            if (Overlaps(one[i], other[j]))
            {
                return true;
            }

            if (!Step(one.Starts, other.Starts, ref i, ref j))
            {
                return false;
            }
        }
    }

    private bool IsSubsetOf(int a, int b)
    {
        if (a == NodeTable.EmptyNode || b == NodeTable.FullNode || a == b)
        {
            return true;
        }

        if (a == NodeTable.FullNode || b == NodeTable.EmptyNode)
        {
            return false;
        }

        if (nodes.Find(DiagramOperation.IsSubset, a, b) is >= 0 and int known)
        {
            return known == NodeTable.FullNode;
        }

        nodes.Meter.Step();
        bool isSubset = IsSubsetBelow(a, b);
        nodes.Store(DiagramOperation.IsSubset, a, b, isSubset ? NodeTable.FullNode : NodeTable.EmptyNode);
        return isSubset;
    }

    private bool IsSubsetBelow(int a, int b)
    {
        RegionNode one = nodes.At(a);
        RegionNode other = nodes.At(b);
        if (one.Level != other.Level)
        {
            bool first = one.Level < other.Level;
            RegionNode upper = first ? one : other;
            for (int child = 0; child < upper.Starts.Length; child++)
            {
                if (!(first ? IsSubsetOf(upper[child], b) : IsSubsetOf(a, upper[child])))
                {
                    return false;
                }
            }

            return true;
        }

        int i = 0;
        int j = 0;
        while (true)
        {
            if (!IsSubsetOf(one[i], other[j]))
            {
                return false;
            }

            if (!Step(one.Starts, other.Starts, ref i, ref j))
            {
                return true;
            }
        }
    }

    // To the next stretch of values; false after the last.
    private static bool Step(long[] one, long[] other, ref int i, ref int j)
    {
        bool lastOne = i + 1 == one.Length;
        bool lastOther = j + 1 == other.Length;
        if (lastOne && lastOther)
        {
            return false;
        }

        long nextOne = lastOne ? long.MaxValue : one[i + 1];
        long nextOther = lastOther ? long.MaxValue : other[j + 1];

        // A stretch may begin at the largest number, too.
        bool step = !lastOne && nextOne <= nextOther;
        j += !lastOther && nextOther <= nextOne ? 1 : 0;
        i += step ? 1 : 0;
        return true;
    }
}
