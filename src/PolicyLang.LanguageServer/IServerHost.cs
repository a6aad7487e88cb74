using PolicyLang.Workspaces;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer;

/// <summary>What the server needs of the machine it runs on: files, and where the help pages are.</summary>
public interface IServerHost
{
    /// <summary>The policy files of a folder, found as <c>policyc check</c> finds them.</summary>
    FolderFiles Find(string folder);

    /// <summary>Reads a file; never throws.</summary>
    FileText Read(string path);

    /// <summary>The address of a file of the prelude, by its name; null where it cannot be shown.</summary>
    string? PreludeFile(string name);

    /// <summary>The address of the help page of a diagnostic; null where there is none.</summary>
    string? HelpPage(string code);
}

/// <summary>The files of a folder.</summary>
/// <param name="Paths">Absolute.</param>
/// <param name="Diagnostics">Findings in the project file.</param>
/// <param name="Settings">What the project file decides.</param>
public sealed record FolderFiles(ImmutableArray<string> Paths, ImmutableArray<CoreDiagnostic> Diagnostics, WorkspaceSettings Settings);

/// <summary>A file's text, or why it cannot be read.</summary>
public sealed record FileText(string? Text, CoreDiagnostic? Problem);
