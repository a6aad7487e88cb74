namespace PolicyLang.Regions;

/// <summary>Compares regions without building any.</summary>
/// <param name="nodes">The nodes of the space.</param>
internal sealed class SetComparisons(NodeTable nodes)
{
    /// <summary>Whether some case is in both regions; stops at the first one and builds nothing.</summary>
    public bool Overlaps(Region a, Region b)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return false;
        }

        if (a.IsFull || b.IsFull || ReferenceEquals(a, b))
        {
            return true;
        }

        if (a.Id > b.Id)
        {
            (a, b) = (b, a);
        }

        if (nodes.Find(DiagramOperation.Overlaps, a, b) is { } known)
        {
            return known.IsFull;
        }

        nodes.Meter.Step();
        bool overlap = OverlapBelow(a, b);
        nodes.Store(DiagramOperation.Overlaps, a, b, overlap ? nodes.Full : nodes.Empty);
        return overlap;
    }

    private bool OverlapBelow(Region a, Region b)
    {
        if (a.Level != b.Level)
        {
            (Region upper, Region lower) = a.Level < b.Level ? (a, b) : (b, a);
            foreach (Region child in upper.Children)
            {
                if (Overlaps(child, lower))
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
            if (Overlaps(a.Children[i], b.Children[j]))
            {
                return true;
            }

            bool lastA = i + 1 == a.Starts.Length;
            bool lastB = j + 1 == b.Starts.Length;
            if (lastA && lastB)
            {
                return false;
            }

            long nextA = lastA ? long.MaxValue : a.Starts[i + 1];
            long nextB = lastB ? long.MaxValue : b.Starts[j + 1];
            // A stretch may begin at the largest number, too.
            bool stepA = !lastA && nextA <= nextB;
            j += !lastB && nextB <= nextA ? 1 : 0;
            i += stepA ? 1 : 0;
        }
    }

    /// <summary>Whether every case of one region is in another; stops at the first that is not and builds nothing.</summary>
    public bool IsSubsetOf(Region a, Region b)
    {
        if (a.IsEmpty || b.IsFull || ReferenceEquals(a, b))
        {
            return true;
        }

        if (a.IsFull || b.IsEmpty)
        {
            return false;
        }

        if (nodes.Find(DiagramOperation.IsSubset, a, b) is { } known)
        {
            return known.IsFull;
        }

        nodes.Meter.Step();
        bool isSubset = IsSubsetBelow(a, b);
        nodes.Store(DiagramOperation.IsSubset, a, b, isSubset ? nodes.Full : nodes.Empty);
        return isSubset;
    }

    private bool IsSubsetBelow(Region a, Region b)
    {
        if (a.Level != b.Level)
        {
            bool first = a.Level < b.Level;
            foreach (Region child in first ? a.Children : b.Children)
            {
                if (!(first ? IsSubsetOf(child, b) : IsSubsetOf(a, child)))
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
            if (!IsSubsetOf(a.Children[i], b.Children[j]))
            {
                return false;
            }

            bool lastA = i + 1 == a.Starts.Length;
            bool lastB = j + 1 == b.Starts.Length;
            if (lastA && lastB)
            {
                return true;
            }

            long nextA = lastA ? long.MaxValue : a.Starts[i + 1];
            long nextB = lastB ? long.MaxValue : b.Starts[j + 1];
            // A stretch may begin at the largest number, too.
            bool stepA = !lastA && nextA <= nextB;
            j += !lastB && nextB <= nextA ? 1 : 0;
            i += stepA ? 1 : 0;
        }
    }
}
