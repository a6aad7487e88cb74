using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL4xxx: conflicts between clauses.</summary>
public static class ConflictDiagnostics
{
    public static readonly DiagnosticDescriptor Dilemma = new("PL4001", "Duty that nobody can fulfil lawfully", Error);
    public static readonly DiagnosticDescriptor AvoidableDilemma = new("PL4002", "Duty that only some choices fulfil lawfully", Information);
    public static readonly DiagnosticDescriptor Contradiction = new("PL4003", "Permission and prohibition of one legal order overlap", Warning);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Dilemma, AvoidableDilemma, Contradiction];
}
