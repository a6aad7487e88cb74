using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Semantics;

/// <summary>"parties must allow A to B" is "B by A" unless every name of A is an action.</summary>
public sealed class LawSubjectTests
{
    private static Workspace Of(string sentence) => Workspace.Empty.With(
        "a.policy", $"taxonomy action {{ Resell }}\ntaxonomy role {{ broker }}\nframework F {{ authority CPTPP in force from 2020-01-01 norm N {{ parties {sentence} }} }}\n");

    [Theory]
    [InlineData("must allow transfer to JP", null, "transfer", "JP", null)]
    [InlineData("must allow Resell, transfer to JP", null, "Resell transfer", "JP", null)]
    [InlineData("must allow Resell to Authority in JP", null, "Resell", "JP", null)]
    [InlineData("must allow broker to Resell", "broker", "Resell", null, null)]
    [InlineData("must allow broker, Controller to transfer, Resell from DE", "broker Controller", "transfer Resell", null, null)]
    [InlineData("must allow Controller to store in JP", "Controller", "store", null, "JP")]
    [InlineData("must not prohibit Controller of DE to store", "Controller", "store", null, null)]
    [InlineData("must not prohibit Controller to transfer Health to JP", "Controller", "transfer", "JP", null)]
    public void The_names_decide(string sentence, string? subject, string verbs, string? to, string? place)
    {
        Workspace workspace = Of(sentence);
        Assert.Empty(workspace.Diagnostics.Where(d => d.Code.StartsWith("PL2", StringComparison.Ordinal) || d.Code.StartsWith("PL1", StringComparison.Ordinal)).Select(d => d.Message));
        BoundClause meaning = Assert.IsType<BoundClause>(workspace.Model.Clauses.Single().Meaning);
        Assert.Equal((subject, verbs, to, place), (Names(meaning.Subject), Names(meaning.Verbs), Names(meaning.To), Names(meaning.In)));
    }

    [Fact]
    public void A_place_that_is_said_twice_is_told() =>
        Assert.Equal("PL1018", Assert.Single(Of("must allow Controller to store in JP in DE").Diagnostics, d => d.HidesRules).Code);

    [Fact]
    public void Conditions_are_said_as_often_as_one_likes() =>
        Assert.Empty(Of("must allow Controller to store when us_warrant when mlat_request").Diagnostics.Where(d => d.HidesRules).Select(d => d.Message));

    private static string? Names(BoundSet? set) => set is BoundListSet list ? string.Join(' ', list.Members.Select(m => m.Name)) : null;
}
