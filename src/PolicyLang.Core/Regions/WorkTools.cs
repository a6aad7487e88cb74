namespace PolicyLang.Regions;

/// <summary>What a thread works with that takes room, and that it uses again from one piece of work to the next.</summary>
internal sealed class WorkTools
{
    /// <summary>The edges of nodes that are being made.</summary>
    public EdgeStack Edges { get; } = new();

    /// <summary>Results of operations.</summary>
    public OperationCache Known { get; } = new();

    /// <summary>Begins walks over nodes.</summary>
    public NodeWalk.Starter Walks { get; } = new();
}
