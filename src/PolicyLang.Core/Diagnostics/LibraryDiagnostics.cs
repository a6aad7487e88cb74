using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL2017, PL3113, PL3114: what is used of the law library.</summary>
internal static class LibraryDiagnostics
{
    public static readonly DiagnosticDescriptor TakesThePlace =
        new("PL2017", "Name of the law library declared again", Warning, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor Newer =
        new("PL3113", "Law read after the day of use", Information, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor Old = new("PL3114", "Law read long ago", Hint, DiagnosticCategory.Style);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [TakesThePlace, Newer, Old];
}
