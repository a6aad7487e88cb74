namespace PolicyLang.Diagnostics;

/// <summary>Findings in a project file, and those that the command line and the source generator share. No project can say how heavy they
/// are.</summary>
internal static class ProjectFileDiagnostics
{
    public static readonly DiagnosticDescriptor NoPolicyFiles =
        new("PL7002", "No policy files", DiagnosticSeverity.Error, DiagnosticCategory.Project);

    /// <summary>The build of the source generator's package reports it.</summary>
    public static readonly DiagnosticDescriptor OldTarget =
        new("PL7014", "Target framework too old", DiagnosticSeverity.Error, DiagnosticCategory.Project);

    public static readonly DiagnosticDescriptor Unusable =
        new("PL7010", "Project file cannot be used", DiagnosticSeverity.Error, DiagnosticCategory.Project);

    public static readonly DiagnosticDescriptor UnknownKey =
        new("PL7011", "Unknown key in the project file", DiagnosticSeverity.Warning, DiagnosticCategory.Project);

    public static readonly DiagnosticDescriptor RepeatedKey =
        new("PL7013", "Key twice in the project file", DiagnosticSeverity.Error, DiagnosticCategory.Project);

    public static readonly DiagnosticDescriptor OtherLaw =
        new("PL7015", "Another version of the law library", DiagnosticSeverity.Warning, DiagnosticCategory.Project);

    public static readonly DiagnosticDescriptor NameClash =
        new("PL7030", "Names clash in C#", DiagnosticSeverity.Warning, DiagnosticCategory.Project);

    /// <summary>The analyzer of the source generator's package reports it.</summary>
    public static readonly DiagnosticDescriptor NotProhibited =
        new("PL7031", "Not prohibited is not allowed", DiagnosticSeverity.Warning, DiagnosticCategory.Project);
}
