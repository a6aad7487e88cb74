using PolicyLang.Regions;

namespace PolicyLang.Decisions.Blocks;

/// <summary>A block while it is made: its parts so far, and the region that it must stay within.</summary>
internal sealed class GrowingBlock(RegionSpace regions, Region limit, List<BlockPart> parts)
{
    // How a part is said without names that mean other nodes on other days.
    private readonly Dictionary<BlockPart, Func<BlockPart>> _undated = [];

    public Block Block => new([.. parts], Rest(-1));

    public int IndexOf(Region cases) => parts.FindIndex(p => ReferenceEquals(p.Cases, cases));

    public int IndexOf(string fact) => parts.FindIndex(p => p.Fact == fact);

    /// <summary>The cases in which all other parts hold.</summary>
    public Region Rest(int part)
    {
        var cases = new Region[part < 0 ? parts.Count : parts.Count - 1];
        for (int i = 0, next = 0; i < parts.Count; i++)
        {
            if (i != part)
            {
                cases[next++] = parts[i].Cases;
            }
        }

        return regions.Intersection(cases);
    }

    /// <summary>Lets a variable have every value that the region has room for, and says so; a part that would say nothing goes.</summary>
    public void Widen(
        string fact, int variable, Func<ImmutableArray<(long First, long Last)>, (BlockPart Part, Func<BlockPart>? Undated)> say)
    {
        int part = IndexOf(fact);
        ImmutableArray<(long First, long Last)> room = Room(Rest(part), variable);
        if (IsAll(room, variable))
        {
            parts.RemoveAt(part);
        }
        else
        {
            (BlockPart wide, Func<BlockPart>? undated) = say(room);
            Replace(part, wide, undated);
        }
    }

    /// <summary>Says a part otherwise.</summary>
    public void Replace(int part, BlockPart other, Func<BlockPart>? undated)
    {
        parts[part] = other;
        if (undated is not null)
        {
            _undated[other] = undated;
        }
    }

    public void Add(BlockPart part, Func<BlockPart>? undated)
    {
        parts.Add(part);
        Replace(parts.Count - 1, part, undated);
    }

    public void Remove(Region cases) => parts.RemoveAt(IndexOf(cases));

    /// <summary>Whether the block stays in the region where a part means some cases.</summary>
    public bool Fits(int part, Region cases) => Fits(Rest(part), cases);

    /// <summary>Whether the block stays in the region where a part means some cases, all others being known.</summary>
    public bool Fits(Region rest, Region cases) => regions.IsSubsetOf(regions.And(rest, cases), limit);

    /// <summary>Lets the block hold on as many days as it can. Where naming nodes instead of blocs makes it hold on more, or hold more
    /// cases on them, that is done.</summary>
    public void ChooseDays(Variable date, Func<ImmutableArray<(long First, long Last)>, BlockPart> say)
    {
        parts.RemoveAll(p => p.Fact == date.Attribute);
        ImmutableArray<(long First, long Last)> days = Days(date.Index);
        for (int i = 0; i < parts.Count; i++)
        {
            if (_undated.TryGetValue(parts[i], out Func<BlockPart>? undated))
            {
                BlockPart dated = parts[i];
                Region cases = Rest(-1);
                parts[i] = undated();
                ImmutableArray<(long First, long Last)> other = Days(date.Index);
                if (Length(other) > Length(days)
                    || (Length(other) == Length(days) && Rest(-1) is var wider && !ReferenceEquals(wider, cases)
                    && regions.IsSubsetOf(cases, wider)))
                {
                    days = other;
                }
                else
                {
                    parts[i] = dated;
                }
            }
        }

        if (!IsAll(days, date.Index))
        {
            parts.Add(say(days));
        }
    }

    // On days when a bloc has no members the block may be empty; omit them.
    private ImmutableArray<(long First, long Last)> Days(int date)
    {
        Region rest = Rest(-1);
        ImmutableArray<(long First, long Last)> values = regions.ValuesOf(rest, date);
        return [.. Room(rest, date).Where(r => values.Any(v => v.First <= r.Last && r.First <= v.Last))];
    }

    // The values of a variable with which all cases of the other parts fit.
    private ImmutableArray<(long First, long Last)> Room(Region rest, int variable)
    {
        long maximum = regions.Variables[variable].Maximum;
        var room = ImmutableArray.CreateBuilder<(long First, long Last)>();
        long from = 0;
        foreach ((long first, long last) in regions.ValuesOf(regions.Difference(rest, limit), variable))
        {
            if (first > from)
            {
                room.Add((from, first - 1));
            }

            if (last == maximum)
            {
                return room.ToImmutable();
            }

            from = last + 1;
        }

        room.Add((from, maximum));
        return room.ToImmutable();
    }

    private bool IsAll(ImmutableArray<(long First, long Last)> room, int variable) =>
        room is [(0, var last)] && last == regions.Variables[variable].Maximum;

    private static long Length(ImmutableArray<(long First, long Last)> stretches) => stretches.Sum(s => s.Last - s.First + 1);
}
