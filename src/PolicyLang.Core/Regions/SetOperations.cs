using System.Diagnostics;

namespace PolicyLang.Regions;

/// <summary>Intersection, union and difference of regions.</summary>
/// <param name="nodes">The nodes of the space.</param>
internal sealed class SetOperations(NodeTable nodes)
{
    /// <summary>The cases in both regions.</summary>
    public Region And(Region a, Region b) => nodes.RegionOf(And(a.Id, b.Id));

    /// <summary>The cases in either region.</summary>
    public Region Or(Region a, Region b) => nodes.RegionOf(Or(a.Id, b.Id));

    /// <summary>The cases in <paramref name="a"/> but not in <paramref name="b"/>.</summary>
    public Region Difference(Region a, Region b) => nodes.RegionOf(Difference(a.Id, b.Id));

    /// <summary>The cases outside the region.</summary>
    public Region Not(Region a) => nodes.RegionOf(Difference(NodeTable.FullNode, a.Id));

    /// <summary>The cases in all of some regions, combined from the last variable up so that each step only adds nodes on top; uses up the
    /// array.</summary>
    public Region Intersection(params Region[] regions)
    {
        int all = NodeTable.FullNode;
        for (int done = 0; done < regions.Length; done++)
        {
            int last = done;
            for (int i = done + 1; i < regions.Length; i++)
            {
                last = nodes.LevelOf(regions[i].Id) > nodes.LevelOf(regions[last].Id) ? i : last;
            }

            all = And(regions[last].Id, all);
            regions[last] = regions[done];
        }

        return nodes.RegionOf(all);
    }

    /// <summary>The union of many regions, combined pairwise so that intermediate results stay small.</summary>
    public Region Union(IReadOnlyList<Region> regions) => nodes.RegionOf(Union(regions, 0, regions.Count));

    private int Union(IReadOnlyList<Region> regions, int from, int to) =>
        to - from == 0 ? NodeTable.EmptyNode
        : to - from == 1 ? regions[from].Id
        : Or(Union(regions, from, (from + to) / 2), Union(regions, (from + to) / 2, to));

    private int And(int a, int b)
    {
        if (a == b || b == NodeTable.FullNode || a == NodeTable.EmptyNode)
        {
            return a;
        }

        if (a == NodeTable.FullNode || b == NodeTable.EmptyNode)
        {
            return b;
        }

        return a < b ? Combine(DiagramOperation.And, a, b) : Combine(DiagramOperation.And, b, a);
    }

    private int Or(int a, int b)
    {
        if (a == b || b == NodeTable.EmptyNode || a == NodeTable.FullNode)
        {
            return a;
        }

        if (a == NodeTable.EmptyNode || b == NodeTable.FullNode)
        {
            return b;
        }

        return a < b ? Combine(DiagramOperation.Or, a, b) : Combine(DiagramOperation.Or, b, a);
    }

    private int Difference(int a, int b)
    {
        if (a == NodeTable.EmptyNode || b == NodeTable.EmptyNode)
        {
            return a;
        }

        return a == b || b == NodeTable.FullNode ? NodeTable.EmptyNode : Combine(DiagramOperation.Difference, a, b);
    }

    private int Apply(DiagramOperation operation, int a, int b) => operation switch
    {
        DiagramOperation.And => And(a, b),
        DiagramOperation.Or => Or(a, b),
        DiagramOperation.Difference => Difference(a, b),
        _ => throw new UnreachableException(),
    };

    private int Combine(DiagramOperation operation, int a, int b)
    {
        if (nodes.Find(operation, a, b) is >= 0 and int known)
        {
            return known;
        }

        nodes.Meter.Step();
        RegionNode one = nodes.At(a);
        RegionNode other = nodes.At(b);
        int level = Math.Min(one.Level, other.Level);
        EdgeStack edges = nodes.Edges;
        int top = edges.Height;
        if (one.Level != level)
        {
            for (int i = 0; i < other.Starts.Length; i++)
            {
                edges.Push(other.Starts[i], Apply(operation, a, other[i]), top);
            }
        }
        else if (other.Level != level)
        {
            for (int i = 0; i < one.Starts.Length; i++)
            {
                edges.Push(one.Starts[i], Apply(operation, one[i], b), top);
            }
        }
        else
        {
            int i = 0;
            int j = 0;
            long start = 0;
            while (true)
            {
                edges.Push(start, Apply(operation, one[i], other[j]), top);
                long nextOne = i + 1 < one.Starts.Length ? one.Starts[i + 1] : long.MaxValue;
                long nextOther = j + 1 < other.Starts.Length ? other.Starts[j + 1] : long.MaxValue;
                if (i + 1 == one.Starts.Length && j + 1 == other.Starts.Length)
                {
                    break;
                }

                start = Math.Min(nextOne, nextOther);
                i += i + 1 < one.Starts.Length && nextOne == start ? 1 : 0;
                j += j + 1 < other.Starts.Length && nextOther == start ? 1 : 0;
            }
        }

        // Where one parting is left, its number need not be looked for.
        int made = one.Level != level ? nodes.MakeLike(other, top)
            : other.Level != level || other.Parting == one.Parting ? nodes.MakeLike(one, top)
            : nodes.Make(level, top);
        return nodes.Store(operation, a, b, made);
    }
}
