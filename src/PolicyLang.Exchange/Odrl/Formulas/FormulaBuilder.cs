using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Exchange.Odrl.Formulas;

/// <summary>Sets and conditions of the language as formulas: what <see cref="RegionCompiler"/> makes regions of.</summary>
/// <param name="model">The vocabulary.</param>
/// <param name="keeping">Whether the destination is read as the location, as in rules about keeping data abroad.</param>
internal sealed class FormulaBuilder(SemanticModel model, bool keeping)
{
    private readonly AttributeSymbol? _location = model.Attribute(BuiltInAttributes.Location);

    /// <summary>The cases in which an attribute's value is in a set; all where the slot is not written.</summary>
    public Formula InSet(AttributeSymbol? attribute, BoundSet? set)
    {
        if (attribute is null || set is not BoundListSet list)
        {
            return Formula.True;
        }

        // Where data were collected is where they are sent from, unless it is said.
        return attribute.Name == BuiltInAttributes.Collected && model.Attribute(BuiltInAttributes.Origin) is { } origin
            ? Formula.Or(
                [
                    Formula.And([None(attribute).Not(), InList(attribute, list)]),
                    Formula.And([None(attribute), InList(origin, list)]),
                ])
            : InList(attribute, list);
    }

    /// <summary>The cases in which no value is named, or a set is empty.</summary>
    public Formula None(AttributeSymbol attribute) => new NodesAtom(Read(attribute), [], WithNone: true, IsDenied: false);

    /// <summary>The cases in which a value is one of some symbols, or a set has one of them.</summary>
    public Formula Any(AttributeSymbol attribute, IEnumerable<Symbol> symbols)
    {
        Symbol[] all = [.. symbols];
        ImmutableArray<NodeSymbol> nodes = [.. all.OfType<NodeSymbol>()];
        IEnumerable<Formula> others = all.Where(s => s is not NodeSymbol).Select(s => One(attribute, s));
        return Formula.Or(nodes.IsEmpty ? others : others.Prepend(new NodesAtom(Read(attribute), nodes, false, false)));
    }

    /// <summary>A condition.</summary>
    public Formula Condition(BoundCondition condition) => condition switch
    {
        BoundOr or => Formula.Or(or.Operands.Select(Condition)),
        BoundAnd and => Formula.And(and.Operands.Select(Condition)),
        BoundNot not => Condition(not.Operand).Not(),
        BoundFlag flag => new FlagAtom(flag.Attribute, true),
        BoundDefined { Definition.Condition: { } inner } => Condition(inner),
        BoundDefined => Formula.False,
        BoundIs one => InSet(one.Attribute, one.Set),
        BoundCompare compare => Compare(compare),
        BoundInclude { Kind: IncludeKind.None, Names.IsEmpty: true } include => None(include.Attribute),
        BoundInclude { Kind: IncludeKind.None } include => Any(include.Attribute, include.Names).Not(),
        BoundInclude { Kind: IncludeKind.All } include => Formula.And(include.Names.Select(n => Any(include.Attribute, [n]))),
        BoundInclude include => Any(include.Attribute, include.Names),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The days of some stretches.</summary>
    public static Formula Days(IEnumerable<DayRange> days) => Formula.Or(days.Select(d => Period(d.From, d.Until)));

    private AttributeSymbol Read(AttributeSymbol attribute) =>
        keeping && attribute.Name == BuiltInAttributes.Destination && _location is not null ? _location : attribute;

    private Formula InList(AttributeSymbol attribute, BoundListSet list)
    {
        Formula members = Any(attribute, list.Members);
        members = list.Outside ? members.Not() : members;
        return list.Except.IsEmpty ? members : Formula.And([members, Any(attribute, list.Except).Not()]);
    }

    private Formula One(AttributeSymbol attribute, Symbol symbol) => symbol switch
    {
        BlocSymbol bloc => Formula.And(
            [
                Formula.Or(bloc.Members.GroupBy(m => (m.Since, m.Until, m.When)).Select(g => Formula.And(
                    [
                        Period(g.Key.Since ?? CalendarDay.First, g.Key.Until ?? CalendarDay.Last),
                        g.Key.When is null ? Formula.True : Condition(g.Key.When),
                        Any(attribute, g.Select(m => m.Place)),
                    ]))),
                Any(attribute, bloc.Except).Not(),
            ]),
        DefineSymbol { Set: { } set } => InSet(attribute, set),
        _ => Formula.False,
    };

    private static Formula Period(CalendarDay from, CalendarDay until) => Formula.And(
        [
            from == CalendarDay.First ? Formula.True : new NumberAtom(BuiltInAttributes.Date, NumberRelation.AtLeast, from.Number),
            until == CalendarDay.Last ? Formula.True : new NumberAtom(BuiltInAttributes.Date, NumberRelation.AtMost, until.Number),
        ]);

    private static Formula Compare(BoundCompare compare)
    {
        string fact = compare.Attribute.Name;
        long value = compare.Value;
        return compare.Operator switch
        {
            ComparisonOperator.Equal => new NumberAtom(fact, NumberRelation.Equal, value),
            ComparisonOperator.LessOrEqual => new NumberAtom(fact, NumberRelation.AtMost, value),
            ComparisonOperator.GreaterOrEqual => new NumberAtom(fact, NumberRelation.AtLeast, value),
            ComparisonOperator.Less => new NumberAtom(fact, NumberRelation.AtLeast, value).Not(),
            ComparisonOperator.Greater => new NumberAtom(fact, NumberRelation.AtMost, value).Not(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
