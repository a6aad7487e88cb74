using System.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Regions;

/// <summary>Turns bound sets and conditions into regions. Each symbol is turned once for each attribute that speaks of it.</summary>
internal sealed class RegionCompiler(CaseSpace space)
{
    private readonly RegionMemo<(AttributeSymbol Attribute, Symbol Symbol), Region> _single = new(space.Regions, Moved);
    private readonly RegionMemo<(AttributeSymbol Attribute, Symbol Symbol), Region> _set = new(space.Regions, Moved);
    private readonly RegionMemo<DefineSymbol, Region> _conditions = new(space.Regions, Moved);
    private readonly RegionMemo<(Symbol Symbol, int Element), Region> _contains = new(space.Regions, Moved);
    private readonly RegionSpace _regions = space.Regions;
    private readonly AttributeSymbol? _readAsLocation;
    private readonly AttributeSymbol? _location;
    private RegionCompiler? _keeping;

    private RegionCompiler(CaseSpace space, AttributeSymbol destination, AttributeSymbol location)
        : this(space)
    {
        _readAsLocation = destination;
        _location = location;
    }

    public CaseSpace Space => space;

    /// <summary>The same with the destination read as the location everywhere: in sets, conditions, definitions and conditions of bloc
    /// members.</summary>
    public RegionCompiler Keeping => _keeping ??=
        space.Attribute(BuiltInAttributes.Destination) is { } destination && space.Attribute(BuiltInAttributes.Location) is { } location
            ? new RegionCompiler(space, destination, location)
            : this;

    /// <summary>The date; null where the prelude declares none.</summary>
    public AttributeSymbol? Date { get; } = space.Attribute(BuiltInAttributes.Date);

    /// <summary>The cases on the days of a range.</summary>
    public Region Days(DayRange range) =>
        Date is null ? _regions.Full : _regions.Between(space.VariableOf(Date), range.From.Number, range.Until.Number);

    /// <summary>
    /// The cases in which an attribute's value is in a set. For an attribute that is a set, the expression is a predicate on it: a name
    /// holds where one of its elements is meant, 'outside' and 'except' are "and not".
    /// </summary>
    public Region InSet(AttributeSymbol attribute, BoundSet? set)
    {
        if (set is not BoundListSet list)
        {
            return _regions.Full;
        }

        // Where data were collected is where they are sent from, unless it is said.
        if (attribute.Name == BuiltInAttributes.Collected && space.Attribute(BuiltInAttributes.Origin) is { } origin
            && attribute.Taxonomy is { } places)
        {
            int variable = space.VariableOf(attribute);
            Region unsaid = _regions.Between(variable, places.NodeCount, places.NodeCount);
            return _regions.Or(_regions.Difference(InList(attribute, list), unsaid), _regions.And(unsaid, InList(origin, list)));
        }

        return InList(attribute, list);
    }

    private Region InList(AttributeSymbol attribute, BoundListSet list)
    {
        Region members = Any(attribute, list.Members);
        members = list.Outside ? _regions.Not(members) : members;
        return list.Except.IsEmpty ? members : _regions.Difference(members, Any(attribute, list.Except));
    }

    /// <summary>The cases in which an attribute's value is in one of the symbols; for a set attribute, in which it has an element in one of
    /// them.</summary>
    public Region Any(AttributeSymbol attribute, ImmutableArray<Symbol> symbols) =>
        symbols.Length == 1 ? InSet(attribute, symbols[0]) : _regions.Union(symbols.Select(s => InSet(attribute, s)).ToList());

    /// <summary>The cases in which a set attribute has an element in each of the symbols.</summary>
    public Region All(AttributeSymbol attribute, ImmutableArray<Symbol> symbols) =>
        symbols.Aggregate(_regions.Full, (all, s) => _regions.And(all, InSet(attribute, s)));

    private int VariableOf(AttributeSymbol attribute) =>
        space.VariableOf(ReferenceEquals(attribute, _readAsLocation) && _location is not null ? _location : attribute);

    private Region InSet(AttributeSymbol attribute, Symbol symbol)
    {
        RegionMemo<(AttributeSymbol, Symbol), Region> known = attribute.Type == AttributeType.NodeSet ? _set : _single;
        if (!known.TryGetValue((attribute, symbol), out Region? region))
        {
            DefinitionDependencies.Prepare(symbol, s => known.ContainsKey((attribute, s)), s => InSet(attribute, s));
            region = attribute.Type == AttributeType.NodeSet ? SetIn(attribute, symbol) : SingleIn(attribute, symbol);
            known.Set((attribute, symbol), region);
        }

        return region;
    }

    private Region SingleIn(AttributeSymbol attribute, Symbol symbol) => symbol switch
    {
        NodeSymbol node => _regions.Union(node.Leaves.Select(l => _regions.Between(VariableOf(attribute), l.First, l.Last)).ToList()),
        BlocSymbol bloc => _regions.Difference(
            _regions.Union(bloc.Members.Select(m => _regions.And(InSet(attribute, m.Place), Membership(m))).ToList()),
            Any(attribute, bloc.Except)),
        DefineSymbol { Set: { } set } => InSet(attribute, set),
        _ => _regions.Empty,
    };

