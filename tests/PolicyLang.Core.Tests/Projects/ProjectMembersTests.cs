using PolicyLang.Projects;

namespace PolicyLang.Core.Tests.Projects;

/// <summary>The one rule that says which files belong to a project.</summary>
public sealed class ProjectMembersTests
{
    [Theory]
    [InlineData("a.policy", true)]
    [InlineData("deep/a.policy.md", true)]
    [InlineData("a.md", false)]
    [InlineData(".policy", false)]
    [InlineData(".#a.policy", false)]
    [InlineData("deep/._a.policy", false)]
    [InlineData(".git/a.policy", false)]
    [InlineData("../a.policy", false)]
    [InlineData("bin/a.policy", false)]
    [InlineData("deep/obj/a.policy", false)]
    [InlineData("node_modules/x/a.policy", false)]
    [InlineData("publish/a.policy", false)]
    [InlineData("publishers/a.policy", true)]
    [InlineData("drafts/a.policy", false)]
    [InlineData("drafts/kept/a.policy", false)]
    public void Build_output_hidden_names_and_what_is_excluded_do_not(string path, bool belongs) =>
        Assert.Equal(belongs, new ProjectMembers(ProjectSettings.Default with { Exclude = ["drafts/**"] }).Has(path));

    [Theory]
    [InlineData("laws/a.policy", true)]
    [InlineData("laws/deep/a.policy", false)]
    [InlineData("a.policy", false)]
    [InlineData("laws/bin/a.policy", false)]
    [InlineData("laws/old.policy", false)]
    public void Sources_name_those_that_do(string path, bool belongs) => Assert.Equal(
        belongs, new ProjectMembers(new ProjectSettings(["laws/*", "laws/bin/*"], ProjectSettings.Default.Workspace, ProjectOutput.None) { Exclude = ["**/old.policy"] }).Has(path));
}
