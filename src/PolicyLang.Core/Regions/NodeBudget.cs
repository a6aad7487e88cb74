namespace PolicyLang.Regions;

/// <summary>
/// What the work in a space of regions may cost until this is disposed of; after that the budget counts that was there before, however the
/// work ended. Where no budget is open nothing can be worked out in the space.
/// </summary>
internal readonly struct NodeBudget : IDisposable
{
    private readonly RegionSpace _space;
    private readonly WorkMeter.Allowance _outer;
    private readonly WorkMeter.Allowance _opened;
    private readonly bool _apart;
    private readonly int _stack;

    /// <param name="space">The space.</param>
    /// <param name="nodes">The most nodes to add.</param>
    /// <param name="steps">The most steps to take.</param>
    /// <param name="apart">Whether the work is no part of what is done around it: it costs that nothing, and may cost more than that has
    /// left.</param>
    public NodeBudget(RegionSpace space, long nodes, long steps, bool apart)
    {
        (_space, _apart, _outer, _stack) = (space, apart, space.Meter.Allowed, space.Nodes.Edges.Height);
        long limit = space.NodeCount + nodes;
        bool bounded = _outer.IsOpen && !apart;
        _opened = new WorkMeter.Allowance(
            true,
            space.NodeCount,
            (int)Math.Min(bounded ? _outer.Limit : int.MaxValue, limit),
            (int)Math.Min(bounded ? _outer.Steps : int.MaxValue, steps));
        space.Meter.Allowed = _opened;
    }

    public void Dispose()
    {
        // Work that gave up left what it was at on the stack.
        _space.Nodes.Edges.Height = _stack;
        _space.Meter.Allowed = !_outer.IsOpen ? default
            : _apart ? _outer with { Limit = (int)Math.Min(int.MaxValue, (long)_outer.Limit + _space.NodeCount - _opened.Start) }
            : _outer with { Steps = _outer.Steps - (_opened.Steps - _space.Meter.Allowed.Steps) };
    }
}
