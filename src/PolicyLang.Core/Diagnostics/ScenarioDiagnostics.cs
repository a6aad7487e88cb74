using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL6xxx: scenarios and checks.</summary>
internal static class ScenarioDiagnostics
{
    public static readonly DiagnosticDescriptor Unmet = new("PL6001", "Scenario with another outcome", Error, DiagnosticCategory.Scenario);
    public static readonly DiagnosticDescriptor Refuted = new("PL6002", "Check that a case refutes", Error, DiagnosticCategory.Scenario);
    public static readonly DiagnosticDescriptor NoDate = new("PL6003", "Scenario without a date", Error, DiagnosticCategory.Scenario);

    public static readonly DiagnosticDescriptor Vacuous = new("PL6004", "Check that no case fits", Warning, DiagnosticCategory.Scenario);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Unmet, Refuted, NoDate, Vacuous];
}
