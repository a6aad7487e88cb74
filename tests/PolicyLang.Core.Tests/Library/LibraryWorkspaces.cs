using PolicyLang.Analysis;
using PolicyLang.Law;
using PolicyLang.Library;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Library;

/// <summary>Workspaces of the law library.</summary>
internal static class LibraryWorkspaces
{
    /// <summary>The folder of what instruments of several orders find between each other.</summary>
    public const string Interplay = "interplay";

    /// <summary>The library's catalog, from which files may use law.</summary>
    public static readonly LawCatalog Catalog = new(LawLibrary.Version, LawLibrary.ReadIndex, LawLibrary.Read);

    /// <summary>A workspace without files, the library at hand.</summary>
    public static readonly Workspace AtHand = Workspace.Empty.With(Catalog);

    private static readonly Lazy<Workspace> Whole = new(() => Of([.. LawLibrary.Files.Select(f => f.Order).Distinct()]));

    /// <summary>All files of the library.</summary>
    public static Workspace All => Whole.Value;

    /// <summary>The files of some legal orders.</summary>
    public static Workspace Of(params string[] orders) =>
        Workspace.Empty.With(LawLibrary.Files.Where(f => orders.Contains(f.Order)).Select(Text));

    /// <summary>Demands that all scenarios and checks pass, and that there are so many: none is lost in silence.</summary>
    public static void Passes(Workspace workspace, int scenarios, int checks)
    {
        ImmutableArray<ScenarioResult> results = workspace.RunScenarios();
        ImmutableArray<CheckResult> proofs = workspace.ProveChecks();
        Assert.Empty(results.SelectMany(r => r.Failures.Select(f => $"{r.Scenario.Title}: {f.Message}")));
        Assert.Empty(proofs.Where(p => p.Failure is not null || p.IsVacuous).Select(p => $"{p.Check.Title}: {p.Failure ?? "vacuous"}"));
        Assert.Equal((scenarios, checks), (results.Length, proofs.Length));
    }

    private static KeyValuePair<string, string> Text(LawFile file) => new(file.Path, file.Read());
}
