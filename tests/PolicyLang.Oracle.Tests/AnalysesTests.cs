using PolicyLang.Oracle.Tests.Comparison;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;

namespace PolicyLang.Oracle.Tests;

/// <summary>What is said of a workspace as a whole is what the single decisions of the oracle come to.</summary>
public class AnalysesTests
{
    private static readonly int Worlds = RandomWorkspacesTests.Number("POLICYLANG_ORACLE_ANALYSES", 60);

    [Fact]
    public void Every_entry_of_a_transfer_matrix_is_what_the_case_comes_to() => Hold(MatrixComparison.Transfers);

    [Fact]
    public void Every_entry_of_a_compliance_matrix_has_the_breaches_and_gaps_of_its_party() => Hold(MatrixComparison.Compliance);

    private static void Hold(Func<AnalysedWorld, (int Compared, IEnumerable<string> Differences)> compare)
    {
        int compared = 0;
        for (int seed = 1; seed <= Worlds; seed++)
        {
            Court court = WorkspaceGenerator.Create(seed, Constructs.Today, largest: 2000);
            (int count, IEnumerable<string> differences) = compare(new AnalysedWorld(court, new Random(seed)));
            compared += count;
            string[] found = [.. differences.Take(3)];
            Assert.True(found.Length == 0, $"seed {seed}:\n{string.Join("\n", found)}\n{PolicyText.Of(court.Law)}");
        }

        Assert.True(compared > Worlds, $"{compared} comparisons");
    }
}
