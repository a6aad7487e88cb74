using System.Diagnostics;
using PolicyLang.Semantics;

namespace PolicyLang.Regions;

/// <summary>
/// The cases of a workspace: which variables stand for which attribute, and the space of regions over them.
/// The order is fixed by the attributes alone, given before chosen, so that "for every choice" is a fold below one line; diagrams may have
/// another order of the given ones and of the chosen ones.
/// </summary>
internal sealed class CaseSpace
{
    private readonly Dictionary<AttributeSymbol, int> _first = [];
    private readonly Dictionary<string, int> _clocks = new(StringComparer.Ordinal);

    /// <param name="model">The vocabulary, and the clocks that something looks at.</param>
    /// <param name="engine">How the engine works.</param>
    internal CaseSpace(SemanticModel model, EngineSettings engine)
    {
        Engine = engine;
        var variables = ImmutableArray.CreateBuilder<Variable>();
        ImmutableArray<AttributeSymbol> ordered =
            [.. model.Attributes.OrderBy(a => a.Chosen).ThenBy(Weight).ThenBy(a => CanonicalAttributeOrder.RankOf(a.Name))];
        foreach (AttributeSymbol attribute in ordered)
        {
            _first.Add(attribute, variables.Count);
            AddVariables(attribute, variables);
        }

        // Keep the clocks of one event together: apart, the existing cases would multiply.
        foreach (string clock in model.Clocks.Where(c => model.Attribute(c) is null)
            .OrderBy(c => ClockNames.Parse(c)?.Event, StringComparer.Ordinal).ThenBy(c => c, StringComparer.Ordinal))
        {
            _clocks.Add(clock, variables.Count);
            variables.Add(new Variable(variables.Count, clock, long.MaxValue, 0, true, ValuePreference.Neutral));
        }

        Attributes = [.. model.Attributes.OrderBy(a => CanonicalAttributeOrder.RankOf(a.Name))];
        Clocks = [.. _clocks.Keys.OrderBy(c => c, StringComparer.Ordinal)];
        ImmutableArray<Variable> declared = variables.ToImmutable();
        Regions = new RegionSpace(declared, engine.Budget, engine.Order?.Invoke(model, this, declared) ?? default);
    }

    /// <summary>The same space for a model whose vocabulary is that of an earlier one, declared again.</summary>
    /// <param name="model">The model.</param>
    /// <param name="earlier">The space of the earlier model; its regions are shared.</param>
    internal CaseSpace(SemanticModel model, CaseSpace earlier)
    {
        Engine = earlier.Engine;
        Dictionary<string, int> first = earlier._first.ToDictionary(a => a.Key.Name, a => a.Value, StringComparer.Ordinal);
        foreach (AttributeSymbol attribute in model.Attributes)
        {
            _first.Add(attribute, first[attribute.Name]);
        }

        _clocks = earlier._clocks;
        Attributes = [.. model.Attributes.OrderBy(a => CanonicalAttributeOrder.RankOf(a.Name))];
        Clocks = earlier.Clocks;
        Regions = earlier.Regions;
    }

    /// <summary>How the engine works.</summary>
    public EngineSettings Engine { get; }

    /// <summary>The regions over the case's variables.</summary>
    public RegionSpace Regions { get; }

    /// <summary>The attributes in the order in which a case is written: that of witnesses and of JSON.</summary>
    public ImmutableArray<AttributeSymbol> Attributes { get; }

    /// <summary>The clocks that something looks at, after the attributes.</summary>
    public ImmutableArray<string> Clocks { get; }

    /// <summary>An attribute by its name; null where there is none.</summary>
    public AttributeSymbol? Attribute(string name) => Attributes.FirstOrDefault(a => a.Name == name);

    /// <summary>The variable of an attribute or a clock; for a set, that of its first element.</summary>
    public int VariableOf(AttributeSymbol attribute) =>
        _first.TryGetValue(attribute, out int variable) ? variable : _clocks[attribute.Name];

    /// <summary>The variable of an attribute or of a clock; null for a clock that no clause looks at.</summary>
    public int? VariableOfFact(AttributeSymbol attribute) =>
        _first.TryGetValue(attribute, out int variable) || _clocks.TryGetValue(attribute.Name, out variable) ? variable : null;

    /// <summary>The variable of an attribute with one, or of a clock, by its name; null where there is none.</summary>
    public int? VariableOfFact(string fact) =>
        _clocks.TryGetValue(fact, out int clock) ? clock : Attribute(fact) is { } attribute ? _first[attribute] : null;

    /// <summary>The variables of a fact, by the name of its attribute or clock; none where there is no such name.</summary>
    public IEnumerable<int> VariablesOf(string fact) =>
        _clocks.TryGetValue(fact, out int clock) ? [clock]
        : Attribute(fact) is { } attribute ? Enumerable.Range(_first[attribute], WidthOf(attribute))
        : [];

    /// <summary>The date of a case.</summary>
    /// <param name="values">A value for each variable.</param>
    public Text.CalendarDay DateOf(long[] values) => new((int)values[VariablesOf(BuiltInAttributes.Date).First()]);

    /// <summary>How many variables an attribute has: one, or for a set one for each node of its taxonomy.</summary>
    public static int WidthOf(AttributeSymbol attribute) =>
        attribute.Type == AttributeType.NodeSet ? attribute.Taxonomy?.NodeCount ?? 0 : 1;

    /// <summary>The variable of a clock; that of the trigger which counts hours is an attribute.</summary>
    public int VariableOfClock(string clock) =>
        _clocks.TryGetValue(clock, out int variable) ? variable : _first[Attributes.First(a => a.Name == clock)];

    // Attributes that blocs depend on come first; sets take many variables and come late.
    private static int Weight(AttributeSymbol attribute) =>
        attribute.Type switch { AttributeType.Date => 0, AttributeType.Node => 1, AttributeType.NodeSet => 2, AttributeType.Flag => 3,
            AttributeType.Count => 4, _ => throw new UnreachableException() };

    private static void AddVariables(AttributeSymbol attribute, ImmutableArray<Variable>.Builder variables)
    {
        int nodes = attribute.Taxonomy?.NodeCount ?? 0;
        switch (attribute.Type)
        {
            case AttributeType.Flag:
                Add(1, 0, ValuePreference.Neutral);
                break;
            case AttributeType.Count:
                Add(long.MaxValue, attribute.Name == BuiltInAttributes.Subjects ? 1 : 0, ValuePreference.Neutral);
                break;
            case AttributeType.Date:
                Add(Text.CalendarDay.Last.Number, 0, ValuePreference.Smallest);
                break;
            case AttributeType.Node:
                Add(nodes, nodes, attribute.Taxonomy is { IsJurisdictions: true } ? ValuePreference.Named : ValuePreference.Neutral);
                break;
            case AttributeType.NodeSet:
                for (int element = 0; element < nodes; element++)
                {
                    Add(1, 0, ValuePreference.Element, element);
                }

                break;
            default:
                throw new UnreachableException();
        }

        void Add(long maximum, long neutral, ValuePreference preference, int element = -1) =>
            variables.Add(new Variable(variables.Count, attribute.Name, maximum, neutral, attribute.Chosen, preference, element));
    }
}
