using PolicyLang.Analysis.Coverage;
using PolicyLang.LanguageService;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class CoverageTests
{
    private static readonly string Text = Law.Framework("F", "JP", """
        transfer Ban { Exporter must not transfer Health from JP to US when subjects > 100 subject to Safe }
        transfer Safe { Exporter may transfer Health from JP to US when safeguards include SCC }
        """);

    private static readonly Workspace Bare = Law.Of(Text);

    [Fact]
    public void Each_threshold_and_day_has_two_sides()
    {
        CoverageReport report = Bare.CoverageInDepth();

        Assert.Equal(
            ["F.Ban date 2019-12-31 False", "F.Ban date 2020-01-01 True", "F.Ban subjects 100 False", "F.Ban subjects 101 True", "F.Safe date 2019-12-31 False", "F.Safe date 2020-01-01 True"],
            report.Sides.Select(s => $"{s.Clause.QualifiedName} {s.Attribute} {s.Value} {s.IsFirst}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(report.Sides, s => s.Covered);
        Assert.DoesNotContain(report.Blocks, b => b.Covered);
        Assert.False(report.IsComplete);
    }

    [Theory]
    [InlineData(101, "F.Ban subjects 101")]
    [InlineData(100, "F.Ban subjects 100")]
    [InlineData(102, "")]
    public void A_side_is_touched_by_its_very_value(int subjects, string touched)
    {
        Workspace workspace = Law.Of(Text + $"scenario \"s\" {{ Exporter transfer Health from JP to US on 2024-01-01 where subjects = {subjects} expect {(subjects > 100 ? "prohibited" : "unregulated")} }}");

        Assert.Equal(touched, string.Join(" ", workspace.CoverageInDepth().Sides.Where(s => s.Covered).Select(s => $"{s.Clause.QualifiedName} {s.Attribute} {s.Value}")));
    }

    [Fact]
    public void Drafts_pass_and_leave_nothing_untouched()
    {
        DraftedScenarios drafts = ScenarioDrafts.Write(Bare, Bare.CoverageInDepth());
        Workspace drafted = Bare.With("drafts.policy", drafts.Text);

        Assert.Empty(drafts.Unwritten);
        Assert.Equal(drafts.Count, drafted.RunScenarios().Length);
        Assert.All(drafted.RunScenarios(), r => Assert.True(r.Passed));
        Assert.True(drafted.CoverageInDepth().IsComplete);
        Assert.Contains("expect prohibited\n  expect F.Ban applies", drafts.Text, StringComparison.Ordinal);
        Assert.Contains("expect unregulated\n  expect F.Ban does not apply", drafts.Text, StringComparison.Ordinal);
    }
}
