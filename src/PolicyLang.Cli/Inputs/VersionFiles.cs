using PolicyLang.Projects;
using PolicyLang.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>The policy files of one version: a path, or a revision of git.</summary>
/// <param name="Title">What was asked for, as output shows it.</param>
/// <param name="Texts">Each file at its path from the version's own root, so that the same file of two versions has one name.</param>
/// <param name="Settings">What its project decides.</param>
internal sealed record VersionFiles(
    string Title, ImmutableArray<KeyValuePair<string, string>> Texts, ProjectSettings Settings)
{
    /// <summary>Reads a version.</summary>
    /// <param name="argument">A path, <c>REV:path</c>, or <c>REV</c>.</param>
    /// <param name="beside">The other version, whose path counts where a revision names none; null for the working folder.</param>
    /// <param name="host">Where paths start.</param>
    /// <exception cref="InputException">It is neither a path nor a revision, or cannot be read.</exception>
    public static VersionFiles Read(string argument, string? beside, CommandHost host)
    {
        string full = host.FullPath(argument);
        if (File.Exists(full) || Directory.Exists(full) || argument.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            return OfPath(argument, host);
        }

        int colon = argument.IndexOf(':', StringComparison.Ordinal);
        string revision = colon < 0 ? argument : argument[..colon];
        bool isPath =
            colon < 0 && (argument.Contains('/', StringComparison.Ordinal) || argument.Contains(".policy", StringComparison.Ordinal));
        var git = new Git(host.WorkingFolder);
        if (isPath && git.Commit(revision) is null)
        {
            throw PathArgument.Missing(argument, full, host);
        }

        string commit = git.Commit(revision) ?? throw Unknown(argument, revision);
        string path = colon >= 0 ? argument[(colon + 1)..] : beside is not null && Exists(beside, host) ? beside : ".";
        return OfRevision(git, commit, path, argument, host);
    }

    private static bool Exists(string path, CommandHost host) =>
        File.Exists(host.FullPath(path)) || Directory.Exists(host.FullPath(path));

    private static InputException Unknown(string argument, string revision) => new(new InputProblem(
        ProjectDiagnostics.NoRevision,
        $"'{argument}' is no file or folder, and git knows no revision '{revision}'.",
        "Name a path, REV:path such as main:rules, or a revision such as HEAD~1."));

    private static VersionFiles OfPath(string argument, CommandHost host)
    {
        SourceFiles files = SourceFiles.Find([argument], host);
        if (!files.Problems.IsEmpty)
        {
            throw new InputException(files.Problems);
        }

        string full = host.FullPath(argument);
        string root = Directory.Exists(full) ? full
            : File.Exists(full) ? Path.GetDirectoryName(full) ?? full
            : host.FullPath(Glob.Root(argument));
        return new VersionFiles(
            argument,
            [.. files.Files.Select(f => KeyValuePair.Create(
                OwnNames.Of(Path.GetRelativePath(root, f.Path).Replace('\\', '/')), PolicyFileReader.Read(f.Path, host.Show(f.Path))))],
            files.Project?.Settings ?? ProjectSettings.Default);
    }

    // The project file is that of the revision, too.
    private static VersionFiles OfRevision(Git git, string commit, string path, string argument, CommandHost host)
    {
        string below = Path.GetRelativePath(RealPath.Of(git.Root), RealPath.Of(host.FullPath(path))).Replace('\\', '/');
        below = below == "." ? string.Empty : below;
        if (below.StartsWith("..", StringComparison.Ordinal))
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.NoRevision, $"'{path}' lies outside the working copy '{git.Root}'.", "Name a path inside it."));
        }

        ImmutableArray<(string Path, string Id)> all = git.Files(commit, string.Empty);
        ImmutableArray<(string Path, string Id)> inside = [.. all.Where(f => IsBelow(f.Path, below))];
        (string folder, ProjectSettings settings) = Project(git, all, below, argument);
        var members = new ProjectMembers(settings);
        ImmutableArray<(string Path, string Id)> wanted = [.. inside.Where(f => f.Path == below || members.Has(From(folder, f.Path)))];
        if (wanted.IsEmpty)
        {
            throw new InputException(new InputProblem(
                ProjectDiagnostics.NoPolicyFiles,
                $"'{argument}' has no policy files{(below.Length == 0 ? string.Empty : $" at '{below}'")}.",
                "A policy file ends with .policy or .policy.md; name its folder as REV:path."));
        }

        string root = wanted.Length == 1 && wanted[0].Path == below ? Parent(below) : below;
        ImmutableArray<byte[]> contents = git.Read(wanted.Select(f => f.Id));
        return new VersionFiles(
            argument,
            [.. wanted.Select((f, i) => KeyValuePair.Create(
                OwnNames.Of(From(root, f.Path)), PolicyFileReader.Read(new MemoryStream(contents[i]), $"{argument} {f.Path}")))],
            settings);
    }

    private static (string Folder, ProjectSettings Settings) Project(
        Git git, ImmutableArray<(string Path, string Id)> all, string below, string argument)
    {
        for (string? folder = below; ; folder = Parent(folder))
        {
            string path = folder.Length == 0 ? ProjectFile.FileName : $"{folder}/{ProjectFile.FileName}";
            if (all.FirstOrDefault(f => f.Path == path) is { Id: { } id })
            {
                string shown = $"{argument} {path}";
                ProjectReading reading = ProjectFileReader.Read(shown, PolicyFileReader.Read(new MemoryStream(git.Read([id])[0]), shown));
                return reading.Unusable is { } why
                    ? throw new InputException(new InputProblem(why.Descriptor, $"{shown}: {why.Message}", why.Help))
                    : (folder, reading.Settings);
            }

            if (folder.Length == 0)
            {
                return (below, ProjectSettings.Default);
            }
        }
    }

    private static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string From(string folder, string path) => folder.Length == 0 || path == folder ? path : path[(folder.Length + 1)..];

    private static string Parent(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : string.Empty;
}
