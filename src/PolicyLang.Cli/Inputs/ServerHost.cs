using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Inputs;

/// <summary>Gives the language server the files that <c>policyc check</c> would read.</summary>
internal sealed class ServerHost(CommandHost host) : IServerHost
{
    public FolderFiles Find(string folder)
    {
        CommandHost at = host with { WorkingFolder = folder };
        try
        {
            SourceFiles files = ProjectFile.Find(folder, at) is { } project
                ? SourceFiles.OfProject(project, at)
                : new SourceFiles([.. FolderWalk.PolicyFiles(folder, at)], [], false, null);
            return new FolderFiles(
                [.. files.Paths.Select(Slashed)],
                [.. files.Diagnostics.Select(found => Placed(found, at))],
                files.Project?.Settings.Workspace ?? WorkspaceSettings.Default);
        }
        catch (InputException exception)
        {
            // Where nothing can be listed, the project file is the place to look.
            string file = Slashed(Path.Combine(folder, ProjectFile.FileName));
            return new FolderFiles([],
                [.. exception.Problems.Where(problem => problem.Descriptor != ProjectDiagnostics.NoPolicyFiles)
                .Select(problem => problem.Finding is { } found ? Placed(found, at) : DiagnosticAt(file, problem))],
                WorkspaceSettings.Default);
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

    public string? PreludeFile(string name)
    {
        string file = Path.Combine(AppContext.BaseDirectory, name);
        return File.Exists(file) ? new Uri(file).AbsoluteUri : null;
    }

    public string? HelpPage(string code)
    {
        string page = Path.Combine(AppContext.BaseDirectory, "diagnostics", code + ".md");
        return File.Exists(page) ? new Uri(page).AbsoluteUri : null;
    }

    private static Diagnostic Placed(Diagnostic found, CommandHost at) =>
        found with { Location = found.Location with { File = Slashed(at.FullPath(found.Location.File)) } };

    private static Diagnostic DiagnosticAt(string file, InputProblem problem) =>
        problem.Descriptor.Create(new Location(file, new SourceText(string.Empty), new TextSpan(0, 0)), problem.Message, problem.Help);

    private static string Slashed(string path) => path.Replace('\\', '/');
}
