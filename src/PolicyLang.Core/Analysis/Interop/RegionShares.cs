using System.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Interop;

/// <summary>Counts how much of an attribute a region takes: which of its values occur in some case of it.</summary>
/// <param name="space">The cases.</param>
/// <param name="whole">The region whose values are all that count.</param>
internal sealed class RegionShares(CaseSpace space, Region whole)
{
    private const int MostNamed = 6;
    private readonly Dictionary<string, ImmutableArray<string>> _known = new(StringComparer.Ordinal);

    /// <summary>The attributes with few values of which some do not occur in a region. Days and numbers are left to its blocks.</summary>
    public ImmutableArray<InteropShare> Of(Region part)
    {
        var shares = ImmutableArray.CreateBuilder<InteropShare>();
        ISet<int> told = space.Regions.Support([part, whole]);
        foreach (AttributeSymbol attribute in space.Attributes.Where(a => space.VariablesOf(a.Name).Any(told.Contains)))
        {
            if (!_known.TryGetValue(attribute.Name, out ImmutableArray<string> all))
            {
                _known.Add(attribute.Name, all = Values(attribute, whole));
            }

            ImmutableArray<string> own = Values(attribute, part);
            if (own.Length < all.Length)
            {
                shares.Add(new InteropShare(attribute.Name, own.Length, all.Length, own.Length <= MostNamed ? own : []));
            }
        }

        return shares.ToImmutable();
    }

    // "None of the taxonomy" is no value; a set has those of its elements.
    private ImmutableArray<string> Values(AttributeSymbol attribute, Region region)
    {
        int first = space.VariableOf(attribute);
        ImmutableArray<NodeSymbol> nodes = attribute.Taxonomy?.Nodes ?? [];
        return attribute.Type switch
        {
            AttributeType.Flag => [.. Numbers(region, first).Select(v => v == 0 ? $"not {attribute.Name}" : attribute.Name)],
            AttributeType.Node => [.. Numbers(region, first).Where(v => v < nodes.Length).Select(v => nodes[(int)v].Name)],
            AttributeType.NodeSet => [.. nodes.Where(n => Numbers(region, first + n.Index).Contains(1)).Select(n => n.Name)],
            AttributeType.Count or AttributeType.Date => [],
            _ => throw new UnreachableException(),
        };
    }

    private IEnumerable<long> Numbers(Region region, int variable) =>
        space.Regions.ValuesOf(region, variable)
            .SelectMany(s => Enumerable.Range(0, (int)(s.Last - s.First + 1)).Select(i => s.First + i));
}
