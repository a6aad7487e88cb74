using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Semantics;

/// <summary>The phrase of a check is subject, verb, object; the names say which parts it has.</summary>
public sealed class CheckPhraseTests
{
    private const string Law = "framework F { authority JP in force from 2020-01-01 transfer A { Controller must not transfer Health from JP } }\n";

    [Theory]
    [InlineData("any transfer Health from JP", "PL6002")]
    [InlineData("any transfer from JP", "PL6002")]
    [InlineData("any Health from JP", "PL6002")]
    [InlineData("transfer Health from JP", "PL6002")]
    [InlineData("Processor transfer from JP", "PL6002")]
    [InlineData("Controller of JP transfer Health from JP", null)]
    [InlineData("Controller transfer Health from JP", null)]
    public void The_names_decide(string phrase, string? code)
    {
        Workspace workspace = Workspace.Empty.With("a.policy", Law + $"check \"C\" {{ always prohibited: {phrase} when date >= 2020-01-01 }}\n");
        Assert.Equal(code is null ? [] : [code], workspace.Diagnostics.Where(d => d.Severity >= Diagnostics.DiagnosticSeverity.Warning).Select(d => d.Code));
    }
}
