namespace PolicyLang.Oracle.Model;

/// <summary>A node of a taxonomy, or a jurisdiction.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The node above it; null for a root.</param>
/// <param name="Opposes">The action that it opposes.</param>
/// <param name="InPrelude">Whether the compiler's prelude declares it, so that the text must not.</param>
public sealed record NodeModel(string Name, string? Parent = null, string? Opposes = null, bool InPrelude = false);

/// <summary>A taxonomy; the jurisdictions are the one called "jurisdiction".</summary>
public sealed record TaxonomyModel(string Name, ImmutableArray<NodeModel> Nodes)
{
    public const string Places = "jurisdiction";
}

public enum AttributeType
{
    Flag,
    Count,
    Date,

    /// <summary>One leaf of a taxonomy.</summary>
    Leaf,

    /// <summary>A set of leaves of a taxonomy.</summary>
    Leaves,
}

/// <summary>An attribute of a case.</summary>
public sealed record AttributeModel(string Name, AttributeType Type, string? Taxonomy = null, bool Chosen = false, bool InPrelude = false);

/// <summary>A line of members of a bloc.</summary>
public sealed record MemberModel(ImmutableArray<string> Places, DateOnly? Since = null, DateOnly? Until = null, Condition? When = null);

/// <summary>A bloc: lines of members, or, where <paramref name="Same"/> is given, a set expression.</summary>
public sealed record BlocModel(string Name, bool Supranational, ImmutableArray<MemberModel> Members, ListSet? Same = null);

/// <summary>A named condition or a named set.</summary>
public sealed record DefineModel(string Name, Condition? Condition, SetExpression? Set);
