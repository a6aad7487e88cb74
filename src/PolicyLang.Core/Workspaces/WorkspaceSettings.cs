using PolicyLang.Diagnostics;
using PolicyLang.Library;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Workspaces;

/// <summary>What a project decides about how its files are judged. Settings that say the same are equal, and what was worked out under the
/// one holds under the other.</summary>
internal sealed record WorkspaceSettings
{
    /// <summary>Nothing but what the language itself says.</summary>
    public static readonly WorkspaceSettings Default = new();

    /// <summary>The severity of findings by code; null for a finding that is not to be shown.</summary>
    public ImmutableSortedDictionary<string, DiagnosticSeverity?> Severities { get; init; } =
        ImmutableSortedDictionary.Create<string, DiagnosticSeverity?>(StringComparer.Ordinal);

    /// <summary>The principles of precedence, strongest first, where no file says <c>resolve conflicts by</c>; explicit precedence always
    /// is the first.</summary>
    public ImmutableArray<Principle> Principles { get; init; } =
        [Principle.Explicit, Principle.Superior, Principle.Specialis, Principle.Posterior];

    /// <summary>The day on which acknowledgements are judged; null to leave their last days out of account.</summary>
    public CalendarDay? AsOf { get; init; }

    /// <summary>The frameworks and legal orders that are the project's own: only they are amended by repairs. Empty where nothing is
    /// said.</summary>
    public ImmutableArray<string> Mine { get; init; } = [];

    /// <summary>The frameworks of the law library that all files use.</summary>
    public ImmutableArray<UsedName> Uses { get; init; } = [];

    /// <summary>The version of the law library that the project was written with; null where nothing is said.</summary>
    public StatedVersion? LawVersion { get; init; }

    /// <summary>The edition of the language that the files were written in; 2 is the newest. Files of an older one mean what the newest
    /// says, and get hints where that has changed.</summary>
    public int Edition { get; init; } = 2;

    /// <summary>Whether a project may say how heavy a finding is: not where a clause or an input could not be understood, since what
    /// follows from it would be missing in silence.</summary>
    public static bool IsConfigurable(DiagnosticDescriptor descriptor) =>
        descriptor.Severity < DiagnosticSeverity.Error || descriptor.IsAboutRules;

    /// <inheritdoc/>
    public bool Equals(WorkspaceSettings? other) =>
        other is not null && AsOf == other.AsOf && Edition == other.Edition && Mine.SequenceEqual(other.Mine)
            && Uses.SequenceEqual(other.Uses) && LawVersion == other.LawVersion
            && Principles.SequenceEqual(other.Principles)
        && Severities.Count == other.Severities.Count
        && Severities.All(own => other.Severities.TryGetValue(own.Key, out DiagnosticSeverity? weight) && weight == own.Value);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Of severities in any order; .NET Standard 2.0 has no type that combines hash codes.
        int hash = Severities.Aggregate(0, (all, own) => all ^ StringComparer.Ordinal.GetHashCode(own.Key));
        return Principles.Aggregate(
            unchecked((hash * 31) + AsOf.GetHashCode()), (all, principle) => unchecked((all * 31) + (int)principle));
    }

    /// <summary>A finding's severity; null where it is not to be shown. What is acknowledged or resolved, and lighter for it, stays as
    /// light.</summary>
    internal DiagnosticSeverity? SeverityOf(DiagnosticDescriptor descriptor, DiagnosticSeverity own) =>
        !Severities.TryGetValue(descriptor.Code, out DiagnosticSeverity? stated) || !IsConfigurable(descriptor) ? own
        : own < descriptor.Severity && stated > own ? own
        : stated;
}
