using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Tests.Smt;
using PolicyLang.Oracle.Text;
using PolicyLang.Rules;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>The compiler and Z3 read random workspaces over whole domains: every day, counts to 2^63 - 1, hundreds of places.</summary>
public class Z3Tests(ITestOutputHelper output)
{
    private static readonly int Workspaces = int.TryParse(Environment.GetEnvironmentVariable("POLICYLANG_Z3_WORKSPACES"), out int number) ? number : 50;

    private const string NoCase = "no case";

    [Fact]
    public void Compiler_and_Z3_agree()
    {
        Assert.SkipUnless(Z3Solver.IsHere, "libz3 is not installed (Debian and Ubuntu: libz3-4).");
        var failures = new List<string>();
        TimeSpan time = TimeSpan.Zero;
        TimeSpan own = TimeSpan.Zero;
        TimeSpan ownKnown = TimeSpan.Zero;
        int ownPairs = 0;
        int pairs = 0;
        int conflicts = 0;
        var codes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int seed = 70_001; seed <= 70_000 + Workspaces && failures.Count < 3; seed++)
        {
            using SmtCourt court = Create(seed, out LawModel law);
            string text = PolicyText.Of(law);
            Workspace workspace = Workspace.Empty.With("law.policy", text);
            string[] expected = [.. court.Conflicts()];
            string[] actual = [.. workspace.OpenConflicts.Where(IsOfTwo).Select(c => $"{c.Descriptor.Code} {string.Join("+", c.Clauses)}").Order(StringComparer.Ordinal)];
            if (!expected.SequenceEqual(actual))
            {
                failures.Add($"seed {seed}: Z3 [{string.Join("; ", expected)}], compiler [{string.Join("; ", actual)}]\n{text}");
            }

            expected.Select(e => e[..6]).ToList().ForEach(c => codes[c] = codes.GetValueOrDefault(c) + 1);
            failures.AddRange(Points(law, workspace, court, new Random(seed)).Select(f => $"seed {seed}: {f}\n{text}"));
            (TimeSpan all, TimeSpan known, int opposing) = PairTime(workspace);
            own += all;
            ownKnown += known;
            ownPairs += opposing;
            time += court.PairTime;
            pairs += court.Pairs;
            conflicts += expected.Length;
        }

        output.WriteLine($"{Workspaces} workspaces, {pairs} pairs, {conflicts} conflicts ({string.Join(", ", codes.Select(c => $"{c.Key} {c.Value}"))}), {time.TotalMicroseconds / Math.Max(1, pairs):F0} microseconds each with Z3, {own.TotalMicroseconds / Math.Max(1, ownPairs):F2} with regions, {ownKnown.TotalMicroseconds / Math.Max(1, ownPairs):F3} once it is known where rules stand");
        failures.ForEach(output.WriteLine);
        Assert.Empty(failures);
    }

    // What the same question costs the engine: is there a case in which both of two opposing rules stand? Where they stand is part of each
    // question to Z3 and found once for all pairs here, so both are told: with that, and once it is known.
    private static (TimeSpan All, TimeSpan Known, int Pairs) PairTime(Workspace workspace)
    {
        _ = Time(workspace);
        return Time(workspace);
    }

    private static (TimeSpan All, TimeSpan Known, int Pairs) Time(Workspace workspace)
    {
        const int Rounds = 50;
        RuleBook book = RuleBook.Create(workspace.Model, TestContext.Current.CancellationToken);
        (Rule One, Rule Other)[] pairs = [.. book.Rules.SelectMany(a => book.Rules.Where(b => a.Number < b.Number && a.Opposes(b)).Select(b => (a, b)))];
        long start = Stopwatch.GetTimestamp();
        int first = Meeting(book, pairs);
        TimeSpan all = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        for (int round = 0; round < Rounds; round++)
        {
            Assert.Equal(first, Meeting(book, pairs));
        }

        return (all, Stopwatch.GetElapsedTime(start) / Rounds, pairs.Length);
    }

    private static int Meeting(RuleBook book, (Rule One, Rule Other)[] pairs)
    {
        int meeting = 0;
        foreach ((Rule one, Rule other) in pairs)
        {
            meeting += book.Space.Regions.TryWithin(() => book.Space.Regions.Overlaps(book.Undefeated(one), book.Undefeated(other))).Or(false) ? 1 : 0;
        }

        return meeting;
    }

    private static IEnumerable<string> Points(LawModel law, Workspace workspace, SmtCourt court, Random random)
    {
        for (int i = 0; i < 3; i++)
        {
            var point = new SmtPoint(law, court.Clocks, random);
            Decision? decision = workspace.Decide(point.Facts, out ImmutableArray<Problem> problems);
            string expected = court.Applied(point.Values) is { } applied ? string.Join(" ", applied) : NoCase;
            string actual = decision is not null ? string.Join(" ", decision.Applied) : problems.All(p => p.ToString().Contains("assum", StringComparison.Ordinal)) ? NoCase : string.Join(" ", problems);
            if (expected != actual)
            {
                yield return $"at {string.Join(" ", point.Facts.Select(f => $"{f.Attribute}={string.Join("+", f.Values)}"))}: Z3 [{expected}], compiler [{actual}]";
            }
        }
    }

    // A workspace that the formulas cover, and of which some case exists.
    private static SmtCourt Create(int seed, out LawModel law)
    {
        for (int attempt = 0; ; attempt++)
        {
            law = Simple(WorkspaceGenerator.Law(seed, attempt, Constructs.Solver));
            var court = new SmtCourt(law);
            if (court.HasCases)
            {
                return court;
            }

            court.Dispose();
        }
    }

    // What the formulas do not cover: checks, which are no law. The generator leaves out law about the law of parties (Constructs.Solver).
    private static LawModel Simple(LawModel law) => law with { Checks = [], ConflictChecks = [] };

    // Nor do they cover conflicts of more than two clauses.
    private static bool IsOfTwo(Conflict conflict) => conflict.Clauses.Length == 2;
}
