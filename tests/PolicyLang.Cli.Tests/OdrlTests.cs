using PolicyLang.Decisions;
using PolicyLang.Exchange.Odrl.Export;
using PolicyLang.Exchange.Odrl.Import;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Tests;

/// <summary>ODRL as it is written and read.</summary>
public sealed class OdrlTests
{
    public static TheoryData<string> Policies => [.. Repository.Files("tests/cases/odrl/policies", "*.case")];

    [Theory]
    [InlineData("ex1")]
    [InlineData("ex2")]
    public void The_worked_examples_are_written_byte_for_byte(string name)
    {
        Workspace workspace = Workspace.Empty.With($"{name}.policy", Repository.Read($"tests/cases/odrl/{name}.policy"));
        OdrlDocument? document = OdrlExport.Write(workspace, null, out _);
        Assert.Equal(Repository.Read($"tests/cases/odrl/{name}.odrl.jsonld"), document?.Text);
        Assert.All(document?.Losses ?? [], l => Assert.False(l.ChangesDecisions));
    }

    [Theory]
    [InlineData("ex1")]
    [InlineData("ex2")]
    public void What_comes_back_means_the_same(string name)
    {
        using var run = new CommandRun(
            ("old.policy", Repository.Read($"tests/cases/odrl/{name}.policy")), ("law.jsonld", Repository.Read($"tests/cases/odrl/{name}.odrl.jsonld")));
        Assert.Equal((0, string.Empty), (run.Run("import odrl law.jsonld --output new.policy --fail-on any") is var read ? read.Code : 0, read.Error));
        CommandRun.Result diff = run.Run("diff old.policy new.policy --fail-on minor");
        Assert.Equal(0, diff.Code);
        Assert.StartsWith("none", diff.Output, StringComparison.Ordinal);
    }

    /// <summary>Policies in the shapes that dataspaces use, each with what it says of some acts.</summary>
    [Theory]
    [MemberData(nameof(Policies))]
    public void Policies_of_dataspaces_say_what_they_mean(string file)
    {
        string[] parts = Repository.Read(file).Split("=== ", StringSplitOptions.RemoveEmptyEntries);
        string Part(string name) => parts.First(p => p.StartsWith(name, StringComparison.Ordinal))[(name.Length + 1)..];
        bool isTurtle = parts.Any(p => p.StartsWith("turtle", StringComparison.Ordinal));
        OdrlImported read = OdrlImport.Read(Part(isTurtle ? "turtle" : "jsonld"), new OdrlImportSettings(isTurtle, null, OdrlImport.UsualAuthority, []));
        Assert.Null(read.Problem);
        Assert.Equal(Part("losses").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), read.Losses.Select(l => l.Kind).Distinct());
        Assert.All(read.Losses, l => Assert.Matches("^[0-9]+:[0-9]+|^$", l.Place ?? string.Empty));
        Workspace workspace = Workspace.Empty.With("imported.policy", read.Text ?? string.Empty);
        string[] errors = [.. workspace.Diagnostics.Where(d => d.HidesRules).Select(d => $"{d.Code} {d.Message}")];
        Assert.True(errors.Length == 0, $"{string.Join('\n', errors)}\n{read.Text}");
        foreach (string line in Part("expect").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = line.Split(": ");
            List<RawFact> facts = [.. sides[1].Split(' ').Select(f => f.Split('=')).Select(f => new RawFact(f[0], [f[1]]))];
            if (facts.All(f => f.Attribute != "date"))
            {
                facts.Add(new RawFact("date", ["2025-06-01"]));
            }

            Decision? decision = workspace.Decide(facts, out ImmutableArray<Diagnostics.Problem> problems);
            Assert.True(problems.IsEmpty, $"{line}: {string.Join(' ', problems.Select(p => p.Message))}\n{read.Text}");
            Assert.True(string.Equals(sides[0], decision?.Outcome.ToString(), StringComparison.OrdinalIgnoreCase), $"{line}: {decision?.Outcome}\n{read.Text}");
        }
    }
}
