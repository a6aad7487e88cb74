using PolicyLang.Analysis;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Docs;

/// <summary>
/// The instruments of <c>tests/cases/encodings</c>, one folder for each: every scenario and every check passes in a folder with what it needs,
/// and in all folders together with the examples. The numbers are exact, so that none is lost in silence.
/// </summary>
public sealed class EncodingsTests
{
    private const string Root = "tests/cases/encodings";

    /// <summary>Folder, other folders that it needs, scenarios and checks of them all.</summary>
    public static TheoryData<string, string, int, int> Folders { get; } = new()
    {
        { "brazil", "", 7, 1 },
        { "c108p", "", 1, 0 },
        { "cbpr", "", 4, 2 },
        { "cfr202", "", 33, 2 },
        { "cloud-agreements", "", 6, 1 },
        { "cn-shared", "cn-cac cn-cert cn-csl cn-dsl cn-pipl", 52, 4 },
        { "data-act", "", 12, 1 },
        { "depa", "usmca", 14, 3 },
        { "evidence", "", 6, 1 },
        { "ffd", "", 4, 1 },
        { "id-gr71", "", 11, 1 },
        { "in-dpdp", "", 10, 1 },
        { "jp-appi", "", 9, 1 },
        { "kr-pipa", "", 9, 1 },
        { "malabo", "", 6, 2 },
        { "rcep", "usmca", 20, 3 },
        { "ru-12", "", 2, 0 },
        { "tca", "", 4, 0 },
        { "uk", "", 17, 2 },
        { "ungge", "", 5, 1 },
        { "usmca", "", 10, 3 },
        { "vn-pdpl", "", 12, 1 },
    };

    private static Workspace Load(IEnumerable<string> folders) =>
        Workspace.Empty.With(folders.SelectMany(f => Repository.Files(f, "*.policy")).Select(f => new KeyValuePair<string, string>(f, Repository.Read(f))));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_passes_with_what_it_needs(string folder, string needs, int scenarios, int checks)
    {
        Workspace workspace = Load(needs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(folder).Select(f => $"{Root}/{f}"));
        Assert.Empty(workspace.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Information).Select(d => $"{d.Location.Start.Line + 1}: {d.Code} {d.Message}"));
        Passes(workspace, scenarios, checks);
    }

    [Fact]
    public void No_folder_is_left_out() =>
        Assert.Equal(
            Repository.Files(Root, "*.policy").Select(f => f[(Root.Length + 1)..].Split('/')[0]).Distinct().Order(StringComparer.Ordinal),
            Folders.SelectMany(row => row.Data.Item2.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(row.Data.Item1)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void All_folders_pass_together() => Passes(Load([Root]), 234, 26);

    [Fact]
    public void All_folders_pass_together_with_the_examples() => Passes(Load([Root, "examples"]), 282, 27);

    private static void Passes(Workspace workspace, int scenarios, int checks)
    {
        ImmutableArray<ScenarioResult> results = workspace.RunScenarios();
        ImmutableArray<CheckResult> proofs = workspace.ProveChecks();
        Assert.Empty(results.SelectMany(r => r.Failures.Select(f => $"{r.Scenario.Title}: {f.Message}")));
        Assert.Empty(proofs.Where(p => p.Failure is not null || p.IsVacuous).Select(p => $"{p.Check.Title}: {p.Failure ?? "vacuous"}"));
        Assert.Equal((scenarios, checks), (results.Length, proofs.Length));
    }
}
