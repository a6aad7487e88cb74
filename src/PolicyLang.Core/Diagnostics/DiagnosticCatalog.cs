namespace PolicyLang.Diagnostics;

/// <summary>Every kind of finding that the language itself makes, by code.</summary>
internal static class DiagnosticCatalog
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. SyntaxDiagnostics.All, .. NameDiagnostics.All, .. FormDiagnostics.All, .. StyleDiagnostics.All, .. ConflictDiagnostics.All,
        .. LibraryDiagnostics.All, .. RedundancyDiagnostics.All, .. ScenarioDiagnostics.All, .. LimitDiagnostics.All,
    ];
}
