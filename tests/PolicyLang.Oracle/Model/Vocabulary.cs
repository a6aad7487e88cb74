namespace PolicyLang.Oracle.Model;

/// <summary>A node of a taxonomy, or a jurisdiction.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parents">The nodes above it; none for a root.</param>
public sealed record NodeModel(string Name, params ImmutableArray<string> Parents)
{
    /// <summary>The action that it opposes.</summary>
    public string? Opposes { get; init; }

    /// <summary>Whether the compiler's prelude declares it, so that the text must not.</summary>
    public bool InPrelude { get; init; }
}

/// <summary>A taxonomy; the jurisdictions are the one called "jurisdiction", the organisations the one called "organisation".</summary>
public sealed record TaxonomyModel(string Name, ImmutableArray<NodeModel> Nodes)
{
    public const string Places = "jurisdiction";

    public const string Organisations = "organisation";
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
public sealed record AttributeModel(string Name, AttributeType Type, string? Taxonomy = null, bool Chosen = false, bool InPrelude = false)
{
    /// <summary>Whether it is a clock of months or of working days, which is kept as twice the value.</summary>
    public bool IsHalved => Name is "elapsed_months" or "elapsed_working_days" || Name.StartsWith("months_since_", StringComparison.Ordinal) || Name.StartsWith("working_days_since_", StringComparison.Ordinal);

    /// <summary>Whether a leave that is invoked takes it for true.</summary>
    public bool IsSelfJudged { get; init; }
}

/// <summary>A line of members of a bloc or a dated list.</summary>
public sealed record MemberModel(ImmutableArray<string> Names, DateOnly? Since = null, DateOnly? Until = null, Condition? When = null);

/// <summary>A bloc or a dated list: lines of members, or, where <paramref name="Same"/> is given, a set expression.</summary>
public sealed record BlocModel(string Name, bool Supranational, ImmutableArray<MemberModel> Members, ListSet? Same = null)
{
    /// <summary>Of a dated list, the taxonomy of its nodes; of a bloc, the places.</summary>
    public string Taxonomy { get; init; } = TaxonomyModel.Places;

    public bool IsBloc => Taxonomy == TaxonomyModel.Places;
}

/// <summary>A named condition or a named set.</summary>
public sealed record DefineModel(string Name, Condition? Condition, SetExpression? Set);

/// <summary><c>assume never A</c>, or <c>assume A implies B</c>.</summary>
public sealed record AssumptionModel(Condition Condition, Condition? Implied = null);
