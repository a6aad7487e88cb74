using PolicyLang.Decisions;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Decisions;

public sealed class VerbFormsTests
{
    private const string Expected = """
        access accesses, analyse analyses, anonymise anonymises, assess assesses, assist assists, attack attacks, certify certifies, collect collects, combine combines, cooperate cooperates,
        delete deletes, disclose discloses, enact enacts, exchange exchanges, file files, inform informs, mirror mirrors, notify notifies, object objects, onward_transfer onward_transfers,
        open_office opens_office, operate operates, prevent prevents, process processes, profile profiles, protect protects, provide_access provides_access, record records, report reports,
        restrict restricts, sell sells, share shares, store stores, support_attack supports_attack, transfer transfers, use uses
        """;

    [Fact]
    public void Every_verb_of_the_vocabulary_has_its_form()
    {
        string[] verbs = [.. Workspace.Empty.Model.Taxonomies["action"].NodeNames.Order(StringComparer.Ordinal)];
        string[] told = [.. verbs.Select(v => $"{v} {VerbForms.ThirdPerson(v)}")];
        Assert.Equal(string.Join(" ", Expected.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), string.Join(", ", told));
    }

    [Theory]
    [InlineData("share_remedies", "shares_remedies")]
    [InlineData("respect_rights", "respects_rights")]
    [InlineData("re_export", "re_exports")]
    [InlineData("go", "goes")]
    [InlineData("pass", "passes")]
    [InlineData("fix", "fixes")]
    [InlineData("publish", "publishes")]
    [InlineData("carry", "carries")]
    [InlineData("convey", "conveys")]
    [InlineData("be", "is")]
    [InlineData("have", "has")]
    [InlineData("onward", "onwards")]
    public void Verbs_that_files_add_follow_the_rule_or_are_exceptions(string verb, string expected) => Assert.Equal(expected, VerbForms.ThirdPerson(verb));
}
