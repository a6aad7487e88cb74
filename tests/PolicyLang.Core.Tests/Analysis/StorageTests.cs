using PolicyLang.Analysis.Storage;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class StorageTests
{
    private static readonly RawFact[] Facts = [new("date", ["2024-01-01"]), new("actor", ["Controller"]), new("data", ["Health"])];

    private static readonly string Duties = Law.Framework("V", "VN", "sovereignty Keep { Controller must store Health from VN in VN }")
        + Law.Framework("A", "ID", "sovereignty Keep { Controller must store Health from ID in VN, ID or SG }")
        + Law.Framework("C", "CN", "sovereignty Keep { Controller must store Health from CN in CN }");

    [Theory]
    [InlineData("VN", "VN")]
    [InlineData("VN ID", "VN")]
    [InlineData("VN ID CN", "VN CN")]
    [InlineData("ID", "ID/SG/VN")]
    [InlineData("DE", "")]
    public void The_places_are_as_few_as_can_be(string origins, string places)
    {
        StorageReport report = Find(Law.Of(Duties), origins);

        Assert.Equal(
            places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            report.Places.Select(p => string.Join("/", p.Choices.Select(c => c.Name).Where(n => n.Length == 2).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
        Assert.True(report.IsPossible);
    }

    [Fact]
    public void What_makes_it_impossible_is_a_smallest_core()
    {
        Workspace workspace = Law.Of(Duties + Law.Framework("P", "KR", """
            sovereignty No { Controller must not store Health from VN }
            sovereignty Other { Controller must not store Health from VN in CN }
            """));

        StorageReport report = Find(workspace, "VN CN");

        Assert.False(report.IsPossible);
        Assert.Empty(report.Places);
        StorageDuty duty = Assert.Single(report.Duties, d => d.Places.IsEmpty);
        Assert.Equal("V.Keep", duty.Clause);
        Assert.Equal(["P.No"], duty.Core);
    }

    [Fact]
    public void A_duty_that_something_else_fulfils_is_none_to_store()
    {
        Workspace workspace = Law.Of(Law.Framework("V", "VN", "sovereignty Keep { Controller must store or disclose Health from VN }"));

        Assert.Empty(Find(workspace, "VN").Duties);
    }

    [Fact]
    public void A_place_that_is_none_is_told()
    {
        Assert.Null(Law.Of(Duties).Storage(Facts, ["Atlantis"], out ImmutableArray<Problem> problems));
        Assert.Contains("Atlantis", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    private static StorageReport Find(Workspace workspace, string origins)
    {
        StorageReport? report = workspace.Storage(Facts, [.. origins.Split(' ')], out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        Assert.NotNull(report);
        return report;
    }
}
