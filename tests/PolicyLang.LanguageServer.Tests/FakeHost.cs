using System.Collections.Concurrent;
using PolicyLang.Diagnostics;
using PolicyLang.Law;
using PolicyLang.Library;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>A disk in memory.</summary>
internal sealed class FakeHost : IServerHost
{
    public LawCatalog Law { get; } = new(LawLibrary.Version, LawLibrary.ReadIndex, LawLibrary.Read);

    public static readonly DiagnosticDescriptor Unreadable = new("PL7005", "Cannot be read", DiagnosticSeverity.Error, DiagnosticCategory.Project);

    /// <summary>Path and text; null for a file that cannot be read.</summary>
    public ConcurrentDictionary<string, string?> Files { get; } = new();

    /// <summary>What the project file decides.</summary>
    public WorkspaceSettings Settings { get; set; } = WorkspaceSettings.Default;

    public FolderFiles Find(string folder) => new([.. Files.Keys.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)], [], Settings, Locate(folder));

    public ProjectFolder Locate(string folder) => new(folder, file => file.StartsWith(folder + "/", StringComparison.Ordinal) ? file : null);

    public FileText Read(string path) => Files.GetValueOrDefault(path) is { } text
        ? new FileText(text, null)
        : new FileText(null, Unreadable.Create(new Location(path, new SourceText(""), new TextSpan(0, 0)), "permission denied"));

    public string? ShippedFile(string name) => $"file:///installed/{name}";

    /// <summary>Thrown when a help page is asked for; null for none.</summary>
    public string? Fault { get; set; }

    public string? HelpPage(string code) => Fault is { } fault ? throw new InvalidOperationException(fault) : $"file:///help/{code}.md";
}
