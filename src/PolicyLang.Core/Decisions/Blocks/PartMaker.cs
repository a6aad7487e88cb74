using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions.Blocks;

/// <summary>Makes parts of blocks: the cases that a name, a number or a flag stands for.</summary>
internal sealed class PartMaker(RegionCompiler compiler)
{
    private readonly RegionSpace _regions = compiler.Space.Regions;

    public FlagPart Flag(Variable variable, bool isSet) =>
        new(variable.Attribute, isSet, _regions.Between(variable.Index, isSet ? 1 : 0, isSet ? 1 : 0));

    public NumbersPart Numbers(Variable variable, ImmutableArray<(long First, long Last)> stretches) =>
        new(variable.Attribute, stretches, variable.Maximum, Stretches(variable, stretches));

    public Region Stretches(Variable variable, ImmutableArray<(long First, long Last)> stretches) =>
        _regions.Union(stretches.Select(s => _regions.Between(variable.Index, s.First, s.Last)).ToList());

    /// <summary>The value of an attribute is among those that are named.</summary>
    public ValuePart Value(AttributeSymbol attribute, NodeList names) => new(attribute.Name, names, ValueIn(attribute, names));

    /// <summary>Data were collected where it is named: where that is not said, they were sent from there.</summary>
    public ValuePart CollectedIn(AttributeSymbol collected, AttributeSymbol origin, NodeList names)
    {
        Region unsaid = None(collected);
        NodeList places = names with { WithNone = names.IsOutside };
        Region cases = _regions.Or(_regions.Difference(ValueIn(collected, places), unsaid), _regions.And(unsaid, ValueIn(origin, places)));
        return new ValuePart(collected.Name, places, cases);
    }

    /// <summary>A set has an element among those that are named.</summary>
    public ElementsPart Elements(AttributeSymbol attribute, NodeList names, bool isPresent)
    {
        Region some = Named(attribute, names);
        return new ElementsPart(attribute.Name, names, isPresent, isPresent ? some : _regions.Not(some));
    }

    private Region ValueIn(AttributeSymbol attribute, NodeList names)
    {
        Region named = Named(attribute, names);
        return names.WithNone ? _regions.Or(named, None(attribute)) : _regions.Difference(named, None(attribute));
    }

    private Region None(AttributeSymbol attribute)
    {
        int variable = compiler.Space.VariableOf(attribute);
        long none = _regions.Variables[variable].Maximum;
        return _regions.Between(variable, none, none);
    }

    private Region Named(AttributeSymbol attribute, NodeList list)
    {
        Region names = _regions.Union(list.Names.Select(n => Of(attribute, n)).ToList());
        Region except = _regions.Union(list.Except.Select(n => Of(attribute, n)).ToList());
        return _regions.Difference(list.IsOutside ? _regions.Not(names) : names, except);
    }

    private Region Of(AttributeSymbol attribute, NodeName name) =>
        name is not { IsAlone: true, Symbol: NodeSymbol node } ? compiler.Any(attribute, [name.Symbol])
        : attribute.Type == AttributeType.NodeSet ? _regions.IsTrue(compiler.Space.VariableOf(attribute) + node.Index)
        : _regions.Between(compiler.Space.VariableOf(attribute), node.Index, node.Index);
}
