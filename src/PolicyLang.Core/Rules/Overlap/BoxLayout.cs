using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>
/// Where a bounding box keeps what it knows of each variable: a bit for each value of a taxonomy, two bits for a flag, a lowest and a
/// highest value for a number or a date. The elements of sets are left out: rules rarely exclude one.
/// </summary>
internal sealed class BoxLayout
{
    /// <summary>Variables of fewer values have a bit for each.</summary>
    public const long MostBits = 1 << 12;

    /// <summary>Into so many parts the words of flags are parted, and the ranges.</summary>
    public const int Parts = 64;

    public BoxLayout(RegionSpace space)
    {
        ImmutableArray<Variable> levels = [.. Enumerable.Range(0, space.Variables.Length).Select(space.VariableAt)];
        ImmutableArray<Variable> boxed = [.. levels.Where(v => v.Element < 0)];
        Nodes = [.. boxed.Where(v => v.Maximum is > 1 and < MostBits)];
        Flags = [.. boxed.Where(v => v.Maximum <= 1)];
        Ranges = [.. boxed.Where(v => v.Maximum >= MostBits)];
        Boxed = boxed;
        NodeStarts = new int[Nodes.Length + 1];
        for (int i = 0; i < Nodes.Length; i++)
        {
            NodeStarts[i + 1] = NodeStarts[i] + (int)(Nodes[i].Maximum >> 6) + 1;
        }

        NodeWords = NodeStarts[Nodes.Length];
        FlagWords = (Flags.Length + 31) >> 5;
        Rank = new int[levels.Length + 1];
        for (int level = 0; level < levels.Length; level++)
        {
            Rank[level + 1] = Rank[level] + (levels[level].Element < 0 ? 1 : 0);
        }

        Place = [.. boxed.Select(v => v.Maximum >= MostBits ? Ranges.IndexOf(v) : v.Maximum > 1 ? Nodes.IndexOf(v) : Flags.IndexOf(v))];
    }

    /// <summary>The variables that a box speaks of, in the order of diagrams.</summary>
    public ImmutableArray<Variable> Boxed { get; }

    /// <summary>Those of a taxonomy's values.</summary>
    public ImmutableArray<Variable> Nodes { get; }

    public ImmutableArray<Variable> Flags { get; }

    public ImmutableArray<Variable> Ranges { get; }

    /// <summary>The first word of each of <see cref="Nodes"/>, and the end of the last.</summary>
    public int[] NodeStarts { get; }

    /// <summary>How many words of a box are about <see cref="Nodes"/>.</summary>
    public int NodeWords { get; }

    /// <summary>How many are about <see cref="Flags"/>.</summary>
    public int FlagWords { get; }

    /// <summary>The words of a part of the flags: the first, and the one after the last.</summary>
    public (int From, int To) FlagWordsOf(int part) => (part * FlagWords / Parts, (part + 1) * FlagWords / Parts);

    /// <summary>A part of <see cref="Ranges"/>: the first, and the one after the last.</summary>
    public (int From, int To) RangesOf(int part) => (part * Ranges.Length / Parts, (part + 1) * Ranges.Length / Parts);

    /// <summary>For each level of diagrams, how many boxed variables come before it.</summary>
    public int[] Rank { get; }

    /// <summary>For each boxed variable its place among those of its sort.</summary>
    public int[] Place { get; }
}
