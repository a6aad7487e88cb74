using PolicyLang.Library;
using PolicyLang.Workspaces;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer;

/// <summary>What the server needs of the machine it runs on: files, the law library, and where the help pages are.</summary>
internal interface IServerHost
{
    /// <summary>The law library that files may use.</summary>
    LawCatalog Law { get; }

    /// <summary>The project of a folder, without a look at its files; quick.</summary>
    ProjectFolder Locate(string folder);

    /// <summary>The policy files of a folder, found as <c>policyc check</c> finds them.</summary>
    FolderFiles Find(string folder);

    /// <summary>Reads a file; never throws.</summary>
    FileText Read(string path);

    /// <summary>The address of a file of the prelude or of the law library, by its name; null where it cannot be shown.</summary>
    string? ShippedFile(string name);

    /// <summary>The address of the help page of a diagnostic; null where there is none.</summary>
    string? HelpPage(string code);
}

/// <summary>Thrown where the host cannot give now what it has at other times; its message is a sentence for the user.</summary>
internal sealed class UnavailableException(string message) : Exception(message);

/// <summary>The files of a folder.</summary>
/// <param name="Paths">Absolute.</param>
/// <param name="Diagnostics">Findings in the project file.</param>
/// <param name="Settings">What the project file decides.</param>
/// <param name="Folder">The project.</param>
internal sealed record FolderFiles(
    ImmutableArray<string> Paths, ImmutableArray<CoreDiagnostic> Diagnostics, WorkspaceSettings Settings, ProjectFolder Folder);

/// <summary>A project of the window.</summary>
/// <param name="Root">Its folder, the same for every folder of the window that belongs to it.</param>
/// <param name="NameOf">The name of a file among those of the project, by whatever path it is asked for; null for one that does not belong
/// to it.</param>
internal sealed record ProjectFolder(string Root, Func<string, string?> NameOf);

/// <summary>A file's text, or why it cannot be read.</summary>
internal sealed record FileText(string? Text, CoreDiagnostic? Problem);
