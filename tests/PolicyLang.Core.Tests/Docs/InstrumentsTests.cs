using PolicyLang.Analysis;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Docs;

/// <summary>
/// The clauses of real instruments, of every shape that they have, can be written: <c>tests/cases/instruments</c> holds them. What they come to
/// between each other is law and no mistake of wording.
/// </summary>
public sealed class InstrumentsTests
{
    public static TheoryData<string> Files => [.. Repository.Files("tests/cases/instruments", "*.policy")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_clause_is_understood_and_every_scenario_passes(string file)
    {
        Workspace workspace = Workspace.Empty.With(file, Repository.Read(file));
        Assert.Empty(workspace.Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Information && d.Code[2] is not '4').Select(d => $"{d.Location.Start.Line + 1}: {d.Code} {d.Message}"));
        Assert.All(workspace.Model.Clauses, c => Assert.NotNull(c.Meaning));
        Assert.All(workspace.Model.Frameworks.SelectMany(f => f.Clauses).Where(c => c.Framework.Name is not ("BankCircular" or "Localisation" or "GlobalCBPR")), c => Assert.NotNull(c.Cites));
        ImmutableArray<ScenarioResult> results = workspace.RunScenarios();
        Assert.NotEmpty(results);
        Assert.Empty(results.SelectMany(r => r.Failures.Select(f => $"{r.Scenario.Title}: {f.Message}")));
    }

    [Fact]
    public void They_use_every_modality_and_nearly_every_modifier()
    {
        string all = string.Concat(Files.Select(f => Repository.Read(f.Data)));
        Assert.All(
            [" may ", " may only ", " must ", " must not ", " need not ", " should ", " should not ", "parties must allow", "parties must not prohibit", "parties must not require", "parties may require", "parties may prohibit"],
            words => Assert.Contains(words, all));
        Assert.All(
            ["only in", "for ", "against ", "when ", "unless ", "with ", "within ", "not before", "not enforceable", "notifying", "approved by", "subject to", "prevails over", "invoking", "exempt from", "in force", "towards", "reserving"],
            words => Assert.Contains(words, all));
    }
}
