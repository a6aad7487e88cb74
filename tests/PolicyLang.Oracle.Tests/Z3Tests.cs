using System.Diagnostics;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Tests.Smt;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Rules;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>The compiler and Z3 read random workspaces over whole domains: every day, counts to 2^63 - 1, hundreds of places.</summary>
public class Z3Tests(ITestOutputHelper output)
{
    private static readonly int Workspaces = int.TryParse(Environment.GetEnvironmentVariable("POLICYLANG_Z3_WORKSPACES"), out int number) ? number : 50;

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
        for (int seed = 70_001; seed <= 70_000 + Workspaces && failures.Count < 3; seed++)
        {
            LawModel law = Simple(WorkspaceGenerator.Create(seed, Constructs.None, largest: int.MaxValue).Law);
            string text = PolicyText.Of(law);
            Workspace workspace = Workspace.Empty.With("law.policy", text);
            using var court = new SmtCourt(law);
            string[] expected = [.. court.Conflicts()];
            string[] actual = [.. workspace.OpenConflicts.Where(c => c.Clauses.Length == 2).Select(c => $"{c.Descriptor.Code} {string.Join("+", c.Clauses)}").Order(StringComparer.Ordinal)];
            if (!expected.SequenceEqual(actual))
            {
                failures.Add($"seed {seed}: Z3 [{string.Join("; ", expected)}], compiler [{string.Join("; ", actual)}]\n{text}");
            }

            failures.AddRange(Points(law, workspace, court, new Random(seed)).Select(f => $"seed {seed}: {f}\n{text}"));
            (TimeSpan all, TimeSpan known, int opposing) = PairTime(workspace);
            own += all;
            ownKnown += known;
            ownPairs += opposing;
            time += court.PairTime;
            pairs += court.Pairs;
            conflicts += expected.Length;
        }

        output.WriteLine($"{Workspaces} workspaces, {pairs} pairs, {conflicts} conflicts, {time.TotalMicroseconds / Math.Max(1, pairs):F0} microseconds each with Z3, {own.TotalMicroseconds / Math.Max(1, ownPairs):F2} with regions, {ownKnown.TotalMicroseconds / Math.Max(1, ownPairs):F3} once it is known where rules stand");
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
        var lexicon = new Lexicon(law);
        for (int i = 0; i < 3; i++)
        {
            var facts = new List<RawFact>();
            var values = new Dictionary<string, string>();
            foreach (AttributeModel a in law.Attributes.Where(a => a.Name != "home" && !a.IsHalved && (a.Name != "elapsed_since_fa" || law.Frameworks.Any(f => f.Clauses.Any(c => c.Within?.Event is not null)))))
            {
                ImmutableArray<Leaf> leaves = a.Taxonomy is null ? [] : lexicon.Leaves(a.Taxonomy);
                switch (a.Type)
                {
                    case AttributeType.Flag:
                        values[a.Name] = random.Next(2) == 0 ? "false" : "true";
                        facts.Add(new RawFact(a.Name, [values[a.Name]]));
                        break;
                    case AttributeType.Count:
                        // Time that passed before the calendar began is no case.
                        bool isClock = a.Name.StartsWith("elapsed", StringComparison.Ordinal);
                        values[a.Name] = isClock ? random.Next(random.Next(2) == 0 ? 100 : 100_000).ToString() : (random.Next(3) switch { 0 => random.Next(12), 1 => random.NextInt64(), _ => long.MaxValue }).ToString();
                        facts.Add(new RawFact(a.Name, [values[a.Name]]));
                        break;
                    case AttributeType.Date:
                        int day = random.Next(737_000, 740_000);
                        values[a.Name] = day.ToString();
                        facts.Add(new RawFact(a.Name, [DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd")]));
                        break;
                    case AttributeType.Leaf:
                        int leaf = random.Next(leaves.Length);
                        values[a.Name] = leaf.ToString();
                        facts.AddRange(leaf == 0 ? [] : [new RawFact(a.Name, [leaves[leaf].Name])]);
                        break;
                    default:
                        ImmutableArray<string> names = [.. leaves.Skip(1).Where(_ => random.Next(2) == 0).Select(l => l.Name)];
                        names.ToList().ForEach(n => values[$"{a.Name}_{n}"] = "true");
                        facts.AddRange(names.IsEmpty ? [] : [new RawFact(a.Name, names)]);
                        break;
                }
            }

            Decision? decision = workspace.Decide(facts, out ImmutableArray<Problem> problems);
            string expected = string.Join(" ", court.Applied(values));
            string actual = decision is null ? string.Join(" ", problems) : string.Join(" ", decision.Applied);
            if (expected != actual)
            {
                yield return $"at {string.Join(" ", values.Select(v => $"{v.Key}={v.Value}"))}: Z3 [{expected}], compiler [{actual}]";
            }
        }
    }

    // What the formulas cover: rules of conduct of two States, without exemptions, waivers, opposites and 'only in'.
    private static LawModel Simple(LawModel law) => law with
    {
        Organisations = [],
        Checks = [],
        Blocs = [.. law.Blocs.Select(b => b with { Supranational = false })],
        Frameworks = [.. law.Frameworks.Select(f => f with
        {
            Authority = f.Authority == "XA" ? "XA" : "XB",
            Rank = f.Rank == Rank.Policy ? null : f.Rank,
            Implements = [],
            Clauses = [.. f.Clauses.Select(Simple)],
        })],
    };

    private static ClauseModel Simple(ClauseModel c) => c with
    {
        Modality = c.Modality is Modality.May or Modality.MayOnly or Modality.Must or Modality.MustNot ? c.Modality : Modality.MustNot,
        Verbs = c.Verbs is ListSet list ? ListSet.Of([.. list.Members.Select(Peaceful).Distinct()]) : c.Verbs,
        Of = null,
        OnlyIn = false,
        ExemptFrom = [],
        PrevailsOver = [],
        Notwithstanding = [],
        NotBefore = c.Modality is Modality.May or Modality.Must ? c.NotBefore : null,
    };

    // An action that opposes none.
    private static string Peaceful(string verb) => verb switch
    {
        "store" or "Keep" or "delete" => "access",
        "Work" or "Drop" => "process",
        _ => verb,
    };
}
