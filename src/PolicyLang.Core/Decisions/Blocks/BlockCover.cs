using PolicyLang.Regions;

namespace PolicyLang.Decisions.Blocks;

/// <summary>
/// Blocks that together are a region, the shortest to read first. No block can be left out, and none can be made more general in one of its
/// parts: that is what "shortest" means here.
/// </summary>
internal sealed class BlockCover(RegionCompiler compiler, BlockGrower grower)
{
    /// <summary>Blocks beyond this number are not looked for.</summary>
    public const int MostBlocks = 16;

    private readonly RegionSpace _regions = compiler.Space.Regions;

    /// <summary>Covers a region.</summary>
    /// <param name="cases">The region.</param>
    /// <param name="existing">The cases that there are: of others it does not matter whether a block holds them.</param>
    /// <param name="rest">What is not covered because it would take too many blocks.</param>
    public ImmutableArray<Block> Find(Region cases, Region existing, out Region rest)
    {
        Region must = _regions.And(cases, existing);
        Region limit = _regions.Or(cases, _regions.Not(existing));
        var found = new List<Block>();
        rest = must;
        while (!rest.IsEmpty && found.Count < MostBlocks)
        {
            _regions.ThrowIfCancelled();
            Block block = grower.Grow(_regions.Witness(rest), limit);
            found.Add(block);
            rest = _regions.Difference(rest, block.Cases);
        }

        Region covered = _regions.Difference(must, rest);
        foreach (Block block in found.OrderByDescending(b => b.Weight).ToList())
        {
            if (_regions.IsSubsetOf(covered, _regions.Union(found.Where(b => !ReferenceEquals(b, block)).Select(b => b.Cases).ToList())))
            {
                found.Remove(block);
            }
        }

        return [.. found.OrderBy(b => b.Parts.Length).ThenBy(b => b.Weight).ThenBy(b => new Phrase(b))];
    }

    /// <summary>What a block says, said only where two are as short.</summary>
    private sealed class Phrase(Block block) : IComparable<Phrase>
    {
        private string? _said;

        public int CompareTo(Phrase? other) => string.CompareOrdinal(Said, other?.Said);

        private string Said => _said ??= block.ToString();
    }
}
