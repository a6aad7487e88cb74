using PolicyLang.Conflicts;
using PolicyLang.Testing;

namespace PolicyLang.Tests.Library;

/// <summary>
/// What the laws of the library find between each other: for each pair of frameworks how many conflicts of which kind. A new one is news, and shows here.
/// </summary>
public sealed class LibraryInterplayTests
{
    private static readonly ImmutableArray<Conflict> Found = LibraryWorkspaces.Of().Conflicts;

    [Fact]
    public void All_that_laws_find_between_each_other_is_known() =>
        Baseline.Verify(
            Repository.PathOf("tests/cases/law/interplay.txt"),
            string.Concat(Found.Where(c => c.Status != ConflictStatus.Resolved)
                .GroupBy(c => $"{c.Kind}/{c.Status} {string.Join(" x ", c.Clauses.Select(n => n.Split('.')[0]).Distinct().Order(StringComparer.Ordinal))}")
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Key}: {g.Count()}\n")));

    [Theory]
    [InlineData("CloudAct.S2713+GDPR.Art48")]
    [InlineData("CloudAct.S2713+DSL.Art36")]
    [InlineData("CloudAct.S2713+PIPL.Art41")]
    [InlineData("CPTPP.Art14_13_2+Decree53.Art26_2")]
    [InlineData("Decree53.Art26_2+RCEP.Art12_14_2")]
    [InlineData("CFR202.S301+USMCA.Art19_11_1")]
    public void The_famous_ones_are_there(string clauses) =>
        Assert.Contains(clauses, Found.Select(c => string.Join('+', c.Clauses)));

    [Fact]
    public void No_acknowledgement_is_stale() => Assert.DoesNotContain(LibraryWorkspaces.Of().Diagnostics, d => d.Code == "PL4007");
}
