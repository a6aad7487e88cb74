using System.Text.RegularExpressions;
using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Docs;

/// <summary>The seven uses of "subject to" and "notwithstanding", exceptions to exceptions, and exceptions to a group.</summary>
public sealed partial class ExceptionsTests
{
    private const string Page = "docs/language/exceptions.md";

    public static TheoryData<string> Uses => [.. PolicyBlocks.Of(Page).Select(b => b.Heading)];

    [Fact]
    public void The_page_shows_the_seven_uses_and_two_more() =>
        Assert.Equal(
            ["1. Precedence", "2. Carve-out", "3. Condition precedent", "4. Proviso", "5. Savings clause", "6. Scope limit", "7. Rebuttable rule", "Exceptions to exceptions", "Exceptions to a group of clauses"],
            PolicyBlocks.Of(Page).Select(b => b.Heading));

    [Theory]
    [MemberData(nameof(Uses))]
    public void The_example_is_clean_and_its_scenarios_pass(string use)
    {
        Workspace workspace = Workspace.Empty.With("use.policy", Text(use));
        Assert.Empty(workspace.Found());
        ImmutableArray<ScenarioResult> results = workspace.RunScenarios();
        Assert.True(results.Length >= 2, "Two scenarios show the effect.");
        Assert.Empty(results.SelectMany(r => r.Failures.Select(f => $"{r.Scenario.Title}: {f.Message}")));
        Assert.True(results.Select(r => r.Outcome).Distinct().Count() > 1, "The scenarios differ in their outcome.");
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void Without_the_exception_a_scenario_fails(string use)
    {
        string without = Exception().Replace(Text(use), string.Empty);
        Assert.NotEqual(Text(use), without);

        // Nor may the greater detail of the exception stand in for its words.
        Workspace workspace = Workspace.Empty.With("use.policy", without + "resolve conflicts by superior\n");
        Assert.Contains(false, workspace.RunScenarios().Select(r => r.Passed));
    }

    [Fact]
    public void Naming_the_framework_is_naming_each_of_its_clauses()
    {
        string text = Text("Exceptions to a group of clauses");
        string each = text
            .Replace("prevails over ExportRules", "prevails over ExportRules.S10, ExportRules.S11, ExportRules.S12", StringComparison.Ordinal)
            .Replace("subject to Grounds", "subject to Grounds.S20, Grounds.S21", StringComparison.Ordinal);
        Assert.NotEqual(text, each);
        Assert.Equal(Told(text), Told(each));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(24)]
    public void Exceptions_nest_to_any_depth(int depth)
    {
        string clauses = string.Concat(Enumerable.Range(0, depth).Select(i =>
            $"transfer C{i} {{ Exporter {(i % 2 == 0 ? "must not" : "may")} transfer Health from JP to KR when f{i} {(i < depth - 1 ? $"subject to C{i + 1}" : string.Empty)} }}\n"));
        string flags = string.Concat(Enumerable.Range(0, depth).Select(i => $"attribute f{i} : flag\n"));
        Workspace workspace = Law.Of(flags + Law.Framework("F", "JP", clauses));
        for (int last = 0; last < depth; last++)
        {
            Decision decision = workspace.Decide(["actor=Exporter", "action=transfer", "data=Health", "origin=JP", "destination=KR", .. Enumerable.Range(0, last + 1).Select(i => $"f{i}")]);
            Assert.Equal(last % 2 == 0 ? Outcome.Prohibited : Outcome.Permitted, decision.Outcome);
            Assert.Equal(Enumerable.Range(0, last + 1).Where(i => i % 2 == last % 2).Select(i => $"F.C{i}").Order(StringComparer.Ordinal), decision.Applied);
        }
    }

    private static string Text(string use) => PolicyBlocks.Of(Page).Single(b => b.Heading == use).Text;

    private static IEnumerable<string> Told(string text)
    {
        Workspace workspace = Workspace.Empty.With("group.policy", text);
        return workspace.Told().Concat(workspace.RunScenarios().Select(r => $"{r.Scenario.Title}: {r.Outcome} {r.Passed}"));
    }

    // The modifiers that make the exceptions of the page.
    [GeneratedRegex(@"\b(subject to|notwithstanding|prevails over|exempt from|approved by|where InScope)\b(?: [\w.]+(?:, [\w.]+)*(?= |\n))?")]
    private static partial Regex Exception();
}
