using PolicyLang.Regions;
using PolicyLang.Testing;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Workspaces;

/// <summary>Work that is done in pieces, by one or by several at a time, gives what it gives in one go.</summary>
public sealed class PieceTests
{
    private static readonly int[] Several = [1, 2, 8];

    public static TheoryData<string> Examples => ["eu-transfers", "foreign-access", "localisation"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_answered_alike(string name) => Compare(Law.Example(name), name);

    [Fact]
    public void Law_written_by_chance_is_answered_alike()
    {
        Compare(Workspace.Empty.With(CorpusGenerator.Frameworks(120, 1)), "frameworks");
        Compare(Workspace.Empty.With(LawCorpus.Files(250, 1)), "corpus");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Law_of_pairs_is_answered_alike(int seed) => Compare(Workspace.Empty.With("law.policy", PairedLaw.Random(seed)), $"pairs {seed}");

    /// <summary>What is beyond the budget is, whoever works.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_little_to_spend_it_does_not_matter_how_many_work(int seed)
    {
        Workspace workspace = Workspace.Empty.With("law.policy", PairedLaw.Random(seed));
        int budget = 1 << new Random(seed).Next(3, 12);
        Workspace alone = workspace.With(new EngineSettings(budget, Workers: 1, Piece: 2));
        Everything.AssertAlike(alone, [.. Several.Skip(1).Select(w => ($"{w} workers", new EngineSettings(budget, Workers: w, Piece: 2)))], $"pairs {seed}, budget {budget}");
    }

    private static void Compare(Workspace workspace, string what) =>
        Everything.AssertAlike(workspace, [.. Several.Select(w => ($"{w} workers", new EngineSettings(Workers: w, Piece: 2)))], what);
}
