using PolicyLang.Law;
using PolicyLang.Conflicts;
using PolicyLang.Repairs;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Repairs;

/// <summary>What counts as the law of whoever asks.</summary>
public sealed class OwnLawTests
{
    private const string Acme = "organisation Acme under KR, CbprScheme framework AcmePolicy { authority Acme in force from 2026-01-01 transfer C { Controller must not transfer PersonalData from KR to anywhere } }";
    private static readonly KeyValuePair<string, string>[] Schemes =
        [.. LawLibrary.Instruments.Where(f => f.Order is "globalcbpr" or "kr").Select(f => new KeyValuePair<string, string>(f.Path, f.Read()))];

    private static string[] Own(IEnumerable<KeyValuePair<string, string>> files, params string[] names)
    {
        Workspace workspace = Workspace.Empty.With(files);
        var own = new OwnLaw(workspace.Model, names);
        return [.. workspace.Model.Frameworks.Where(own.Contains).Select(f => f.Name).Order(StringComparer.Ordinal)];
    }

    private static KeyValuePair<string, string> File(string path, string text) => new(path, text);

    [Fact]
    public void A_scheme_of_the_library_is_not_ones_own() => Assert.Equal(["AcmePolicy"], Own([.. Schemes, File("policy.policy", Acme)]));

    [Fact]
    public void Nor_is_it_where_ones_own_law_is_that_of_a_state() =>
        Assert.Equal(["Bill"], Own([.. Schemes, File("law/drafts/bill.policy", Law.Framework("Bill", "KR", string.Empty))]));

    [Fact]
    public void The_library_by_itself_is_the_law_of_whoever_reads_it() => Assert.Equal(["CBPRSystem"], Own(Schemes.Where(f => f.Key.Contains("/globalcbpr/", StringComparison.Ordinal))));

    [Fact]
    public void What_is_named_is_ones_own_wherever_it_stands() => Assert.Equal(["CBPRSystem"], Own([.. Schemes, File("policy.policy", Acme)], "CBPRSystem"));

    [Theory]
    [InlineData("law/acme/policy.policy")]
    [InlineData("law/policy.policy")]
    public void A_policy_of_ones_own_may_stand_in_a_folder_of_that_name(string path) => Assert.Equal(["AcmePolicy"], Own([.. Schemes, File(path, Acme)]));
}
