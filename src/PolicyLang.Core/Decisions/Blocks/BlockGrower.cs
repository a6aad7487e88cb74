using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Decisions.Blocks;

/// <summary>
/// Makes a block as general as it can be within a region: it begins with one case, and gives up one thing after the other that the region
/// does not ask for. What people tell a case by (data, places, days) is given up last.
/// </summary>
internal sealed class BlockGrower(SemanticModel model, RegionCompiler compiler)
{
    private readonly RegionSpace _regions = compiler.Space.Regions;
    private readonly PartMaker _parts = new(compiler);
    private readonly Dictionary<TaxonomySymbol, NamesOverTime> _names = [];
    private readonly Dictionary<string, AttributeSymbol> _attributes =
        compiler.Space.Attributes.ToDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>The block that a case grows into.</summary>
    /// <param name="seed">A case of the region.</param>
    /// <param name="limit">The region.</param>
    public Block Grow(long[] seed, Region limit)
    {
        ISet<int> support = _regions.Support([limit]);
        HashSet<int> kept = Needed(seed, limit, support);
        CalendarDay? day = null;
        if (compiler.Date is { } date)
        {
            // Blocs mean places on a day: until all are chosen, hold one day fixed.
            kept.Add(compiler.Space.VariableOf(date));
            day = new CalendarDay((int)seed[compiler.Space.VariableOf(date)]);
        }

        var growing = new GrowingBlock(_regions, limit, Points(kept, seed));
        foreach (Variable variable in kept.Select(v => _regions.Variables[v])
            .Where(v => !IsBinary(v) && v.Attribute != BuiltInAttributes.Date).OrderByDescending(Place).ThenByDescending(v => v.Index))
        {
            if (_attributes.TryGetValue(variable.Attribute, out AttributeSymbol? attribute)
                && attribute is { Type: AttributeType.Node, Taxonomy: { } taxonomy })
            {
                WidenValue(growing, attribute, taxonomy, variable.Index, day);
            }
            else
            {
                growing.Widen(variable.Attribute, variable.Index, stretches => (_parts.Numbers(variable, stretches), null));
            }
        }

        foreach (IGrouping<string, Variable> set in kept.Select(v => _regions.Variables[v]).Where(v => v.Element >= 0)
            .GroupBy(v => v.Attribute))
        {
            WidenElements(growing, _attributes[set.Key], [.. set.OrderBy(v => v.Index)], seed, support, day);
        }

        if (compiler.Date is { } dated)
        {
            Variable days = _regions.Variables[compiler.Space.VariableOf(dated)];
            growing.ChooseDays(days, stretches => _parts.Numbers(days, stretches));
        }

        return growing.Block;
    }

    // Where data were collected defaults to where they are sent from, so it comes first.
    private static int Place(Variable variable) =>
        variable.Attribute == BuiltInAttributes.Collected ? int.MaxValue : CanonicalAttributeOrder.RankOf(variable.Attribute);

    // A list of one name has two values, too.
    private bool IsBinary(Variable variable) =>
        variable.Element >= 0
        || (_attributes.TryGetValue(variable.Attribute, out AttributeSymbol? attribute) && attribute.Type == AttributeType.Flag);

    // The flags and elements that cannot be dropped, and everything else the region tests.
    private HashSet<int> Needed(long[] seed, Region limit, ISet<int> support)
    {
        var kept = new HashSet<int>(support);
        foreach (IGrouping<string, int> fact in support.Where(v => IsBinary(_regions.Variables[v]))
            .GroupBy(v => _regions.Variables[v].Attribute).OrderByDescending(g => CanonicalAttributeOrder.RankOf(g.Key))
            .ThenByDescending(g => g.Max()))
        {
            // Most sets do not matter at all.
            int[] all = [.. fact];
            kept.ExceptWith(all);
            if (IsWithin(limit, kept, seed))
            {
                continue;
            }

            kept.UnionWith(all);
            foreach (int variable in all.OrderBy(v => seed[v] != 0).ThenByDescending(v => v))
            {
                kept.Remove(variable);
                if (!IsWithin(limit, kept, seed))
                {
                    kept.Add(variable);
                }
            }
        }

        return kept;
    }

