using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer;
using PolicyLang.Library;
using PolicyLang.Prelude;
using PolicyLang.Projects;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.WebServer;

/// <summary>Gives the language server files in memory, by the rules of files on disk.</summary>
/// <param name="files">The files of the workspace.</param>
/// <param name="law">The law library.</param>
/// <param name="folder">The address below which vocabulary, law and help pages are served; it ends with a slash.</param>
internal sealed class WebHost(MemoryFiles files, FetchedLaw law, string folder) : IServerHost
{
    private const string ProjectFile = "policy.json";

    // That of the command line, which has disks.
    private static readonly DiagnosticDescriptor Unreadable =
        new("PL7005", "A file cannot be read", DiagnosticSeverity.Error, DiagnosticCategory.Project);

    public LawCatalog Law => law.Catalog;

    public ProjectFolder Locate(string folder) => Located(Project(folder).Settings, Trimmed(RootOf(folder)));

    public FolderFiles Find(string folder)
    {
        string root = Trimmed(RootOf(folder));
        ProjectReading project = Project(folder);
        var members = new ProjectMembers(project.Settings);
        return new FolderFiles(
            [.. files.Below(root).Where(members.Has).Select(path => $"{root}/{path}")],
            project.Diagnostics,
            project.Settings.Workspace,
            Located(project.Settings, root));
    }

    public FileText Read(string path) => files.Read(path) is { } text
        ? new FileText(text, null)
        : new FileText(null, Unreadable.Create(
            new Location(path, new SourceText(string.Empty), new TextSpan(0, 0)), $"'{path}' is gone.", "Open the folder again."));

    public string? ShippedFile(string name) => PreludeFiles.All.Any(f => f.Key == name) || Law.FileAt(name) is not null
        ? folder + name
        : null;

    public string? HelpPage(string code) => $"{folder}diagnostics/{code}.md";

    private static ProjectFolder Located(ProjectSettings settings, string root)
    {
        var members = new ProjectMembers(settings);
        return new ProjectFolder(root, path => path.StartsWith(root + "/", StringComparison.Ordinal)
            && members.Has(path[(root.Length + 1)..]) ? path : null);
    }

    private static string Trimmed(string folder) => folder.TrimEnd('/');

    // The first folder with a project file, going up, as on disk.
    private string RootOf(string folder)
    {
        for (string at = Trimmed(folder); ; at = at[..at.LastIndexOf('/')])
        {
            if (files.Read($"{at}/{ProjectFile}") is not null)
            {
                return at;
            }

            if (!at.Contains('/', StringComparison.Ordinal))
            {
                return folder;
            }
        }
    }

    private ProjectReading Project(string folder)
    {
        string path = $"{Trimmed(RootOf(folder))}/{ProjectFile}";
        if (files.Read(path) is not { } text)
        {
            return new ProjectReading(ProjectSettings.Default, []);
        }

        ProjectReading reading = ProjectFileReader.Read(path, text);
        return reading.Unusable is null ? reading : new ProjectReading(ProjectSettings.Default, [reading.Unusable]);
    }
}
