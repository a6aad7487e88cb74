using PolicyLang.Analysis;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Tests.Comparison;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>What <c>policyc diff</c> tells of random laws: nothing where they mean the same, else what single decisions show.</summary>
public sealed class DifferenceTests(ITestOutputHelper output)
{
    private const int Batches = 10;

    // Many changes of one clause have no effect; some of each batch have to.
    private const int PairBatches = 5;

    private static readonly int Laws = RandomWorkspacesTests.Number("POLICYLANG_DIFF_LAWS", 50);

    private static readonly int Pairs = RandomWorkspacesTests.Number("POLICYLANG_DIFF_PAIRS", 40);

    private static readonly ImmutableArray<Use> Uses = [.. Constructs.Today.Where(u => u.Construct is not (Construct.Months or Construct.WorkingDays or Construct.ClockConditions))];

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, Batches)];

    public static TheoryData<int> PairParts => [.. Enumerable.Range(0, PairBatches)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Rewriting_the_same_law_changes_nothing(int part)
    {
        int tried = 0;
        var failures = new List<string>();
        for (int i = part; i < Laws; i += Batches)
        {
            int seed = 70_001 + i;
            foreach ((string name, Workspace before, Workspace after) in Rewrites.Of(WorkspaceGenerator.Law(seed, 0, Constructs.Today), new Random(seed)))
            {
                tried++;
                Assert.DoesNotContain(after.Diagnostics.Concat(before.Diagnostics), d => d.HidesRules);
                VersionComparison comparison = after.CompareWith(before, cancellation: TestContext.Current.CancellationToken);
                if (comparison.Level != ChangeLevel.None || !comparison.Undecided.IsEmpty || (name is not ("define" or "split" or "titles") && !comparison.Clauses.IsEmpty))
                {
                    failures.Add($"{seed} {name}: {comparison.Level} {string.Join("; ", comparison.Changes.Select(c => c.Text))} {string.Join("; ", comparison.Clauses.Select(c => $"{c.Clause} {c.Change}"))}");
                }
            }
        }

        failures.ForEach(output.WriteLine);
        Assert.Empty(failures);
        Assert.True(tried >= Laws * 5 / Batches, $"{tried} rewritings");
    }

    [Theory]
    [MemberData(nameof(PairParts))]
    public void What_changes_is_what_single_decisions_show(int part)
    {
        var failures = new List<string>();
        int changed = 0;
        int compared = 0;
        for (int i = part; i < Pairs; i += PairBatches)
        {
            int seed = 80_001 + i;
            Court before = WorkspaceGenerator.Create(seed, Uses, largest: 1500);
            LawModel law = Changed(before.Law, new Random(seed));
            Court after;
            try
            {
                after = new Court(law, lasts: seed % 2 == 1);
            }
            catch (KeyNotFoundException)
            {
                // Something is missing that another sentence still names.
                continue;
            }

            if (after.World.Size > 4000)
            {
                continue;
            }

            var pair = new ComparedPair(before, after, seed);
            failures.AddRange(pair.Differences().Select(d => $"{seed}: {d}\n{PolicyText.Of(before.Law)}\n=>\n{PolicyText.Of(law)}"));
            changed += pair.Changes;
            compared += pair.IsRead ? 1 : 0;
        }

        failures.Take(2).ToList().ForEach(output.WriteLine);
        output.WriteLine($"{compared} pairs compared, {changed} changes");
        Assert.Empty(failures);
        Assert.True(changed > 0);
    }

    // One clause gone, of the opposite force, without its conditions, or of the name of another.
    private static LawModel Changed(LawModel law, Random random)
    {
        FrameworkModel[] frameworks = [.. law.Frameworks.Where(f => f.Clauses.Any(c => !c.IsLawMaking))];
        (FrameworkModel Framework, ClauseModel Clause)[] all = [.. frameworks.SelectMany(f => f.Clauses.Select(c => (f, c)))];
        (FrameworkModel, ClauseModel Clause)[] advice = [.. all.Where(c => c.Clause.Modality is Modality.Should or Modality.ShouldNot)];

        // Advice is rare, and changes in ways of its own.
        (FrameworkModel framework, ClauseModel clause) = Draw(advice.Length > 0 && random.Next(2) == 0 ? advice : all);
        ClauseModel? other = random.Next(5) switch
        {
            0 => null,
            1 => clause with { When = [], Unless = [] },
            2 => clause with { Modality = Turned(clause.Modality), Within = null, NotBefore = null, OnlyIn = false, ExemptFrom = [] },
            3 => clause with { When = [new FlagCondition("fa")] },
            _ => clause with { SubjectTo = [], PrevailsOver = [], Notwithstanding = [] },
        };
        ImmutableArray<ClauseModel> clauses = [.. framework.Clauses.Select(c => ReferenceEquals(c, clause) ? other : c).OfType<ClauseModel>()];
        return law with { Frameworks = law.Frameworks.Replace(framework, framework with { Clauses = clauses }), Checks = [], ConflictChecks = [] };

        (FrameworkModel, ClauseModel) Draw((FrameworkModel, ClauseModel)[] clauses) => clauses[random.Next(clauses.Length)];
    }

    private static Modality Turned(Modality modality) => modality switch
    {
        Modality.May or Modality.Must => Modality.MustNot,
        Modality.MustNot => Modality.Must,
        Modality.Should => Modality.ShouldNot,
        _ => modality,
    };
}
