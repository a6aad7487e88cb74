using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Worlds;

/// <summary>
/// What the sentences of a workspace can tell apart: for each attribute the nodes that they name and the numbers where something may
/// change. Values that no sentence tells apart behave alike, so that one of them may stand for all.
/// </summary>
public sealed class Notes
{
    private readonly Dictionary<int, HashSet<Node>> _nodes = [];
    private readonly Dictionary<int, SortedSet<long>> _starts = [];
    private readonly HashSet<int> _others = [];
    private readonly HashSet<int> _spoken = [];
    private bool _isFrozen;

    /// <summary>The world is made of what is noted by now; to note anything new later is a mistake.</summary>
    public void Freeze() => _isFrozen = true;

    /// <summary>Some sentence speaks about the attribute.</summary>
    public void Speaks(int attribute) => Note(_spoken.Add(attribute));

    public void Names(int attribute, Node node) => Note(Of(_nodes, attribute).Add(node));

    /// <summary>Something may change between <paramref name="number"/> - 1 and <paramref name="number"/>.</summary>
    public void Starts(int attribute, long number) => Note(Of(_starts, attribute).Add(number));

    /// <summary>It matters whether a set holds a leaf that no sentence names.</summary>
    public void SpeaksOfOthers(int attribute) => Note(_others.Add(attribute));

    public bool IsSpokenOf(int attribute) => _spoken.Contains(attribute);

    public bool IsSpokenOfOthers(int attribute) => _others.Contains(attribute);

    public IReadOnlyCollection<Node> NodesOf(int attribute) => _nodes.GetValueOrDefault(attribute) ?? [];

    public IReadOnlyCollection<long> StartsOf(int attribute) => _starts.GetValueOrDefault(attribute) ?? [];

    private void Note(bool isNew)
    {
        if (isNew && _isFrozen)
        {
            throw new NotSupportedException("Something was noted too late.");
        }
    }

    private static TSet Of<TSet>(Dictionary<int, TSet> sets, int attribute)
        where TSet : new()
    {
        if (!sets.TryGetValue(attribute, out TSet? set))
        {
            sets[attribute] = set = new TSet();
        }

        return set;
    }
}
