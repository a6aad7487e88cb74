using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL5001 and PL5002: clauses that change nothing.</summary>
public static class RedundancyDiagnostics
{
    public static readonly DiagnosticDescriptor Redundant = new("PL5001", "Clause that others already contain", Warning);
    public static readonly DiagnosticDescriptor Dead = new("PL5002", "Clause that never has an effect", Warning);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Redundant, Dead];
}
