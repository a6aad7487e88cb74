using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL5001, PL5002, PL5004: clauses that change nothing, and assumptions that leave nothing.</summary>
internal static class RedundancyDiagnostics
{
    public static readonly DiagnosticDescriptor Redundant =
        new("PL5001", "Clause that others already contain", Warning, DiagnosticCategory.Redundancy);
    public static readonly DiagnosticDescriptor Dead =
        new("PL5002", "Clause that never has an effect", Warning, DiagnosticCategory.Redundancy);
    public static readonly DiagnosticDescriptor NoCase =
        new("PL5004", "Assumptions that leave no case", Error, DiagnosticCategory.Redundancy);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Redundant, Dead, NoCase];
}
