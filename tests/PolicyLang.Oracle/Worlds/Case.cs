namespace PolicyLang.Oracle.Worlds;

/// <summary>A value for every attribute, by the attribute's number: a bool, a long, a <see cref="Leaf"/> or a set of leaves.</summary>
public sealed class Case(object[] values)
{
    public object this[int attribute] => values[attribute];

    public bool Flag(int attribute) => (bool)values[attribute];

    /// <summary>A count, or the number of a day.</summary>
    public long Number(int attribute) => (long)values[attribute];

    public Leaf Leaf(int attribute) => (Leaf)values[attribute];

    public ImmutableArray<Leaf> Leaves(int attribute) => (ImmutableArray<Leaf>)values[attribute];
}
