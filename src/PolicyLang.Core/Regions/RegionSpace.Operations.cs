using System.Diagnostics;

namespace PolicyLang.Regions;

public sealed partial class RegionSpace
{
    private enum Operation
    {
        And = 1,
        Or,
        Minus,
        Exists,
        ForAll,
        Meets,
        Within,
    }

    private const int MostCached = 1 << 20;
    private CacheEntry[] _cache = new CacheEntry[1 << 14];
    private long[] _stackStarts = new long[1024];
    private Region[] _stackChildren = new Region[1024];
    private int _top;

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

        return a.Id < b.Id ? Combine(Operation.And, a, b) : Combine(Operation.And, b, a);
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

        return a.Id < b.Id ? Combine(Operation.Or, a, b) : Combine(Operation.Or, b, a);
    }

    /// <summary>The cases in <paramref name="a"/> but not in <paramref name="b"/>.</summary>
    public Region Difference(Region a, Region b)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return a;
        }

        return ReferenceEquals(a, b) || b.IsFull ? Empty : Combine(Operation.Minus, a, b);
    }

    /// <summary>The cases outside the region.</summary>
    public Region Not(Region a) => Difference(Full, a);

    /// <summary>Whether every case in <paramref name="a"/> is in <paramref name="b"/>.</summary>
    public bool Contains(Region b, Region a) => IsSubsetOf(a, b);

    /// <summary>The cases in all of some regions, combined from the last variable up so that each step only adds nodes on top; uses up the
    /// array.</summary>
    public Region Intersection(params Region[] regions)
    {
        Region all = Full;
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
        to - from == 0 ? Empty
        : to - from == 1 ? regions[from]
        : Or(Union(regions, from, (from + to) / 2), Union(regions, (from + to) / 2, to));

    private Region Apply(Operation operation, Region a, Region b) => operation switch
    {
        Operation.And => And(a, b),
        Operation.Or => Or(a, b),
        Operation.Minus => Difference(a, b),
        _ => throw new UnreachableException(),
    };

    private Region Combine(Operation operation, Region a, Region b)
    {
        if (Lookup(operation, a, b) is { } known)
        {
            return known;
        }

        Step();
        int level = Math.Min(a.Level, b.Level);
        int top = _top;
        if (a.Level != level)
        {
            for (int i = 0; i < b.Starts.Length; i++)
            {
                Push(b.Starts[i], Apply(operation, a, b.Children[i]), top);
            }
        }
        else if (b.Level != level)
        {
            for (int i = 0; i < a.Starts.Length; i++)
            {
                Push(a.Starts[i], Apply(operation, a.Children[i], b), top);
            }
        }
        else
        {
            int i = 0;
            int j = 0;
            long start = 0;
            while (true)
            {
                Push(start, Apply(operation, a.Children[i], b.Children[j]), top);
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

        return Store(operation, a, b, Make(level, top));
    }

    private void Push(long start, Region child, int from = -1)
    {
        // Neighbours that lead to the same place are one interval: this keeps the diagram canonical.
        if (from >= 0 && _top > from && ReferenceEquals(_stackChildren[_top - 1], child))
        {
            return;
        }

        if (_top == _stackStarts.Length)
        {
            Array.Resize(ref _stackStarts, _top * 2);
            Array.Resize(ref _stackChildren, _top * 2);
        }

        _stackStarts[_top] = start;
        _stackChildren[_top++] = child;
    }

    private Region? Lookup(Operation operation, Region a, Region b)
    {
        ref CacheEntry entry = ref _cache[Slot(operation, a.Id, b.Id)];
        return entry.A == a.Id && entry.B == b.Id && entry.Operation == operation ? _nodes[entry.Result] : null;
    }

    private Region Store(Operation operation, Region a, Region b, Region result)
    {
        _cache[Slot(operation, a.Id, b.Id)] = new CacheEntry { Operation = operation, A = a.Id, B = b.Id, Result = result.Id };
        return result;
    }

    private void GrowCache()
    {
        if (_cache.Length >= MostCached)
        {
            return;
        }

        CacheEntry[] old = _cache;
        _cache = new CacheEntry[old.Length * 2];
        foreach (CacheEntry entry in old)
        {
            if (entry.Operation != 0)
            {
                _cache[Slot(entry.Operation, entry.A, entry.B)] = entry;
            }
        }
    }

    private int Slot(Operation operation, int a, int b) =>
        Spread(unchecked((a * 0x1000193) ^ (b * 0x3ade68b1) ^ ((int)operation << 24))) & (_cache.Length - 1);

    private struct CacheEntry
    {
        public Operation Operation;
        public int A;
        public int B;
        public int Result;
    }
}
