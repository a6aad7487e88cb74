using PolicyLang.Diagnostics;

namespace PolicyLang.Cli;

/// <summary>Findings about project and input files (PL7xxx).</summary>
internal static class ProjectDiagnostics
{
    public static readonly DiagnosticDescriptor PathNotFound = Error("PL7001", "Path not found");
    public static readonly DiagnosticDescriptor NoPolicyFiles = ProjectFileDiagnostics.NoPolicyFiles;
    public static readonly DiagnosticDescriptor BinaryFile = Error("PL7003", "Not a text file");
    public static readonly DiagnosticDescriptor NotUtf8 = Error("PL7004", "Not UTF-8");
    public static readonly DiagnosticDescriptor Unreadable = Error("PL7005", "Cannot be read");
    public static readonly DiagnosticDescriptor TooLarge = Error("PL7006", "File too large");
    public static readonly DiagnosticDescriptor NotAPolicyFile = Error("PL7007", "Not a policy file");
    public static readonly DiagnosticDescriptor Unwritable = Error("PL7008", "Cannot be written");
    public static readonly DiagnosticDescriptor NoCompiler = Error("PL7012", "No C# compiler in this build");
    public static readonly DiagnosticDescriptor NoRevision = Error("PL7016", "Revision cannot be read");
    public static readonly DiagnosticDescriptor BadBaseline = Error("PL7017", "Baseline cannot be used");
    public static readonly DiagnosticDescriptor Unimportable = Error("PL7018", "Cannot be imported");
    public static readonly DiagnosticDescriptor BadCaseFile = Error("PL7020", "Case is not a JSON object of facts");
    public static readonly DiagnosticDescriptor BadFact = Error("PL7021", "Fact cannot be used");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        PathNotFound, NoPolicyFiles, BinaryFile, NotUtf8, Unreadable, TooLarge, NotAPolicyFile, Unwritable,
        ProjectFileDiagnostics.Unusable, ProjectFileDiagnostics.UnknownKey, NoCompiler, ProjectFileDiagnostics.RepeatedKey,
        ProjectFileDiagnostics.OldTarget,
        NoRevision, BadBaseline, Unimportable, BadCaseFile, BadFact, ProjectFileDiagnostics.NameClash, ProjectFileDiagnostics.NotProhibited,
    ];

    private static DiagnosticDescriptor Error(string code, string title) =>
        new(code, title, DiagnosticSeverity.Error, DiagnosticCategory.Project);
}
