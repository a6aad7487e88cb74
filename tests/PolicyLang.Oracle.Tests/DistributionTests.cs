using PolicyLang.Oracle.Tests.Generation;

namespace PolicyLang.Oracle.Tests;

/// <summary>Random workspaces use the whole language, so that it matters what they say.</summary>
public class DistributionTests(ITestOutputHelper output)
{
    private const int Fewest = 1_000;

    private static readonly ImmutableArray<string> Kinds = ["PL4001", "PL4002", "PL4003", "PL4004", "PL4005", "PL4006", "PL4008", "PL4009", "PL4010", "PL4011"];

    /// <summary>Of how many workspaces it is worked out; the long proof takes so many that a part of one in a hundred can be told.</summary>
    private static readonly int Workspaces = RandomWorkspacesTests.Number("POLICYLANG_ORACLE_DISTRIBUTION", 8);

    [Fact]
    public void Each_construct_takes_part_in_verdicts()
    {
        Dictionary<string, int> counts = Constructs.Today.Select(u => u.Construct.ToString()).Concat(Kinds).ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
        for (int seed = 1; seed <= Workspaces; seed++)
        {
            foreach (string name in Participation.Of(WorkspaceGenerator.Create(seed, Constructs.Today, largest: 4000), Constructs.Today))
            {
                counts[name]++;
            }
        }

        foreach ((string name, int count) in counts)
        {
            output.WriteLine($"{name}: {100.0 * count / Workspaces:0.0} %");
        }

        Assert.Contains(counts, c => c.Value > 0);
        if (Workspaces >= Fewest)
        {
            Assert.DoesNotContain(counts, c => c.Value * 100 < Workspaces);
        }
    }
}
