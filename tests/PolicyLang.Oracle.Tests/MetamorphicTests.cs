using PolicyLang.Conflicts;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>What may not change the conflicts of a workspace.</summary>
public class MetamorphicTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(50_001, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Order_of_clauses_changes_no_conflict(int seed)
    {
        LawModel law = Law(seed);
        LawModel turned = law with { Frameworks = [.. law.Frameworks.Reverse().Select(f => f with { Clauses = [.. f.Clauses.Reverse()] })] };
        Assert.Equal(Told(Read(PolicyText.Of(law))), Told(Read(PolicyText.Of(turned))));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Splitting_into_files_changes_no_conflict(int seed)
    {
        LawModel law = Law(seed);
        Workspace split = Read(PolicyText.Of(law with { Frameworks = [] }));
        for (int i = 0; i < law.Frameworks.Length; i++)
        {
            // The names of the files turn the order round.
            split = split.With($"{9 - i}.policy", PolicyText.Of(law.Frameworks[i]));
        }

        Assert.Equal(Told(Read(PolicyText.Of(law))), Told(split));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Renaming_clauses_renames_them_in_conflicts(int seed)
    {
        LawModel law = Law(seed);
        string text = PolicyText.Of(law);
        string renamed = text.Replace(" C0", " Zz0", StringComparison.Ordinal).Replace(".C0", ".Zz0", StringComparison.Ordinal);
        Assert.Equal(
            Told(Read(text)).Select(c => Sorted(c.Replace(".C0", ".Zz0", StringComparison.Ordinal))).Order(StringComparer.Ordinal),
            Told(Read(renamed)).Select(Sorted).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Splitting_a_prohibition_by_a_condition_changes_no_decision_and_no_outcome_of_a_check(int seed)
    {
        // A half is more special than the whole, and a check that names the whole does not name its other half.
        LawModel law = Law(seed);
        law = law with { Principles = [Principle.Superior], PrinciplesOfOrders = law.PrinciplesOfOrders.Clear(), ConflictChecks = [] };
        FrameworkModel framework = law.Frameworks[^1];
        ClauseModel whole = framework.Clauses[0] with { Modality = Modality.MustNot, ExemptFrom = [], When = [], NotBefore = null, OnlyIn = false };
        var condition = new FlagCondition("fb");
        ClauseModel[] halves = [whole with { When = [condition] }, whole with { Name = "Half", When = [new NotCondition(condition)] }];
        LawModel before = With(law, framework, [whole, .. framework.Clauses.Skip(1)]);
        LawModel after = Both(With(law, framework, [.. halves, .. framework.Clauses.Skip(1)]), $"{framework.Name}.{whole.Name}", $"{framework.Name}.Half");

        // Two halves of one clause are one where the names are.
        Assert.Equal(Told(Read(PolicyText.Of(before))).Where(IsPair), Merged(Told(Read(PolicyText.Of(after))), framework.Name, whole.Name).Where(IsPair));
        Assert.Equal(Checks(before), Checks(after));
    }

    private static LawModel Law(int seed) => WorkspaceGenerator.Create(seed, Constructs.Today, largest: 20_000).Law;

    private static LawModel With(LawModel law, FrameworkModel framework, ImmutableArray<ClauseModel> clauses) =>
        law with { Frameworks = law.Frameworks.Replace(framework, framework with { Clauses = clauses }) };

    // Whoever names the whole names both halves.
    private static LawModel Both(LawModel law, string whole, string half)
    {
        ImmutableArray<string> Add(ImmutableArray<string> names) => names.Contains(whole) ? names.Add(half) : names;
        return law with
        {
            Frameworks = [.. law.Frameworks.Select(f => f with
            {
                Clauses = [.. f.Clauses.Select(c => c with { SubjectTo = Add(c.SubjectTo), PrevailsOver = Add(c.PrevailsOver), Notwithstanding = Add(c.Notwithstanding), ExemptFrom = Add(c.ExemptFrom) })],
            })],
        };
    }

    private static Workspace Read(string text) => Workspace.Empty.With("law.policy", text);

    private static IEnumerable<string> Told(Workspace workspace) =>
        workspace.OpenConflicts.Select(c => $"{Kind(c)} {string.Join("+", c.Clauses)}").Order(StringComparer.Ordinal);

    // A dilemma of the whole may be avoidable in each half and closed by both together.
    private static string Kind(Conflict conflict) => conflict.Descriptor.Code;

    private static bool IsPair(string told) => told.StartsWith("PL4003", StringComparison.Ordinal);

    private static string Sorted(string told) => string.Join(" ", told.Split(' ').Take(1).Append(string.Join("+", told.Split(' ')[1].Split('+').Order(StringComparer.Ordinal))));

    private static IEnumerable<string> Merged(IEnumerable<string> told, string framework, string name) =>
        told.Select(t => Sorted(t.Replace($"{framework}.Half", $"{framework}.{name}", StringComparison.Ordinal))).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<bool> Checks(LawModel law) => [.. Read(PolicyText.Of(law)).ProveChecks().Select(c => c.Failure is null)];
}
