using PolicyLang.Diagnostics;
using PolicyLang.Law;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Library;

/// <summary>
/// Every scenario and every check of the law library passes: in each legal order with those that it needs, and in all together. What they find
/// between each other is told by <see cref="LibraryInterplayTests"/>.
/// </summary>
public sealed class LibraryScenariosTests
{
    /// <summary>An order, others that it needs, scenarios and checks of them all.</summary>
    public static TheoryData<string, string, int, int> Orders { get; } = new()
    {
        { "br", "", 18, 2 },
        { "cn", "", 94, 8 },
        { "convention108plus", "", 1, 0 },
        { "cptpp", "trade", 27, 2 },
        { "depa", "trade", 8, 1 },
        { "eu", "", 110, 12 },
        { "gb", "us cn eu", 349, 31 },
        { "globalcbpr", "", 6, 2 },
        { "id", "", 16, 4 },
        { "in", "", 13, 4 },
        { "jp", "", 17, 4 },
        { "kr", "", 21, 2 },
        { "malabo", "", 6, 2 },
        { "rcep", "trade", 16, 2 },
        { "ru", "", 19, 3 },
        { "tca", "", 6, 1 },
        { "un", "", 16, 2 },
        { "us", "cn eu", 310, 27 },
        { "usmca", "trade", 12, 3 },
        { "vn", "", 29, 3 },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_legal_order_passes_with_what_it_needs(string order, string needs, int scenarios, int checks)
    {
        Workspace workspace = LibraryWorkspaces.Of([order, .. needs.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Empty(workspace.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Information && !d.Code.StartsWith("PL4", StringComparison.Ordinal)).Select(d => $"{d.Location.File}: {d.Code} {d.Message}"));
        LibraryWorkspaces.Passes(workspace, scenarios, checks);
    }

    [Fact]
    public void No_order_is_left_out() =>
        Assert.Equal(
            LawLibrary.Files.Select(f => f.Order).Where(o => o != LibraryWorkspaces.Interplay).Distinct().Order(StringComparer.Ordinal),
            Orders.SelectMany(row => row.Data.Item2.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(row.Data.Item1)).Distinct().Order(StringComparer.Ordinal));

    /// <summary>What an instrument is for is proved, not only shown by cases.</summary>
    [Fact]
    public void Every_instrument_in_force_has_scenarios_and_a_check()
    {
        HashSet<string> told = [.. LibraryWorkspaces.All.RunScenarios().Select(r => r.Scenario.Head.File)];
        HashSet<string> proved = [.. LibraryWorkspaces.All.ProveChecks().Select(p => p.Location.File)];
        Assert.All(
            LibraryWorkspaces.All.Model.Frameworks.Where(f => !f.IsDraft && LawLibrary.Instruments.Any(i => i.Path == f.Location.File))
                .Select(f => f.Location.File.Replace(".policy", ".scenarios.policy", StringComparison.Ordinal)),
            scenarios => Assert.True(told.Contains(scenarios) && proved.Contains(scenarios), scenarios));
    }

    [Fact]
    public void All_orders_pass_together() => LibraryWorkspaces.Passes(LibraryWorkspaces.All, 600, 70);

    [Fact]
    public void Scenarios_touch_every_part_of_every_clause_of_conduct() =>
        Assert.Empty(LibraryWorkspaces.All.Coverage().Where(p => !p.Covered || p.Undecided is not null).Select(p => $"{p.Clause.QualifiedName} where it {(p.Stands ? "stands" : "yields")}"));
}