    private Region SetIn(AttributeSymbol attribute, Symbol symbol)
    {
        if (symbol is NodeSymbol node)
        {
            var elements = new List<Region>();
            foreach (LeafRange leaves in node.Leaves)
            {
                for (int e = leaves.First; e <= leaves.Last; e++)
                {
                    elements.Add(_regions.IsTrue(VariableOf(attribute) + e));
                }
            }

            return _regions.Union(elements);
        }

        // A defined set stands for its text; a bloc for the set of its leaves.
        return symbol switch
        {
            DefineSymbol { Set: { } set } => InSet(attribute, set),
            DefineSymbol => _regions.Empty,
            _ => SomeElement(attribute, e => Contains(symbol, e)),
        };
    }

    private Region SomeElement(AttributeSymbol attribute, Func<int, Region> contains)
    {
        int count = attribute.Taxonomy?.NodeCount ?? 0;
        var elements = new List<Region>(count);
        for (int e = 0; e < count; e++)
        {
            elements.Add(_regions.And(_regions.IsTrue(VariableOf(attribute) + e), contains(e)));
        }

        return _regions.Union(elements);
    }

    /// <summary>The cases in which a line of members counts: its days, and its condition.</summary>
    public Region Membership(BlocMember member)
    {
        Region days = Days(new DayRange(member.Since ?? Text.CalendarDay.First, member.Until ?? Text.CalendarDay.Last));
        return member.When is null ? days : _regions.And(days, Condition(member.When));
    }

    /// <summary>The cases in which a set contains one node of its taxonomy (by number): a matter of the date and of conditions.</summary>
    public Region Contains(BoundSet set, int element)
    {
        if (set is not BoundListSet list)
        {
            return _regions.Full;
        }

        Region members = Contains(list.Members, element);
        return _regions.Difference(list.Outside ? _regions.Not(members) : members, Contains(list.Except, element));
    }

    /// <summary>The cases in which one of some symbols contains one node (by number).</summary>
    public Region Contains(ImmutableArray<Symbol> symbols, int element) =>
        _regions.Union(symbols.Select(s => Contains(s, element)).ToList());

    /// <summary>The cases in which a node, bloc or defined set contains one node (by number).</summary>
    public Region Contains(Symbol symbol, int element)
    {
        if (_contains.TryGetValue((symbol, element), out Region? known))
        {
            return known;
        }

        DefinitionDependencies.Prepare(symbol, s => _contains.ContainsKey((s, element)), s => Contains(s, element));
        Region region = symbol switch
        {
            NodeSymbol node => node.Covers(element) ? _regions.Full : _regions.Empty,
            BlocSymbol bloc => _regions.Difference(
                _regions.Union(bloc.Members.Select(m => _regions.And(Contains(m.Place, element), Membership(m))).ToList()),
                Contains(bloc.Except, element)),
            DefineSymbol { Set: { } set } => Contains(set, element),
            _ => _regions.Empty,
        };
        _contains.Set((symbol, element), region);
        return region;
    }

    /// <summary>The cases in which a condition holds.</summary>
    public Region Condition(BoundCondition condition) => condition switch
    {
        BoundOr or => _regions.Union(or.Operands.Select(Condition).ToList()),
        BoundAnd and => and.Operands.Aggregate(_regions.Full, (all, c) => _regions.And(all, Condition(c))),
        BoundNot not => _regions.Not(Condition(not.Operand)),
        BoundFlag flag => _regions.IsTrue(VariableOf(flag.Attribute)),
        BoundDefined defined => Defined(defined.Definition),
        BoundIs @is => InSet(@is.Attribute, @is.Set),
        BoundCompare compare => Compare(compare),
        BoundInclude include => Include(include),
        RegionCondition known => known.Cases,
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private Region Defined(DefineSymbol define)
    {
        if (!_conditions.TryGetValue(define, out Region? region))
        {
            DefinitionDependencies.Prepare(
                define, s => s is not DefineSymbol d || _conditions.ContainsKey(d), s => Defined((DefineSymbol)s));
            region = define.Condition is null ? _regions.Empty : Condition(define.Condition);
            _conditions.Set(define, region);
        }

        return region;
    }

    private Region Compare(BoundCompare compare)
    {
        int variable = VariableOf(compare.Attribute);
        long value = compare.Value;
        return compare.Operator switch
        {
            ComparisonOperator.Equal => _regions.Between(variable, value, value),
            ComparisonOperator.Less => _regions.Between(variable, 0, value - 1),
            ComparisonOperator.LessOrEqual => _regions.Between(variable, 0, value),
            ComparisonOperator.Greater => value == long.MaxValue ? _regions.Empty : _regions.Between(variable, value + 1, long.MaxValue),
            ComparisonOperator.GreaterOrEqual => _regions.Between(variable, value, long.MaxValue),
            _ => throw new UnreachableException(),
        };
    }

    private Region Include(BoundInclude include) => include.Kind switch
    {
        IncludeKind.Any => Any(include.Attribute, include.Names),
        IncludeKind.All => All(include.Attribute, include.Names),
        IncludeKind.None when include.Names.IsEmpty => _regions.Not(SomeElement(include.Attribute, _ => _regions.Full)),
        IncludeKind.None => _regions.Not(Any(include.Attribute, include.Names)),
        _ => throw new UnreachableException(),
    };

    private static Region Moved(Region region, Func<Region, Region> moved) => moved(region);
}
