using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Models do not depend on the order of the compiler's diagrams where their own order does, and are made or said not to be.</summary>
public sealed class OrderTests
{
    public static TheoryData<string> Folders => Examples.Folders;

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_models_of_an_example_are_the_same_in_every_order(string folder)
    {
        Workspace workspace = Examples.Read(folder);
        ImmutableArray<GeneratedFile> expected = ModelGenerator.Generate(workspace, CodeGenSettings.Default).Files;
        Assert.Equal(expected, ModelGenerator.Generate(workspace.With(new EngineSettings(Order: (_, _, variables) => DiagramOrder.Reversed(variables))), CodeGenSettings.Default).Files);
        Assert.Equal(expected, ModelGenerator.Generate(workspace.With(new EngineSettings(Order: (model, space, variables) => DiagramOrder.Clustered(variables, ConditionGraph.EdgesOf(model, space), out _))), CodeGenSettings.Default).Files);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(30)]
    public void Pairs_that_are_dear_in_the_declared_order_have_tables_in_another(int pairs)
    {
        Workspace workspace = Workspace.Empty.With("law.policy", PairedLaw.BanWithExceptions(pairs));
        var model = ModelUnderTest.Create(workspace);
        foreach (int pair in (int[])[0, pairs - 1])
        {
            string second = $"Y{((7 * pair) + 3) % pairs}";
            foreach (string safeguards in (string[])[$"X{pair}", $"X{pair},{second}", second])
            {
                RawFact[] facts =
                [
                    new("date", ["2024-01-01"]), new("actor", ["Exporter"]), new("action", ["transfer"]), new("data", ["Health"]), new("origin", ["DE"]), new("destination", ["US"]),
                    new("safeguards", [.. safeguards.Split(',')]),
                ];
                Assert.Equal(workspace.Decide(facts, out _)?.Outcome.ToString(), model.Decide(model.CaseOf(facts)).ToString());
            }
        }
    }

    [Fact]
    public void With_little_to_spend_models_are_the_same_or_said_not_to_be()
    {
        int made = 0;
        int said = 0;
        for (int seed = 1; seed <= 30; seed++)
        {
            Workspace rich = Workspace.Empty.With("law.policy", PairedLaw.Random(seed));
            ImmutableArray<GeneratedFile> expected = ModelGenerator.Generate(rich, CodeGenSettings.Default).Files;
            foreach (int budget in (int[])[30, 300, 3_000])
            {
                Workspace poor = rich.With(new EngineSettings(budget, (_, _, variables) => [.. variables.Select(v => v.Index)]));
                (ImmutableArray<GeneratedFile> files, Diagnostics.Problem? undecided, _) = ModelGenerator.Generate(poor, CodeGenSettings.Default);
                if (undecided is not null)
                {
                    Assert.Equal("PL9004", undecided.Limit?.Code);
                    Assert.Matches("'[FG][.]", undecided.Message);
                    Assert.Empty(files);
                    said++;
                }
                else if (!poor.Diagnostics.Any(d => d.Code is "PL9001" or "PL9002"))
                {
                    Assert.Equal(expected, files);
                    made++;
                }
            }
        }

        Assert.True(made > 20 && said > 5, $"{made} made, {said} not");
    }
}
