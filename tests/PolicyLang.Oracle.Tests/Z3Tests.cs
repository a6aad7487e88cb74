using System.Diagnostics;
using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Tests.Smt;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>The compiler and Z3 read random workspaces over whole domains: every day, counts to 2^63 - 1, hundreds of places.</summary>
public class Z3Tests(ITestOutputHelper output)
{
    private static readonly int Workspaces = int.TryParse(Environment.GetEnvironmentVariable("POLICYLANG_Z3_WORKSPACES"), out int number)
        ? number : 50;

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
            string[] expected = [.. court.Conflicts.Select(c => c.ToString())];
            string[] actual = [.. workspace.OpenConflicts.Where(c => c.Status != ConflictStatus.Resolved).Select(Told)
                .Order(StringComparer.Ordinal)];
            Compare("conflicts", expected, actual);
            Compare("checks", court.Checks.Select(c => c.ToString()), workspace.ProveChecks().Select(Outcome));
            Compare("superfluous", court.Superfluous, Superfluous(workspace));
            void Compare(string what, IEnumerable<string> z3, IEnumerable<string> compiler)
            {
                if (!z3.SequenceEqual(compiler))
                {
                    failures.Add($"seed {seed}: {what}: Z3 [{string.Join("; ", z3)}], compiler [{string.Join("; ", compiler)}]\n{text}");
                }
            }

            expected.Select(e => e[..6]).ToList().ForEach(c => codes[c] = codes.GetValueOrDefault(c) + 1);
            failures.AddRange(Points(law, workspace, court, new Random(seed)).Select(f => $"seed {seed}: {f}\n{text}"));
            (TimeSpan all, TimeSpan later, int opposing) = PairTime(workspace);
            own += all;
            ownKnown += later;
            ownPairs += opposing;
            time += court.PairTime;
            pairs += court.Pairs;
            conflicts += expected.Length;
        }

        string kinds = string.Join(", ", codes.Select(c => $"{c.Key} {c.Value}"));
        (double one, double region, double known) = (Each(time, pairs), Each(own, ownPairs), Each(ownKnown, ownPairs));
        output.WriteLine($"{Workspaces} workspaces, {pairs} pairs, {conflicts} conflicts ({kinds}), {one:F0} microseconds each with Z3, "
            + $"{region:F2} with regions, {known:F3} once it is known where rules stand");
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
        (Rule One, Rule Other)[] pairs =
            [.. book.Rules.SelectMany(a => book.Rules.Where(b => a.Number < b.Number && a.Opposes(b)).Select(b => (a, b)))];
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
            RegionSpace regions = book.Space.Regions;
            meeting += regions.TryWithin(() => regions.Overlaps(book.Undefeated(one), book.Undefeated(other))).Or(false) ? 1 : 0;
        }

        return meeting;
    }

    private static IEnumerable<string> Points(LawModel law, Workspace workspace, SmtCourt court, Random random)
    {
        for (int i = 0; i < 6; i++)
        {
            // Half of them lie where some rule applies, which few do that are drawn anywhere.
            IReadOnlyDictionary<string, string> near = i % 2 == 0 ? ImmutableDictionary<string, string>.Empty : court.Sample(random);
            var point = new SmtPoint(law, court.Clocks, near, random);
            Decision? decision = workspace.Decide(point.Facts, out ImmutableArray<Problem> problems);
            string expected = court.Decide(point.Values) ?? NoCase;
            string actual = decision is not null
                ? string.Join(" ", decision.Applied.Prepend(decision.Outcome.ToString().ToLowerInvariant()))
                : problems.All(p => p.ToString().Contains("assum", StringComparison.Ordinal)) ? NoCase : string.Join(" ", problems);
            if (expected != actual)
            {
                string at = string.Join(" ", point.Facts.Select(f => $"{f.Attribute}={string.Join("+", f.Values)}"));
                yield return $"at {at}: Z3 [{expected}], compiler [{actual}]";
            }
        }
    }

    // A workspace of which some case exists. The formulas have every construct of the generator; what is not
    // compared is what is resolved, whether a breach is excusable, witnesses and what is told of a decision beyond its outcome.
    private static SmtCourt Create(int seed, out LawModel law)
    {
        for (int attempt = 0; ; attempt++)
        {
            law = WorkspaceGenerator.Law(seed, attempt, Constructs.Today);
            var court = new SmtCourt(law);
            if (court.HasCases)
            {
                return court;
            }

            court.Dispose();
        }
    }

    private static double Each(TimeSpan time, int count) => time.TotalMicroseconds / Math.Max(1, count);

    private static string Told(Conflict c) =>
        SmtFinding.Of(c.Descriptor.Code, string.Join("+", c.Clauses), c.Parties.Select(p => p.Party).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Superfluous(Workspace workspace) => workspace.Diagnostics.Where(d => d.Code is "PL5001" or "PL5002")
        .Select(d => $"{d.Code} {d.Message.Split('\'')[1]}").Order(StringComparer.Ordinal);

    private static string Outcome(CheckResult result) =>
        (result.IsVacuous ? CheckOutcome.Vacuous : result.Failure is null ? CheckOutcome.Holds : CheckOutcome.Fails).ToString();
}
