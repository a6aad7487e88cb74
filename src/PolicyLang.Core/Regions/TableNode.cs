namespace PolicyLang.Regions;

/// <summary>A node as a table keeps it.</summary>
internal struct TableNode
{
    /// <summary>The level of its variable.</summary>
    public int Level;

    /// <summary>The number of where its intervals begin.</summary>
    public int Parting;

    /// <summary>The place of what its first edge leads to.</summary>
    public int FirstEdge;

    /// <summary>What its smallest case costs, and one; 0 where that is not known.</summary>
    public int Cost;
}
