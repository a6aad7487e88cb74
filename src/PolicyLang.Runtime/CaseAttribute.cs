namespace PolicyLang.Runtime;

/// <summary>What values an attribute has.</summary>
#if NET
[JsonConverter(typeof(Json.CamelCaseConverter<AttributeKind>))]
#endif
public enum AttributeKind
{
    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A whole number from 0.</summary>
    Count,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One node of a taxonomy.</summary>
    Node,

    /// <summary>Any nodes of a taxonomy.</summary>
    NodeSet,

    /// <summary>A number of halves from 0, kept as twice its value: 21 for 10.5.</summary>
    HalfCount,
}

/// <summary>One attribute of a case, and where its value is kept.</summary>
/// <param name="Name">Its name in the policy files.</param>
/// <param name="Kind">What values it has.</param>
/// <param name="IsChosen">Whether the actor who has to comply decides it.</param>
/// <param name="Slot">The number of its value. A flag is 0 or 1, a date counts the days from 0001-01-01, a node is its place and 1, or 0
/// for none; a set takes a number for each 64 nodes.</param>
/// <param name="Taxonomy">The nodes; null for flags, counts and dates.</param>
public sealed record CaseAttribute(string Name, AttributeKind Kind, bool IsChosen, int Slot, TaxonomyModel? Taxonomy)
{
    /// <summary>Whether an answer must not rest on its being left out: who does what with which data, and where.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is a given fact that may still come about, such as consent or an approval: never what an act is about, whom it
    /// concerns, where or when.</summary>
    public bool MayComeAbout { get; init; }

    /// <summary>The number kept where nothing is said of it.</summary>
    public long Neutral { get; init; }
}
