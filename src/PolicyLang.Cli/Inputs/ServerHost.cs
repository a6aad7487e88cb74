using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer;
using PolicyLang.Library;
using PolicyLang.Projects;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Inputs;

/// <summary>Gives the language server the files that <c>policyc check</c> would read.</summary>
internal sealed class ServerHost(CommandHost host) : IServerHost
{
    public LawCatalog Law => BuiltInLaw.Catalog;

    public ProjectFolder Locate(string folder) => Located(ProjectFile.Find(folder, host with { WorkingFolder = folder }), folder, []);

    public FolderFiles Find(string folder)
    {
        CommandHost at = host with { WorkingFolder = folder };
        ProjectFile? project = ProjectFile.Find(folder, at);
        WorkspaceSettings settings = Placed(project?.Settings.Workspace ?? WorkspaceSettings.Default, at);
        try
        {
            SourceFiles files = project is not null ? SourceFiles.OfProject(project, at) : SourceFiles.Find([], at);
            return new FolderFiles(
                [.. files.Files.Select(file => Slashed(file.Path))],
                [.. files.Diagnostics.Concat(Findings(files.Problems)).Select(found => Placed(found, at))],
                settings,
                Located(project, folder, files.Files));
        }
        catch (InputException exception)
        {
            return new FolderFiles(
                [],
                [.. (project?.Diagnostics ?? []).Concat(Findings(exception.Problems)).Select(found => Placed(found, at))],
                settings,
                Located(project, folder, []));
        }
    }

    // That there is no file is no finding here: nobody has asked for one.
    private static IEnumerable<Diagnostic> Findings(ImmutableArray<InputProblem> problems) =>
        problems.Where(problem => problem.Descriptor != ProjectDiagnostics.NoPolicyFiles)
            .Select(problem => problem.ToFinding(ProjectFile.FileName));

    // Files are identified by real path, so every link leads to the same text.
    private static ProjectFolder Located(ProjectFile? project, string folder, ImmutableArray<FoundFile> files)
    {
        string root = project?.Folder ?? folder;
        string real = RealPath.Of(root);
        ProjectMembers members = project?.Members ?? ProjectMembers.Default;
        var names = files.ToDictionary(file => file.Real, file => Slashed(file.Path), StringComparer.Ordinal);
        return new ProjectFolder(Slashed(real), file => Path.IsPathRooted(file) ? Name(RealPath.Of(file)) : null);

        string? Name(string path)
        {
            string below = Slashed(Path.GetRelativePath(real, path));
            return names.TryGetValue(path, out string? name) ? name
                : RealPath.IsWithin(path, real) && members.Has(below) ? Slashed(Path.Combine(root, below))
                : null;
        }
    }

    public FileText Read(string path)
    {
        try
        {
            return new FileText(PolicyFileReader.Read(path, Path.GetFileName(path)), null);
        }
        catch (InputException exception)
        {
            return new FileText(null, DiagnosticAt(path, exception.Problems[0]));
        }
    }

    public string? ShippedFile(string name)
    {
        string file = Path.Combine(AppContext.BaseDirectory, name);
        return File.Exists(file) ? new Uri(file).AbsoluteUri : null;
    }

    public string? HelpPage(string code)
    {
        string page = Path.Combine(AppContext.BaseDirectory, "diagnostics", code + ".md");
        return File.Exists(page) ? new Uri(page).AbsoluteUri : null;
    }

    private static Diagnostic Placed(Diagnostic found, CommandHost at) => found with { Location = Placed(found.Location, at) };

    // Report what the project file uses of the library at its place there.
    private static WorkspaceSettings Placed(WorkspaceSettings settings, CommandHost at) => settings with
    {
        Uses = [.. settings.Uses.Select(used => used with { Location = Placed(used.Location, at) })],
        LawVersion = settings.LawVersion is { } stated ? stated with { Location = Placed(stated.Location, at) } : null,
    };

    private static Location Placed(Location location, CommandHost at) => location with { File = Slashed(at.FullPath(location.File)) };

    private static Diagnostic DiagnosticAt(string file, InputProblem problem) =>
        problem.Descriptor.Create(new Location(file, new SourceText(string.Empty), new TextSpan(0, 0)), problem.Message, problem.Help);

    private static string Slashed(string path) => path.Replace('\\', '/');
}
