using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL3xxx: the form of clauses.</summary>
internal static class FormDiagnostics
{
    public static readonly DiagnosticDescriptor TransferWithoutPlace =
        new("PL3001", "Transfer clause without a place", Error, DiagnosticCategory.Form);
    public static readonly DiagnosticDescriptor TransferVerb =
        new("PL3002", "Transfer clause about another action", Error, DiagnosticCategory.Form);
    public static readonly DiagnosticDescriptor MayOnlyWithoutCondition =
        new("PL3003", "'may only' without a condition", Error, DiagnosticCategory.Form);
    public static readonly DiagnosticDescriptor NotBeforeProhibition =
        new("PL3004", "'not before' on a prohibition", Error, DiagnosticCategory.Form);
    public static readonly DiagnosticDescriptor LawMakingOutsideNorm =
        new("PL3005", "Law-making sentence outside a norm", Error, DiagnosticCategory.Form);
    public static readonly DiagnosticDescriptor OwnTerritory =
        new("PL3006", "'own territory' outside a law-making norm", Error, DiagnosticCategory.Form);
    public static readonly DiagnosticDescriptor ExemptWithoutMay =
        new("PL3007", "'exempt from' without 'may'", Error, DiagnosticCategory.Form);
    public static readonly DiagnosticDescriptor OnlyInWithoutMust =
        new("PL3008", "'only in' without 'must'", Error, DiagnosticCategory.Form);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        TransferWithoutPlace, TransferVerb, MayOnlyWithoutCondition, NotBeforeProhibition, LawMakingOutsideNorm, OwnTerritory,
        ExemptWithoutMay, OnlyInWithoutMust,
    ];
}
