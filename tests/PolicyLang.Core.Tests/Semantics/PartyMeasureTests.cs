using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Semantics;

/// <summary>A party excuses law of its own only, be it by a reservation or by a leave.</summary>
public sealed class PartyMeasureTests
{
    private static readonly string Instruments =
        Law.Framework("L", "JP", "norm G { parties must not prohibit transfer any } norm A { parties may prohibit transfer any prevails over G }", "parties JP, US, EU")
        + string.Concat(new[] { "JP", "US", "CA", "DE", "EU" }.Select(p => Law.Framework($"Of{p}", p, $"transfer B {{ Exporter must not transfer Health from {p} to CN }}")))
        + "jurisdiction US { US_CA }\n" + Law.Framework("OfState", "US_CA", "transfer B { Exporter must not transfer Health from US_CA to CN }");

    private static string[] Mistakes(string party) =>
        [.. Workspace.Empty.With("law.policy", Instruments + party).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && d.Code.StartsWith("PL2", StringComparison.Ordinal)).Select(d => $"{d.Code} {d.Message}")];

    [Theory]
    [InlineData("US", "OfUS")]
    [InlineData("US", "OfUS.B")]
    [InlineData("US", "OfState")]
    [InlineData("EU", "OfEU")]
    [InlineData("EU", "OfDE")]
    public void Law_of_the_party_is_excused(string party, string measure)
    {
        Assert.Empty(Mistakes($"party {party} {{ invokes L.A for {measure} since 2021-01-01 }}"));
        Assert.Empty(Mistakes($"party {party} {{ adopts L since 2021-01-01 reserving L.G for {measure} }}"));
    }

    [Theory]
    [InlineData("US", "OfCA", "'OfCA' is law of CA")]
    [InlineData("US", "OfEU.B", "'OfEU.B' is law of EU")]
    [InlineData("EU", "OfUS", "'OfUS' is law of US")]
    public void Law_of_somebody_else_is_not(string party, string measure, string because)
    {
        string expected = $"PL2003 {because}; only law of {party} can be excused for {party}.";
        Assert.Equal([expected], Mistakes($"party {party} {{ invokes L.A for {measure} since 2021-01-01 }}"));
        Assert.Equal([expected], Mistakes($"party {party} {{ adopts L since 2021-01-01 reserving L.G for {measure} }}"));
    }
}
