namespace PolicyLang.Diagnostics;

/// <summary>PL701x: findings in a project file. No project can say how heavy they are.</summary>
public static class ProjectFileDiagnostics
{
    public static readonly DiagnosticDescriptor Unusable =
        new("PL7010", "Project file cannot be used", DiagnosticSeverity.Error, DiagnosticCategory.Project);

    public static readonly DiagnosticDescriptor UnknownKey =
        new("PL7011", "Unknown key in the project file", DiagnosticSeverity.Warning, DiagnosticCategory.Project);

    public static readonly DiagnosticDescriptor RepeatedKey =
        new("PL7013", "Key twice in the project file", DiagnosticSeverity.Warning, DiagnosticCategory.Project);
}
