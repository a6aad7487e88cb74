using System.Diagnostics;
using PolicyLang.Diagnostics;

namespace PolicyLang.Conflicts;

/// <summary>
/// Decides what becomes of a conflict that was found: its status, its severity, and whether it asks for attention. By the rules alone its
/// kind says whether it is unresolved, excusable, avoidable or resolved; acknowledgements and the day come on top.
/// </summary>
internal static class Triage
{
    /// <summary>Where a conflict stands, once acknowledgements and the day are known.</summary>
    /// <param name="found">Where it stands by the rules alone.</param>
    /// <param name="acknowledged">Whether somebody accepts it.</param>
    /// <param name="ended">Whether it arises on no day from that on which it is judged on.</param>
    public static ConflictStatus Status(ConflictStatus found, bool acknowledged, bool ended) =>
        acknowledged ? ConflictStatus.Acknowledged : ended ? ConflictStatus.Ended : found;

    /// <summary>Whether somebody has to look at it: what precedence resolves is settled, but for a breach that membership resolves, soft or
    /// not.</summary>
    public static bool IsFinding(ConflictCandidate candidate) =>
        candidate.Status != ConflictStatus.Resolved || (IsBreachOfGuarantee(candidate) && !candidate.NeverBothStand);

    /// <summary>How serious it is. A breach that a supranational guarantee strikes down stays a warning: the law on the books is
    /// wrong.</summary>
    /// <param name="candidate">The conflict.</param>
    /// <param name="status">Where it stands.</param>
    public static DiagnosticSeverity Severity(ConflictCandidate candidate, ConflictStatus status) => status switch
    {
        ConflictStatus.Acknowledged or ConflictStatus.Ended => DiagnosticSeverity.Information,
        ConflictStatus.Resolved when IsHardBreach(candidate) && !candidate.NeverBothStand => DiagnosticSeverity.Warning,
        ConflictStatus.Excusable when IsHardBreach(candidate) => DiagnosticSeverity.Warning,
        ConflictStatus.Unresolved when candidate.NotEnforceable && IsHardBreach(candidate) => DiagnosticSeverity.Warning,
        ConflictStatus.Resolved => DiagnosticSeverity.Information,
        ConflictStatus.Unresolved or ConflictStatus.Excusable or ConflictStatus.Avoidable => candidate.Descriptor.Severity,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether it asks for attention: neither acknowledged, ended nor settled by precedence.</summary>
    public static bool IsOpen(ConflictStatus status, DiagnosticSeverity severity) => status switch
    {
        ConflictStatus.Unresolved or ConflictStatus.Excusable or ConflictStatus.Avoidable => severity > DiagnosticSeverity.Hint,
        ConflictStatus.Resolved => severity >= DiagnosticSeverity.Warning,
        ConflictStatus.Acknowledged or ConflictStatus.Ended => false,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether precedence, an acknowledgement or time settles it.</summary>
    public static bool IsSettled(ConflictStatus status) => status switch
    {
        ConflictStatus.Resolved or ConflictStatus.Acknowledged or ConflictStatus.Ended => true,
        ConflictStatus.Unresolved or ConflictStatus.Excusable or ConflictStatus.Avoidable => false,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether no precedence resolves it and no choice avoids it, be it acknowledged or ended: what scenarios and checks call a
    /// conflict.</summary>
    /// <param name="found">Where it stands by the rules alone.</param>
    public static bool IsInescapable(ConflictStatus found) => found is ConflictStatus.Unresolved or ConflictStatus.Excusable;

    /// <summary>The rank of a conflict among those of the same clauses: the lowest is reported.</summary>
    public static int Rank(ConflictCandidate candidate) =>
        ((int)candidate.Status * 256) + ((DiagnosticSeverity.Error - Severity(candidate, candidate.Status)) * 32)
            + ((int)candidate.Kind * 2);

    private static bool IsHardBreach(ConflictCandidate candidate) =>
        candidate.Kind == ConflictKind.TreatyBreach && IsBreachOfGuarantee(candidate);

    private static bool IsBreachOfGuarantee(ConflictCandidate candidate) =>
        candidate.Nature.Kind == ConflictKind.TreatyBreach && candidate.Rules[0].IsGuarantee;
}
