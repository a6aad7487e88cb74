using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Which instruments are those of whoever asks, and may be amended: only they are touched by repairs.</summary>
internal sealed class OwnLaw
{
    /// <summary>The word for what parties adopt and reserve, and nothing else.</summary>
    public const string Parties = "parties";

    private const string LibraryFolder = "law";

    private readonly HashSet<FrameworkSymbol> _frameworks;
    private readonly HashSet<string> _names;
    private readonly bool _isStated;

    /// <param name="model">The model.</param>
    /// <param name="names">Frameworks, or legal orders with all their frameworks, or <see cref="Parties"/>. Without any, the frameworks of
    /// organisations; where there is none, all. Instruments of a copy of the law library are neither, unless there is nothing else; law
    /// that is used of the library itself never is.</param>
    public OwnLaw(SemanticModel model, IReadOnlyCollection<string> names)
    {
        _isStated = names.Count > 0;
        _names = [.. names];
        ImmutableArray<FrameworkSymbol> amendable = [.. model.Frameworks.Where(f => !model.IsUsedLaw(f))];
        ImmutableArray<FrameworkSymbol> all = [.. amendable.Where(f => !IsOfLibrary(f))];
        all = all.IsEmpty ? amendable : all;
        ImmutableArray<FrameworkSymbol> policies = [.. all.Where(f => f.Authority is OrganisationSymbol)];
        _frameworks =
        [
            .. _isStated ? amendable.Where(f => _names.Contains(f.Name) || (f.Authority is { } order && _names.Contains(order.Name)))
                : policies.IsEmpty ? all
                : policies,
        ];
        OwnsAll = !_isStated && policies.IsEmpty;
    }

    /// <summary>Whether nothing says what is whose, so that everything may be amended.</summary>
    public bool OwnsAll { get; }

    /// <summary>Whether a framework may be amended.</summary>
    public bool Contains(FrameworkSymbol framework) => _frameworks.Contains(framework);

    /// <summary>Whether a clause may be amended for a conflict. Law never yields to a policy that breaks it, unless somebody asks for just
    /// that.</summary>
    internal bool MayAmend(Conflict conflict, ClauseSymbol clause) => Contains(clause.Framework)
        && (_isStated || !conflict.IsUnlawfulPolicy || clause.Framework.Rank == Rank.Policy);

    /// <summary>Whether a conflict has a clause that may be amended, or concerns a party whose adoptions may be.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="clauses">All clauses.</param>
    public bool MayRepair(Conflict conflict, IEnumerable<ClauseSymbol> clauses) =>
        clauses.Any(c => conflict.Clauses.Contains(c.QualifiedName) && MayAmend(conflict, c))
            || conflict.Parties.Any(p => MayReserve(p.Party));

    /// <summary>Whether what a party adopts and reserves may be changed.</summary>
    internal bool MayReserve(string party) => OwnsAll || _names.Contains(Parties) || _names.Contains(party);

    /// <summary>Whether a party may declare what no file says of it yet: only where somebody asks for just that.</summary>
    internal bool MayDeclare(string party) => _names.Contains(Parties) || _names.Contains(party);

    // Library instruments live in "law", in the folder of their legal order.
    private static bool IsOfLibrary(FrameworkSymbol framework)
    {
        string file = framework.Location.File;
        string[] path = file.Split('/', '\\');
        Symbol? order = framework.Authority is OrganisationSymbol { Under.IsEmpty: false } scheme ? scheme.Under[0] : framework.Authority;
        return path.Length >= 3 && path[path.Length - 3] == LibraryFolder
            && string.Equals(path[path.Length - 2], order?.Name, StringComparison.OrdinalIgnoreCase);
    }
}
