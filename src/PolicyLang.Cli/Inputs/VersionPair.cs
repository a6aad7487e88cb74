using PolicyLang.Projects;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Inputs;

/// <summary>Two versions of the same law, each beside the same other law.</summary>
/// <param name="Old">The old version.</param>
/// <param name="New">The new version; where the settings are the same, it follows from the old one, so that only what differs is worked
/// out.</param>
internal sealed record VersionPair(LoadedWorkspace Old, LoadedWorkspace New)
{
    /// <summary>Reads them.</summary>
    /// <param name="old">The old version.</param>
    /// <param name="now">The new version.</param>
    /// <param name="with">Paths of other law, which is the same beside both.</param>
    /// <param name="law">The law library of the option <c>--law</c>.</param>
    /// <param name="asOf">The day as of which conflicts are judged, or <c>today</c>; null for the one that the project says.</param>
    /// <param name="host">Where paths start.</param>
    /// <exception cref="InputException">Something cannot be read.</exception>
    public static VersionPair Read(
        string old, string now, IReadOnlyList<string> with, string? law, string? asOf, CommandHost host)
    {
        VersionFiles before = VersionFiles.Read(old, now, host);
        VersionFiles after = VersionFiles.Read(now, old, host);
        var taken = new HashSet<string>(before.Texts.Concat(after.Texts).Select(t => t.Key), StringComparer.Ordinal);
        ImmutableArray<KeyValuePair<string, string>> beside = with.Count == 0 ? [] :
        [
            .. SourceFiles.Find(with, host).Files.Select(f => KeyValuePair.Create(
                Free(host.NameOf(f.Path), taken), PolicyFileReader.Read(f.Path, host.Show(f.Path)))),
        ];
        LawAtHand library = LawAtHand.Of(law, host);
        Workspace first = library.Start(host).With(Settings(before, asOf, host)).With(before.Texts.AddRange(beside));

        // Only from a version that is judged can the next one follow.
        _ = first.Diagnostics;
        WorkspaceSettings settings = Settings(after, asOf, host);
        Workspace second = settings == first.Settings
            ? before.Texts.Select(t => t.Key).Except(after.Texts.Select(t => t.Key)).Aggregate(first, (all, gone) => all.Without(gone))
                .With(after.Texts.Except(before.Texts))
            : library.Start(host).With(settings).With(after.Texts.AddRange(beside));
        return new VersionPair(
            new LoadedWorkspace(first, [], ProjectOutput.None, null), new LoadedWorkspace(second, [], ProjectOutput.None, null));
    }

    private static WorkspaceSettings Settings(VersionFiles files, string? asOf, CommandHost host) => files.Settings.Workspace with
    {
        AsOf = Commands.DateArgument.ParseAsOf(asOf ?? files.Settings.AsOf, host),
    };

    private static string Free(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
        {
            name = "./" + name;
        }

        return name;
    }
}
