using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Meaning;

/// <summary>Projects of the first edition get a hint at each place where a sentence now means something else, and nobody else does.</summary>
public sealed class EditionHintTests
{
    private static readonly WorkspaceSettings First = WorkspaceSettings.Default with { Edition = 1 };

    private static ImmutableArray<string> Hints(string text, WorkspaceSettings settings) =>
        [.. Workspace.Empty.With(settings).With("law.policy", text).Diagnostics.Where(d => d.Descriptor == StyleDiagnostics.OtherMeaning).Select(d => $"{d.Location.Start.Line + 1}:{d.Location.Start.Character + 1} {d.Message}")];

    [Theory]
    [InlineData("transfer R { Controller must not transfer Health from any to outside JP unless destination is KR }")]
    [InlineData("transfer R { Controller must not transfer Health from JP to outside JP unless destination is KR }", "15 Where 'F.R' speaks of keeping data abroad, 'destination' in its conditions is the place where they are kept; before, no destination was named there.", "55 'from' is where")]
    [InlineData("transfer R { Controller must not sell Health from JP to outside JP }", "15 'F.R' says nothing of keeping data abroad; before, that counted as a transfer here.", "51 'from' is where")]
    [InlineData("norm R { any except Controller must not delete Health }", "11 'F.R' leaves out whoever has one of the roles or homes taken out; before, one other was enough to be meant.")]
    [InlineData("norm R { Controller of outside JP must not delete Health }", "11 'F.R' leaves out whoever has one of the roles or homes taken out; before, one other was enough to be meant.")]
    [InlineData("norm R { Controller must delete Health within 2 months }", "45 Months are those of the calendar; before, a month was 720 hours.")]
    [InlineData("norm R { Controller must delete Health within 60 days }")]
    public void A_sentence_that_meant_something_else_has_a_hint(string clause, params string[] expected)
    {
        string text = $"framework F {{ authority JP in force from 2024-01-01\n     {clause}\n}}";
        ImmutableArray<string> found = Hints(text, First);
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.StartsWith($"2:{pair.First}", pair.Second, StringComparison.Ordinal));
        Assert.Empty(Hints(text, WorkspaceSettings.Default));
    }

    [Theory]
    [InlineData("", " Without a rank it is a policy; before, it was a statute.")]
    [InlineData("rank policy", "")]
    public void A_policy_binds_its_organisation(string rank, string more) => Assert.Equal(
        [$"2:11 The rules of 'P' apply to 'Acme' and what is under it; before, they applied to everybody.{more}"],
        Hints($"organisation Acme under JP\nframework P {{ authority Acme {rank} in force from 2024-01-01 norm N {{ Controller must not delete Health }} }}", First));

    [Fact]
    public void Checks_and_expectations_have_hints_too() => Assert.Equal(
        [
            "2:1 The check leaves out whoever has one of the roles or homes taken out; before, one other was enough to be meant.",
            "3:107 Months are those of the calendar; before, a month was 720 hours.",
        ],
        Hints(
            """
            framework F { authority JP in force from 2024-01-01 norm R { Controller must not delete Health unless us_warrant } norm S { Controller may delete Health not before 60 days } }
            check "C" { never permitted: any except Controller delete Health when us_warrant }
            scenario "S" { Controller delete Health on 2024-06-01 where us_warrant expect permitted by F.S expect way wait 2 months }
            """,
            First));
}
