using PolicyLang.Regions;
using PolicyLang.Testing;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Workspaces;

/// <summary>No answer depends on the order of variables in diagrams, which is never told.</summary>
public sealed class OrderTests
{
    private static readonly Dictionary<string, EngineSettings> Orders = new()
    {
        ["backwards"] = new(Order: (_, _, variables) => DiagramOrder.Reversed(variables)),
        ["clustered"] = new(Order: (model, space, variables) => DiagramOrder.Clustered(variables, ConditionGraph.EdgesOf(model, space), out _)),
    };

    public static TheoryData<string> Examples => ["eu-transfers", "foreign-access", "localisation"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_answered_alike(string name) => Compare(Law.Example(name), name);

    [Theory]
    [InlineData(1)]
    public void Law_written_by_chance_is_answered_alike(int seed)
    {
        Compare(Workspace.Empty.With(CorpusGenerator.Frameworks(120, seed)), $"frameworks {seed}");
        Compare(Workspace.Empty.With(LawCorpus.Files(250, seed)), $"corpus {seed}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Law_of_pairs_is_answered_alike(int seed) => Compare(Workspace.Empty.With("law.policy", PairedLaw.Random(seed)), $"pairs {seed}");

    private static void Compare(Workspace workspace, string what) =>
        Everything.AssertAlike(workspace, Orders.Select(order => (order.Key, order.Value)), what);
}
