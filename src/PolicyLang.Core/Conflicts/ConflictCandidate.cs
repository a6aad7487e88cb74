using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>A conflict before it is told: its rules and the cases in which it arises.</summary>
/// <param name="Nature">Its kind, were no rule soft.</param>
/// <param name="Status">Its status, acknowledgements aside.</param>
/// <param name="Rules">The rules; the one that the other finders start from (a duty, a guarantee, a permission) first.</param>
/// <param name="Shown">The cases from which the witness is taken; not empty.</param>
internal sealed record ConflictCandidate(ConflictKind Nature, ConflictStatus Status, ImmutableArray<Rule> Rules, Region Shown)
{
    /// <summary>All cases in which it arises, between whichever rules of its clauses.</summary>
    public Region Cases { get; init; } = Shown;

    /// <summary>Whether it is a treaty breach that cannot be pursued on the day.</summary>
    public bool NotEnforceable { get; init; }

    /// <summary>Whether its two rules never stand together, so that nothing of it is left on the books.</summary>
    public bool IsSettled { get; init; }

    /// <summary>For conflicts with treaties, the parties concerned, each with its cases.</summary>
    public ImmutableArray<ConcernedLaw> Concerned { get; init; } = [];

    /// <summary>For a treaty breach, the leaves that would excuse it.</summary>
    public ImmutableArray<PossibleExcuse> Excuses { get; init; } = [];

    /// <summary>The clauses, sorted: what a conflict is reported once for.</summary>
    public string Key { get; } =
        string.Join("+", Rules.Select(r => r.Clause.QualifiedName).Distinct().OrderBy(n => n, StringComparer.Ordinal));

    /// <summary>Its kind: a tension, where one side is soft.</summary>
    public ConflictKind Kind => Rules.Any(r => r.IsSoft) ? ConflictKind.Tension : Nature;

    /// <summary>Its diagnostic.</summary>
    public DiagnosticDescriptor Descriptor => Kind switch
    {
        ConflictKind.Dilemma => ConflictDiagnostics.Dilemma,
        ConflictKind.AvoidableDilemma => ConflictDiagnostics.AvoidableDilemma,
        ConflictKind.Contradiction => ConflictDiagnostics.Contradiction,
        ConflictKind.WaiverConflict => ConflictDiagnostics.WaiverConflict,
        ConflictKind.TreatyBreach => ConflictDiagnostics.TreatyBreach,
        ConflictKind.MissingTransposition => ConflictDiagnostics.MissingTransposition,
        ConflictKind.UnlawfulPermission => ConflictDiagnostics.UnlawfulPermission,
        ConflictKind.UnlawfulProhibition => ConflictDiagnostics.UnlawfulProhibition,
        ConflictKind.TreatyConflict => ConflictDiagnostics.TreatyConflict,
        ConflictKind.Tension => ConflictDiagnostics.Tension,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether somebody has to look at it: what precedence resolves is settled, but for a breach that membership resolves, soft or
    /// not.</summary>
    public bool IsFinding => Status != ConflictStatus.Resolved || IsStruckDown;

    /// <summary>Its severity before acknowledgement. A breach that a supranational guarantee strikes down stays a warning: the law on the
    /// books is wrong.</summary>
    public DiagnosticSeverity Severity =>
        Kind == ConflictKind.TreatyBreach && Rules[0].IsGuarantee
            && (NotEnforceable || Status == ConflictStatus.Excusable || IsStruckDown) ? DiagnosticSeverity.Warning
        : Status == ConflictStatus.Resolved ? DiagnosticSeverity.Information
        : Descriptor.Severity;

    private bool IsStruckDown =>
        Status == ConflictStatus.Resolved && Nature == ConflictKind.TreatyBreach && Rules[0].IsGuarantee && !IsSettled;
}
