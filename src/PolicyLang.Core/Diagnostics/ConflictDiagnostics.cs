using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL4xxx: conflicts between clauses.</summary>
internal static class ConflictDiagnostics
{
    public static readonly DiagnosticDescriptor Dilemma =
        new("PL4001", "Duty that nobody can fulfil lawfully", Error, DiagnosticCategory.Conflict);
    public static readonly DiagnosticDescriptor AvoidableDilemma =
        new("PL4002", "Duty that only some choices fulfil lawfully", Information, DiagnosticCategory.Conflict);
    public static readonly DiagnosticDescriptor Contradiction =
        new("PL4003", "Permission and prohibition of one legal order overlap", Warning, DiagnosticCategory.Conflict);
    public static readonly DiagnosticDescriptor WaiverConflict =
        new("PL4004", "Duty and waiver of one legal order overlap", Warning, DiagnosticCategory.Conflict);
    public static readonly DiagnosticDescriptor TreatyBreach =
        new("PL4005", "Law that breaks what its State guaranteed", Error, DiagnosticCategory.Conflict);
    public static readonly DiagnosticDescriptor MissingTransposition =
        new("PL4006", "Law that a party has to make and has not", Warning, DiagnosticCategory.Conflict);
    public static readonly DiagnosticDescriptor StaleAcknowledgement =
        new("PL4007", "Acknowledgement that no longer accepts anything", Warning, DiagnosticCategory.Conflict);
    public static readonly DiagnosticDescriptor UnlawfulPermission =
        new("PL4008", "Policy that permits what the law prohibits", Error, DiagnosticCategory.Conflict);
    public static readonly DiagnosticDescriptor Tension =
        new("PL4009", "Clash with a rule that only should be followed", Information, DiagnosticCategory.Conflict);

    public static readonly DiagnosticDescriptor UnlawfulProhibition =
        new("PL4010", "Policy that prohibits what the law requires", Error, DiagnosticCategory.Conflict);
    public static readonly DiagnosticDescriptor TreatyConflict =
        new("PL4011", "Treaty duties that no law can meet together", Error, DiagnosticCategory.Conflict);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Dilemma, AvoidableDilemma, Contradiction, WaiverConflict, TreatyBreach, MissingTransposition, StaleAcknowledgement,
            UnlawfulPermission, Tension, UnlawfulProhibition, TreatyConflict,
    ];
}
