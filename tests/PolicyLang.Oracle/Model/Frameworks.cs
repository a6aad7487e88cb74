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

    /// <summary>Frameworks, or clauses by their qualified names.</summary>
    public ImmutableArray<string> Repeals { get; init; } = [];
}

/// <param name="Name">Its name.</param>
/// <param name="Under">Legal orders, organisations among them.</param>
public sealed record OrganisationModel(string Name, ImmutableArray<string> Under);

/// <summary><c>adopts F since D [until D] [towards P] [reserving C [for M] [until D]]</c>.</summary>
public sealed record AdoptionModel(string Framework, DateOnly Since, DateOnly? Until, ImmutableArray<string> Towards, ImmutableArray<string> Reserving, DateOnly? ReservedUntil)
{
    /// <summary>Frameworks and clauses of its law that are excused; where none is named, the clauses do not bind.</summary>
    public ImmutableArray<string> ReservingFor { get; init; } = [];
}

/// <summary><c>invokes F.C for M since D [until D]</c>.</summary>
public sealed record InvocationModel(string Leave, ImmutableArray<string> For, DateOnly Since, DateOnly? Until);

public sealed record PartyModel(string Name, ImmutableArray<AdoptionModel> Adoptions)
{
    public ImmutableArray<InvocationModel> Invocations { get; init; } = [];
}

/// <summary><c>never|always OUTCOME: PATTERN</c>; the pattern is a clause whose modality means nothing.</summary>
public sealed record CheckModel(string Title, bool Always, string Outcome, ClauseModel Pattern)
{
    /// <summary>Orders and frameworks; empty for all law.</summary>
    public ImmutableArray<string> Under { get; init; } = [];
}

/// <summary><c>no conflict between …</c>, or <c>no breach of F [by P]</c> where a framework is given.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Between">Clauses, frameworks or <c>law of X</c>.</param>
/// <param name="Framework">The framework that is not to be broken.</param>
/// <param name="Party">By whom.</param>
public sealed record ConflictCheckModel(string Title, ImmutableArray<string> Between, string? Framework = null, string? Party = null);

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
    /// <summary>Blocs and dated lists.</summary>
    public ImmutableArray<BlocModel> Blocs { get; init; } = [];

    public ImmutableArray<DefineModel> Defines { get; init; } = [];

    public ImmutableArray<AssumptionModel> Assumptions { get; init; } = [];

    public ImmutableArray<OrganisationModel> Organisations { get; init; } = [];

    public ImmutableArray<PartyModel> Parties { get; init; } = [];

    public ImmutableArray<CheckModel> Checks { get; init; } = [];

    public ImmutableArray<ConflictCheckModel> ConflictChecks { get; init; } = [];

    /// <summary>The principles after the explicit one; null where the workspace does not say.</summary>
    public ImmutableArray<Principle>? Principles { get; init; }

    /// <summary>The same for single legal orders.</summary>
    public ImmutableDictionary<string, ImmutableArray<Principle>> PrinciplesOfOrders { get; init; } = ImmutableDictionary<string, ImmutableArray<Principle>>.Empty;
}
