using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Semantics;

/// <summary>Attributes are compared with values; with another attribute the message says that this cannot be.</summary>
public sealed class AttributeComparisonTests
{
    private static string[] Found(string condition) =>
        [.. Workspace.Empty.With("law.policy", (condition.Contains("most", StringComparison.Ordinal) ? "attribute most : count\n" : string.Empty) + Law.Framework("F", "JP", $"norm A {{ must not delete Health when {condition} }}")).Diagnostics.Select(d => $"{d.Code} {d.Message}")];

    [Theory]
    [InlineData("subjects < most", "most")]
    [InlineData("subjects = most", "most")]
    [InlineData("origin = destination", "destination")]
    [InlineData("origin is destination", "destination")]
    [InlineData("destination is origin and court_order", "origin")]
    public void Two_attributes_are_not_compared(string condition, string other) =>
        Assert.Equal([$"PL2005 '{other}' is an attribute, too; attributes cannot be compared with each other."], Found(condition));

    [Theory]
    [InlineData("origin is JP")]
    [InlineData("origin is outside EEA")]
    [InlineData("subjects < 100")]
    public void A_value_is(string condition) => Assert.Empty(Found(condition));
}
