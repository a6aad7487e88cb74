namespace PolicyLang.Regions;

/// <summary>What one thread works with in a space: nodes, what they may cost, and operations on them.</summary>
internal sealed class SpaceView
{
    private readonly Dictionary<IPieceMemory, object> _memos = [];

    /// <param name="space">The space.</param>
    /// <param name="nodes">The nodes.</param>
    public SpaceView(RegionSpace space, NodeTable nodes)
    {
        (Space, Nodes) = (space, nodes);
        Operations = new SetOperations(nodes);
        Comparisons = new SetComparisons(nodes);
        Quantifiers = new Quantifiers(nodes, space.FirstChosenVariable);
        Walks = new NodeWalks(nodes, space.Variables, space.Levels);
        Cofactors = new Cofactors(nodes, Walks, space.Levels, space.IsAsDeclared);
        Witnesses = new WitnessFinder(nodes, Walks, Cofactors, space.Variables, space.Levels);
    }

    public RegionSpace Space { get; }

    public NodeTable Nodes { get; }

    public WorkMeter Meter => Nodes.Meter;

    public SetOperations Operations { get; }

    public SetComparisons Comparisons { get; }

    public Quantifiers Quantifiers { get; }

    public NodeWalks Walks { get; }

    public Cofactors Cofactors { get; }

    public WitnessFinder Witnesses { get; }

    /// <summary>Lets all know what is known in this view.</summary>
    /// <param name="moved">Turns a region of this view into one of all.</param>
    public void Share(Func<Region, Region> moved)
    {
        foreach (KeyValuePair<IPieceMemory, object> memo in _memos)
        {
            memo.Key.Take(memo.Value, moved);
        }
    }

    /// <summary>What is known in this view alone; see <see cref="RegionMemo{TKey, TValue}"/>.</summary>
    /// <param name="memo">Whose knowledge it is.</param>
    public Dictionary<TKey, TValue> KnownOf<TKey, TValue>(IPieceMemory memo)
        where TKey : notnull
    {
        if (!_memos.TryGetValue(memo, out object? known))
        {
            _memos.Add(memo, known = new Dictionary<TKey, TValue>());
        }

        return (Dictionary<TKey, TValue>)known;
    }
}
