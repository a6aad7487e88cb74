namespace PolicyLang.Oracle.Model;

/// <summary>From the highest to the lowest.</summary>
public enum Rank
{
    Constitution,
    Treaty,
    Statute,
    Regulation,
    Decision,
    Guideline,
    Policy,
}

public sealed record FrameworkModel(string Name, string Authority, ImmutableArray<ClauseModel> Clauses)
{
    /// <summary>Null where it is not written: a statute.</summary>
    public Rank? Rank { get; init; }

    public ImmutableArray<Days> Force { get; init; } = [];

    public SetExpression? Parties { get; init; }

    public ImmutableArray<string> Replaces { get; init; } = [];

    public ImmutableArray<string> Implements { get; init; } = [];
}

public sealed record OrganisationModel(string Name, ImmutableArray<string> Under);

public sealed record AdoptionModel(string Framework, DateOnly Since, DateOnly? Until, ImmutableArray<string> Towards, ImmutableArray<string> Reserving, DateOnly? ReservedUntil);

public sealed record PartyModel(string Name, ImmutableArray<AdoptionModel> Adoptions);

/// <summary><c>never|always OUTCOME: PATTERN</c>; the pattern is a clause whose modality means nothing.</summary>
public sealed record CheckModel(string Title, bool Always, string Outcome, ClauseModel Pattern);

public enum Principle
{
    Explicit,
    Superior,
    Specialis,
    Posterior,
}

/// <summary>A whole workspace.</summary>
public sealed record LawModel(ImmutableArray<TaxonomyModel> Taxonomies, ImmutableArray<AttributeModel> Attributes, ImmutableArray<FrameworkModel> Frameworks)
{
    public ImmutableArray<BlocModel> Blocs { get; init; } = [];

    public ImmutableArray<DefineModel> Defines { get; init; } = [];

    public ImmutableArray<OrganisationModel> Organisations { get; init; } = [];

    public ImmutableArray<PartyModel> Parties { get; init; } = [];

    public ImmutableArray<CheckModel> Checks { get; init; } = [];

    /// <summary>The principles after the explicit one; null where the workspace does not say.</summary>
    public ImmutableArray<Principle>? Principles { get; init; }
}
