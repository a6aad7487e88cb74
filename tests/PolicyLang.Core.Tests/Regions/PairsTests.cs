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

    [Fact]
    public void Rules_whose_pairs_take_too_many_steps_are_said_to_be_unknown()
    {
        RuleBook book = RuleBook.Create(Workspace.Empty.With(LawCorpus.Files(1_200, seed: 1)).Model);
        OverlapTable found = OverlapFinder.Find(book.Lowered, book.Precedences, OverlapFinder.MostPairs(book.Rules.Length), steps: 500);
        int kept = 0;
        int left = 0;
        foreach (Rule rule in book.Rules)
        {
            foreach (Rule other in book.Opponents(rule).Except(found.OpponentsOf(rule)))
            {
                left++;
                Assert.True(found.Unknown[rule.Number] && found.Unknown[other.Number], $"{rule.Clause} and {other.Clause} are passed over in silence");
            }

            kept += found.OpponentsOf(rule).Length;
        }

        Assert.True(kept > 0 && left > 0);
        Assert.InRange(book.Space.Regions.Meter.Wasted, 1, 400_000);
    }

    [Theory]
    [InlineData(1, 100_000)]
    [InlineData(10_000, 640_000)]
    [InlineData(10_000_000, 4_194_304)]
    public void The_pairs_of_a_workspace_stay_within_256_MB(int rules, long most) => Assert.Equal(most, OverlapFinder.MostPairs(rules));

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
