using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Testing;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Regions;

/// <summary>The index over bounding boxes yields exactly the pairs that comparing every rule with every other does.</summary>
public sealed class PairsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_a_proof_read_corpus(int seed) => Compare(RuleBook.Create(Workspace.Empty.With(LawCorpus.Files(1_200, seed)).Model), seed);

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Of_laws_written_by_chance(int seed) => Compare(RuleBook.Create(Workspace.Empty.With(CorpusGenerator.Frameworks(600, seed)).Model), seed);

    private static void Compare(RuleBook book, int seed)
    {
        RegionSpace regions = book.Space.Regions;
        using NodeBudget budget = regions.Open();
        int pairs = 0;
        foreach (Rule rule in book.Rules)
        {
            IEnumerable<int> expected = book.Rules.Where(o => rule.Opposes(o) && regions.Overlaps(rule.Region, o.Region)).Select(o => o.Number);
            int[] found = [.. book.Opponents(rule).Select(o => o.Number)];
            pairs += found.Length;
            Assert.True(expected.SequenceEqual(found), $"seed {seed}: {rule.Clause} meets {string.Join(", ", book.Opponents(rule).Select(o => o.Clause))}");
        }

        Assert.True(pairs > 200, $"seed {seed}: the corpus has only {pairs} pairs to find");
        Assert.InRange(book.CandidatePairs, pairs / 2, book.Rules.Length * (long)book.Rules.Length / 10);
    }
}
