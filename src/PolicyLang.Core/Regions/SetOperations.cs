using System.Diagnostics;

namespace PolicyLang.Regions;

/// <summary>Intersection, union and difference of regions.</summary>
/// <param name="nodes">The nodes of the space.</param>
internal sealed class SetOperations(NodeTable nodes)
{
    /// <summary>The cases in both regions.</summary>
    public Region And(Region a, Region b)
    {
        if (ReferenceEquals(a, b) || b.IsFull || a.IsEmpty)
        {
            return a;
        }

        if (a.IsFull || b.IsEmpty)
        {
            return b;
        }

        return a.Id < b.Id ? Combine(DiagramOperation.And, a, b) : Combine(DiagramOperation.And, b, a);
    }

    /// <summary>The cases in either region.</summary>
    public Region Or(Region a, Region b)
    {
        if (ReferenceEquals(a, b) || b.IsEmpty || a.IsFull)
        {
            return a;
        }

        if (a.IsEmpty || b.IsFull)
        {
            return b;
        }

        return a.Id < b.Id ? Combine(DiagramOperation.Or, a, b) : Combine(DiagramOperation.Or, b, a);
    }

    /// <summary>The cases in <paramref name="a"/> but not in <paramref name="b"/>.</summary>
    public Region Difference(Region a, Region b)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return a;
        }

        return ReferenceEquals(a, b) || b.IsFull ? nodes.Empty : Combine(DiagramOperation.Difference, a, b);
    }

    /// <summary>The cases outside the region.</summary>
    public Region Not(Region a) => Difference(nodes.Full, a);

    /// <summary>The cases in all of some regions, combined from the last variable up so that each step only adds nodes on top; uses up the
    /// array.</summary>
    public Region Intersection(params Region[] regions)
    {
        Region all = nodes.Full;
        for (int done = 0; done < regions.Length; done++)
        {
            int last = done;
            for (int i = done + 1; i < regions.Length; i++)
            {
                last = regions[i].Level > regions[last].Level ? i : last;
            }

            all = And(regions[last], all);
            regions[last] = regions[done];
        }

        return all;
    }

    /// <summary>The union of many regions, combined pairwise so that intermediate results stay small.</summary>
    public Region Union(IReadOnlyList<Region> regions) => Union(regions, 0, regions.Count);

    private Region Union(IReadOnlyList<Region> regions, int from, int to) =>
        to - from == 0 ? nodes.Empty
        : to - from == 1 ? regions[from]
        : Or(Union(regions, from, (from + to) / 2), Union(regions, (from + to) / 2, to));

    private Region Apply(DiagramOperation operation, Region a, Region b) => operation switch
    {
        DiagramOperation.And => And(a, b),
        DiagramOperation.Or => Or(a, b),
        DiagramOperation.Difference => Difference(a, b),
        _ => throw new UnreachableException(),
    };

    private Region Combine(DiagramOperation operation, Region a, Region b)
    {
        if (nodes.Find(operation, a, b) is { } known)
        {
            return known;
        }

        nodes.Meter.Step();
        int level = Math.Min(a.Level, b.Level);
        EdgeStack edges = nodes.Edges;
        int top = edges.Height;
        if (a.Level != level)
        {
            for (int i = 0; i < b.Starts.Length; i++)
            {
                edges.Push(b.Starts[i], Apply(operation, a, b.Children[i]), top);
            }
        }
        else if (b.Level != level)
        {
            for (int i = 0; i < a.Starts.Length; i++)
            {
                edges.Push(a.Starts[i], Apply(operation, a.Children[i], b), top);
            }
        }
        else
        {
            int i = 0;
            int j = 0;
            long start = 0;
            while (true)
            {
                edges.Push(start, Apply(operation, a.Children[i], b.Children[j]), top);
                long nextA = i + 1 < a.Starts.Length ? a.Starts[i + 1] : long.MaxValue;
                long nextB = j + 1 < b.Starts.Length ? b.Starts[j + 1] : long.MaxValue;
                if (i + 1 == a.Starts.Length && j + 1 == b.Starts.Length)
                {
                    break;
                }

                start = Math.Min(nextA, nextB);
                i += i + 1 < a.Starts.Length && nextA == start ? 1 : 0;
                j += j + 1 < b.Starts.Length && nextB == start ? 1 : 0;
            }
        }

        return nodes.Store(operation, a, b, nodes.Make(level, top));
    }
}
