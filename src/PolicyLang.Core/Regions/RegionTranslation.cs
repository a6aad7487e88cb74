using System.Diagnostics;
using PolicyLang.Semantics;

namespace PolicyLang.Regions;

/// <summary>
/// Brings regions of one case space into another whose vocabulary may differ. A place or kind that the first space does not know counts as
/// the nearest one above it; an attribute that the second does not know counts as not mentioned.
/// </summary>
internal sealed class RegionTranslation
{
    private readonly RegionSpace _regions;
    private readonly Region _fullBefore;
    private readonly Dictionary<Region, Region> _known = [];
    private readonly int[] _variables;
    private readonly long[]?[] _values;
    private readonly long[] _neutral;

    // A snapshot and the one before it may share a space.
    private readonly bool _isSame;

    public RegionTranslation(CaseSpace from, CaseSpace to)
    {
        _regions = to.Regions;
        _isSame = ReferenceEquals(from.Regions, to.Regions);
        _fullBefore = from.Regions.Full;
        _neutral = from.Regions.NeutralCase();
        _variables = new int[from.Regions.Variables.Length];
        _values = new long[]?[_variables.Length];
        Dictionary<string, AttributeSymbol> attributes = to.Attributes.ToDictionary(a => a.Name, StringComparer.Ordinal);
        for (int v = 0; v < _variables.Length; v++)
        {
            _variables[v] = -1;
        }

        foreach (string clock in from.Clocks.Intersect(to.Clocks))
        {
            _variables[from.VariableOfClock(clock)] = to.VariableOfClock(clock);
        }

        foreach (AttributeSymbol attribute in from.Attributes)
        {
            if (attributes.TryGetValue(attribute.Name, out AttributeSymbol? after) && after.Type == attribute.Type)
            {
                Pair(attribute, from.VariableOf(attribute), after, to.VariableOf(after));
            }
        }
    }

    /// <summary>The same cases in the second space.</summary>
    public Region Translate(Region region)
    {
        if (_isSame)
        {
            return region;
        }

        if (region.IsTerminal)
        {
            return ReferenceEquals(region, _fullBefore) ? _regions.Full : _regions.Empty;
        }

        if (_known.TryGetValue(region, out Region? known))
        {
            return known;
        }

        int variable = _variables[region.Variable];
        Region made = variable < 0 ? Translate(region.Child(_neutral[region.Variable])) : Edges(region, variable);
        _known.Add(region, made);
        return made;
    }

    private Region Edges(Region region, int variable)
    {
        var parts = new List<Region>();
        if (_values[region.Variable] is { } values)
        {
            foreach (IGrouping<Region, int> group in Enumerable.Range(0, values.Length).GroupBy(v => region.Child(values[v]))
                .Where(g => !g.Key.IsEmpty))
            {
                parts.Add(_regions.And(_regions.Union(group.Select(v => _regions.Between(variable, v, v)).ToList()), Translate(group.Key)));
            }

            return _regions.Union(parts);
        }

        for (int i = 0; i < region.Starts.Length; i++)
        {
            long last = i + 1 < region.Starts.Length ? region.Starts[i + 1] - 1 : long.MaxValue;
            parts.Add(_regions.And(_regions.Between(variable, region.Starts[i], last), Translate(region.Child(region.Starts[i]))));
        }

        return _regions.Union(parts);
    }

    private void Pair(AttributeSymbol before, int firstBefore, AttributeSymbol after, int firstAfter)
    {
        switch (before.Type)
        {
            case AttributeType.NodeSet:
                foreach (NodeSymbol node in before.Taxonomy?.Nodes ?? [])
                {
                    _variables[firstBefore + node.Index] = after.Taxonomy?.Find(node.Name) is { } same ? firstAfter + same.Index : -1;
                }

                break;
            case AttributeType.Node when before.Taxonomy is { } old && after.Taxonomy is { } current:
                _variables[firstBefore] = firstAfter;
                _values[firstBefore] = [.. current.Nodes.Select(n => Nearest(old, n)).Append(old.NodeCount)];
                break;
            case AttributeType.Node or AttributeType.Flag or AttributeType.Count or AttributeType.Date:
                _variables[firstBefore] = firstAfter;
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static long Nearest(TaxonomySymbol old, NodeSymbol node)
    {
        var pending = new Queue<NodeSymbol>([node]);
        while (pending.Count > 0)
        {
            NodeSymbol above = pending.Dequeue();
            if (old.Find(above.Name) is { } same)
            {
                return same.Index;
            }

            foreach (NodeSymbol parent in above.Parents)
            {
                pending.Enqueue(parent);
            }
        }

        return old.NodeCount;
    }
}