    // Whether every case that agrees with one in some variables is in the region.
    private bool IsWithin(Region limit, HashSet<int> kept, long[] seed)
    {
        NodeWalk walk = _regions.BeginWalk();
        return All(limit);

        bool All(Region node)
        {
            if (node.IsTerminal || !walk.Visit(node))
            {
                return !node.IsEmpty;
            }

            if (kept.Contains(node.Variable))
            {
                return All(node.Child(seed[node.Variable]));
            }

            foreach (Region child in node.Children)
            {
                if (!All(child))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private List<BlockPart> Points(HashSet<int> kept, long[] seed) =>
    [
        .. kept.OrderBy(v => v).Select(v => _regions.Variables[v])
            .Select(v => v.Element >= 0 && _attributes[v.Attribute] is { Taxonomy: { } taxonomy } set
            ? _parts.Elements(set, new NodeList([new NodeName(taxonomy.Nodes[v.Element], true)], false, [], false), seed[v.Index] != 0)
            : IsBinary(v) ? (BlockPart)_parts.Flag(v, seed[v.Index] != 0)
            : _parts.Numbers(v, [(seed[v.Index], seed[v.Index])])),
    ];

    private void WidenValue(GrowingBlock growing, AttributeSymbol attribute, TaxonomySymbol taxonomy, int variable, CalendarDay? day)
    {
        growing.Widen(attribute.Name, variable, stretches =>
        {
            var leaves = new bool[taxonomy.NodeCount + 1];
            foreach ((long first, long last) in stretches)
            {
                leaves.AsSpan((int)first, (int)(last - first + 1)).Fill(true);
            }

            return Named(taxonomy, leaves, day, names => Value(growing, attribute, names));
        });
    }

    // If unstated, where data were collected equals where they are sent from: say it once.
    private ValuePart Value(GrowingBlock growing, AttributeSymbol attribute, NodeList names) =>
        attribute.Name == BuiltInAttributes.Collected && _attributes.TryGetValue(BuiltInAttributes.Origin, out AttributeSymbol? origin)
            && _parts.CollectedIn(attribute, origin, names) is var either && growing.Fits(growing.IndexOf(attribute.Name), either.Cases)
            ? either
            : _parts.Value(attribute, names);

    // For present elements, list alternatives; for absent ones, list all together.
    private void WidenElements(GrowingBlock growing, AttributeSymbol attribute, ImmutableArray<Variable> elements, long[] seed,
        ISet<int> support, CalendarDay? day)
    {
        if (attribute.Taxonomy is not { } taxonomy)
        {
            return;
        }

        int first = compiler.Space.VariableOf(attribute);
        foreach (int element in elements.Select(v => v.Index).Where(v => seed[v] != 0))
        {
            int part = growing.IndexOf(_regions.IsTrue(element));
            Region rest = growing.Rest(part);
            var leaves = new bool[taxonomy.NodeCount + 1];
            foreach (int leaf in support.Select(v => v - first).Where(leaf => leaf >= 0 && leaf < taxonomy.NodeCount))
            {
                leaves[leaf] = _regions.Overlaps(rest, _regions.IsTrue(first + leaf)) && growing.Fits(rest, _regions.IsTrue(first + leaf));
            }

            (BlockPart named, Func<BlockPart>? undated) = Named(taxonomy, leaves, day, names => _parts.Elements(attribute, names, true));
            growing.Replace(part, named, undated);
        }

        bool[] absent = new bool[taxonomy.NodeCount + 1];
        foreach (Variable variable in elements.Where(v => seed[v.Index] == 0))
        {
            absent[variable.Element] = true;
            growing.Remove(_regions.Not(_regions.IsTrue(variable.Index)));
        }

        if (absent.Any(a => a))
        {
            (BlockPart named, Func<BlockPart>? undated) = Named(taxonomy, absent, day, names => _parts.Elements(attribute, names, false));
            growing.Add(named, undated);
        }
    }

    private (BlockPart Part, Func<BlockPart>? Undated) Named<T>(
        TaxonomySymbol taxonomy, bool[] leaves, CalendarDay? day, Func<NodeList, T> say)
        where T : NodesPart
    {
        T dated = say(Namer(taxonomy, day).Name(leaves));
        return (dated, dated.Names.IsDated ? () => say(Namer(taxonomy, null).Name(leaves)) : null);
    }

    private NodeNamer Namer(TaxonomySymbol taxonomy, CalendarDay? day)
    {
        if (!_names.TryGetValue(taxonomy, out NamesOverTime? names))
        {
            _names.Add(taxonomy, names = new NamesOverTime(model, taxonomy));
        }

        return names.On(day);
    }
}
