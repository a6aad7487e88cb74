using System.Diagnostics;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Tests.Comparison;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;

namespace PolicyLang.Oracle.Tests;

/// <summary>The compiler and the oracle read random workspaces, and say the same of each.</summary>
public class RandomWorkspacesTests(ITestOutputHelper output)
{
    private const int Batches = 10;

    /// <summary>The seed of the first workspace; a long run may begin elsewhere.</summary>
    private static readonly int First = Number("POLICYLANG_ORACLE_FIRST", 1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly int Workspaces = Number("POLICYLANG_ORACLE_WORKSPACES", 150);

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, Batches)];

    private static IReadOnlySet<string> Kinds { get; } = new HashSet<string>(["PL4001", "PL4002", "PL4003", "PL4004", "PL4005", "PL4006", "PL4008", "PL4009", "PL4010", "PL4011"]);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Compiler_and_oracle_agree(int part)
    {
        var failures = new List<string>();
        for (int i = part; i < Workspaces && failures.Count < 3; i += Batches)
        {
            int seed = First + i;
            Court court = WorkspaceGenerator.Create(seed, Constructs.Today, largest: 4000);
            if (Differ(court, seed) is { Count: > 0 } differences)
            {
                failures.Add(Explain(court.Law, seed, differences));
            }
        }

        failures.ForEach(output.WriteLine);
        Assert.Empty(failures);
    }

    private static IReadOnlyList<string> Differ(Court court, int seed) => Differences.Of(court, Kinds, decisions: 30, seed);

    private static string Explain(LawModel law, int seed, IReadOnlyList<string> differences)
    {
        string kind = KindOf(differences[0]);
        // What the compiler refuses is a mistake of the generator; smaller workspaces would be refused for other reasons.
        var watch = Stopwatch.StartNew();
        LawModel small = kind.StartsWith("PL", StringComparison.Ordinal) ? law : Shrinker.Shrink(law, candidate => watch.Elapsed < Patience && Try(candidate, seed).Any(d => KindOf(d) == kind));
        return $"seed {seed}:\n{string.Join("\n", Try(small, seed).Take(8))}\n{PolicyText.Of(small)}";
    }

    private static string KindOf(string difference) => difference.Split(' ', ':')[0];

    private static IReadOnlyList<string> Try(LawModel law, int seed)
    {
        try
        {
            var court = new Court(law, lasts: seed % 2 == 1);
            return court.World.Size > 20_000 ? [] : Differ(court, seed);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            // Something is missing that another sentence still names.
            return [];
        }
    }

    internal static int Number(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), out int number) ? number : otherwise;
}
