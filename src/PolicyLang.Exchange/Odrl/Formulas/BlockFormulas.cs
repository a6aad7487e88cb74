using PolicyLang.Decisions.Blocks;
using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Exchange.Odrl.Formulas;

/// <summary>Blocks of cases as formulas.</summary>
internal sealed class BlockFormulas(SemanticModel model, RegionCompiler compiler)
{
    // A region that takes more is not said.
    private const int MostBlocks = 200;

    private readonly FormulaBuilder _build = new(model, keeping: false);
    private readonly RegionSpace _regions = compiler.Space.Regions;

    /// <summary>Formulas that together are a region within another; null where that takes too many.</summary>
    /// <param name="cases">The region.</param>
    /// <param name="within">The cases that are spoken of.</param>
    public ImmutableArray<Formula>? Cover(Region cases, Region within)
    {
        var grower = new BlockGrower(model, compiler);
        Region limit = _regions.Or(cases, _regions.Not(within));
        var found = ImmutableArray.CreateBuilder<Formula>();
        for (Region rest = _regions.And(cases, within); !rest.IsEmpty;)
        {
            if (found.Count == MostBlocks)
            {
                return null;
            }

            Block block = grower.Grow(_regions.Witness(rest), limit);
            Formula formula = Formula.And(block.Parts.Select(Part));
            found.Add(formula);
            Region left = _regions.Difference(rest, formula.Cases(compiler));
            if (ReferenceEquals(left, rest))
            {
                return null;
            }

            rest = left;
        }

        return found.ToImmutable();
    }

    private Formula Part(BlockPart part) => part switch
    {
        FlagPart flag => new FlagAtom(Attribute(flag.Fact), flag.IsSet),
        NumbersPart numbers => Formula.Or(numbers.Stretches.Select(s => Formula.And(
            [
                s.First == 0 ? Formula.True : new NumberAtom(numbers.Fact, NumberRelation.AtLeast, s.First),
                s.Last == numbers.Maximum ? Formula.True : new NumberAtom(numbers.Fact, NumberRelation.AtMost, s.Last),
            ]))),
        ValuePart { Fact: BuiltInAttributes.Collected } collected => Collected(collected),
        ValuePart value => Value(Attribute(value.Fact), value.Names),
        ElementsPart elements => elements.IsPresent
            ? Names(Attribute(elements.Fact), elements.Names)
            : Names(Attribute(elements.Fact), elements.Names).Not(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Such a part may mean either attribute; its cases say which.
    private Formula Collected(ValuePart part)
    {
        AttributeSymbol collected = Attribute(part.Fact);
        Formula alone = Value(collected, part.Names);
        return ReferenceEquals(alone.Cases(compiler), part.Cases) || model.Attribute(BuiltInAttributes.Origin) is not { } origin
            ? alone
            : Formula.Or(
                [
                    Formula.And([_build.None(collected).Not(), Value(collected, part.Names)]),
                    Formula.And([_build.None(collected), Value(origin, part.Names)]),
                ]);
    }

    private Formula Value(AttributeSymbol attribute, NodeList names)
    {
        Formula named = Names(attribute, names);
        return names.WithNone
            ? Formula.Or([named, _build.None(attribute)])
            : Formula.And([named, _build.None(attribute).Not()]);
    }

    private Formula Names(AttributeSymbol attribute, NodeList list)
    {
        Formula names = Formula.Or(list.Names.Select(n => Name(attribute, n)));
        Formula except = Formula.Or(list.Except.Select(n => Name(attribute, n)));
        return Formula.And([list.IsOutside ? names.Not() : names, except.Not()]);
    }

    private Formula Name(AttributeSymbol attribute, NodeName name) => name is { IsAlone: true, Symbol: NodeSymbol node }
        ? new NodesAtom(attribute, [node], false, false) { IsExact = true }
        : _build.Any(attribute, [name.Symbol]);

    private AttributeSymbol Attribute(string name) => model.Attribute(name) ?? throw new InvalidOperationException(name);
}
