using PolicyLang.Diagnostics;
using PolicyLang.Prelude;
using PolicyLang.Projects;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Inputs;

/// <summary>The files of a command, read and analysed.</summary>
/// <param name="Workspace">What is known about them.</param>
/// <param name="ProjectDiagnostics">Findings in the project file.</param>
/// <param name="Output">What the project wants of the output.</param>
/// <param name="ProjectFolder">The folder of the project file; null without one.</param>
internal sealed record LoadedWorkspace(
    Workspace Workspace, ImmutableArray<Diagnostic> ProjectDiagnostics, ProjectOutput Output, string? ProjectFolder)
{
    /// <summary>The name of standard input among the files.</summary>
    public const string InputName = "<stdin>";

    /// <summary>Every finding, sorted.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => ProjectDiagnostics.Length == 0
        ? Workspace.Diagnostics
        : [.. Workspace.Diagnostics.Concat(ProjectDiagnostics).Order(Comparer<Diagnostic>.Create(Diagnostic.Compare))];

    /// <summary>What could not be read.</summary>
    public ImmutableArray<InputProblem> Problems { get; private init; } = [];

    /// <summary>Whether the files are those of a law library.</summary>
    public bool IsLibrary { get; private init; }

    /// <summary>What was asked for, as the user wrote it.</summary>
    public ImmutableArray<string> Paths { get; private init; } = [];

    /// <summary>The files of vocabulary and law library with their absolute paths; null for what comes with policyc, and is no
    /// file.</summary>
    public ImmutableDictionary<string, string?> LibraryFiles { get; private init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Reads the files that the arguments name, all of them.</summary>
    /// <param name="arguments">The paths.</param>
    /// <param name="host">Where they are.</param>
    /// <param name="law">The law library of the option <c>--law</c>; null for the one that comes with policyc.</param>
    /// <param name="judged">Whether the command tells of conflicts, so that the day as of which they are judged matters.</param>
    /// <param name="asOf">That day, or <c>today</c>; null for the one that the project file says, if it does.</param>
    /// <exception cref="InputException">A file is missing or cannot be read.</exception>
    public static LoadedWorkspace Read(
        IReadOnlyList<string> arguments, CommandHost host, string? law, bool judged = false, string? asOf = null)
    {
        LoadedWorkspace loaded = ReadWhatCanBe(arguments, host, law, judged, asOf);
        return loaded.Problems.IsEmpty ? loaded : throw new InputException(loaded.Problems);
    }

    /// <summary>Reads those that can be read of the files that the arguments name: one that cannot hides none of the others.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    /// <exception cref="InputException">A path leads nowhere, or nothing can be read.</exception>
    public static LoadedWorkspace ReadWhatCanBe(
        IReadOnlyList<string> arguments, CommandHost host, string? law, bool judged = false, string? asOf = null)
    {
        LawAtHand library = LawAtHand.Of(law, host);
        if (library.IsInput(arguments))
        {
            return new LoadedWorkspace(OfLibrary(library, host, judged ? Commands.DateArgument.ParseAsOf(asOf, host) : null), [],
                ProjectOutput.None, null)
            {
                IsLibrary = true,
                Paths = library.IsBuiltIn || law is null ? [] : [law],
                LibraryFiles = OnDisk(library.IsBuiltIn ? library.Files.Select(f => f.Key) : [], library),
            };
        }

        SourceFiles files = SourceFiles.Find(arguments, host);
        var texts = new List<KeyValuePair<string, string>>();
        var problems = files.Problems.ToBuilder();
        IEnumerable<Func<KeyValuePair<string, string>>> all = files.Files
            .Select(file => (Func<KeyValuePair<string, string>>)(() => new(host.NameOf(file.Path), Text(file.Path, host))))
            .Concat(files.ReadsInput ? [() => new(InputName, PolicyFileReader.Read(host.Input, InputName))] : []);
        foreach (Func<KeyValuePair<string, string>> read in all)
        {
            try
            {
                texts.Add(read());
            }
            catch (InputException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        if (texts.Count == 0 && problems.Count > 0)
        {
            throw new InputException(problems.ToImmutable());
        }

        WorkspaceSettings settings = files.Project?.Settings.Workspace ?? WorkspaceSettings.Default;
        CalendarDay? day = judged ? Commands.DateArgument.ParseAsOf(asOf ?? files.Project?.Settings.AsOf, host) : null;
        Workspace workspace = library.Start(host).With(settings with { AsOf = day }).With(texts);
        return new LoadedWorkspace(
            workspace, files.Diagnostics, files.Project?.Settings.Output ?? ProjectOutput.None, files.Project?.Folder)
        {
            Problems = problems.ToImmutable(),
            Paths = [.. arguments],
            LibraryFiles = OnDisk(workspace.Law.Trees.Select(tree => tree.File), library),
        };
    }

    private static Workspace OfLibrary(LawAtHand library, CommandHost host, CalendarDay? asOf) =>
        library.Start(host).AsOf(asOf).With(library.Shown);

    private static ImmutableDictionary<string, string?> OnDisk(IEnumerable<string> law, LawAtHand library) =>
        PreludeFiles.All.Select(file => KeyValuePair.Create(file.Key, (string?)null))
            .Concat(law.Select(file => KeyValuePair.Create(file, library.OnDisk(file))))
            .ToImmutableDictionary(StringComparer.Ordinal);

    private static string Text(string path, CommandHost host) => PolicyFileReader.Read(path, host.Show(path));
}
