namespace PolicyLang.CodeGen.Tables;

/// <summary>What makes a node what it is.</summary>
internal readonly struct NodeKey(int variable, long[] starts, int[] children) : IEquatable<NodeKey>
{
    private readonly int _variable = variable;
    private readonly long[] _starts = starts;
    private readonly int[] _children = children;

    public bool Equals(NodeKey other) =>
        _variable == other._variable && _children.SequenceEqual(other._children) && _starts.SequenceEqual(other._starts);

    public override bool Equals(object? obj) => obj is NodeKey other && Equals(other);

    public override int GetHashCode()
    {
        int hash = _variable;
        foreach (int child in _children)
        {
            hash = unchecked((hash * 16777619) ^ child);
        }

        foreach (long start in _starts)
        {
            hash = unchecked((hash * 31) + start.GetHashCode());
        }

        return hash;
    }
}
