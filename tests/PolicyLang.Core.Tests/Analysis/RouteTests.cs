using PolicyLang.Analysis;
using PolicyLang.Analysis.Routes;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class RouteTests
{
    private static readonly RawFact[] Facts = [new("date", ["2024-01-01"]), new("action", ["transfer"]), new("actor", ["Exporter"]), new("data", ["Health"])];

    private static readonly Workspace Onward = Law.Of(
        Law.Framework("J", "JP", """
            transfer Out { must not transfer Health from JP to outside JP, KR, NZ unless safeguards include all of SCC, BCR }
            transfer Onward { must not transfer Health collected in JP from NZ to US }
            """)
        + Law.Framework("K", "KR", "transfer Out { must not transfer Health from KR to outside KR unless safeguards include CBPR }"));

    [Fact]
    public void The_cheapest_route_has_the_fewest_safeguards()
    {
        RouteReport report = Find(Onward, "JP", "US");

        Assert.Equal(TransferAnswer.Safeguards, report.Direct.Cell.Answer);
        Assert.Equal(2, report.Direct.Cost);
        Assert.Equal(["JP>NZ", "NZ>DE", "DE>US"], report.Cheapest.Select(h => $"{h.From.Name}>{h.To.Name}"));
        Assert.True(report is { Cost: 0, IsBarredEndToEnd: true });
    }

    [Fact]
    public void Law_that_follows_the_data_reaches_every_hop()
    {
        Assert.DoesNotContain(Find(Onward, "JP", "US").Detours, d => d.Via.Places.Any(p => p.Name is "NZ" or "KR"));
        Detour detour = Assert.Single(Find(Onward, "JP", "MX").Detours);
        Assert.Equal(["NZ"], detour.Via.Places.Select(p => p.Name));
    }

    [Fact]
    public void What_is_open_directly_is_the_cheapest_route_and_barred_nowhere()
    {
        RouteReport report = Find(Onward, "JP", "KR");

        Assert.Single(report.Cheapest);
        Assert.Empty(report.Detours);
        Assert.False(report.IsBarredEndToEnd);
    }

    [Fact]
    public void Where_nothing_helps_there_is_no_route()
    {
        Workspace walled = Law.Of(Law.Framework("J", "JP", "transfer Out { must not transfer Health from JP to outside JP }"));

        Assert.Empty(Find(walled, "JP", "US").Cheapest);
    }

    [Fact]
    public void A_place_that_is_none_is_told()
    {
        Assert.Null(Onward.Routes(Facts, "JP", "Atlantis", out ImmutableArray<Problem> problems));
        Assert.Equal(["There is no jurisdiction 'Atlantis'."], problems.Select(p => p.Message));
    }

    private static RouteReport Find(Workspace workspace, string from, string to)
    {
        RouteReport? report = workspace.Routes(Facts, from, to, out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        Assert.NotNull(report);
        return report;
    }
}
