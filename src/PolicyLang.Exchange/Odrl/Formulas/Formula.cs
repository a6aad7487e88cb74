using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Exchange.Odrl.Formulas;

/// <summary>A condition on a case that ODRL can say: atoms joined by "and" and "or". Denial stands in the atoms alone.</summary>
internal abstract record Formula
{
    /// <summary>What every case fits.</summary>
    public static readonly Formula True = new AllOf([]);

    /// <summary>What no case fits.</summary>
    public static readonly Formula False = new AnyOf([]);

    /// <summary>The opposite, with denial pushed down to the atoms.</summary>
    public abstract Formula Not();

    /// <summary>The cases that fit it.</summary>
    public abstract Region Cases(RegionCompiler compiler);

    /// <summary>The attributes and clocks that it speaks of.</summary>
    public abstract IEnumerable<string> Facts { get; }

    /// <summary>Several formulas that hold together, flattened.</summary>
    public static Formula And(IEnumerable<Formula> parts)
    {
        Formula[] all = [.. parts.SelectMany(p => p is AllOf and ? and.Parts : [p])];
        return all.Contains(False) ? False : all.Length == 1 ? all[0] : new AllOf([.. all]);
    }

    /// <summary>Several formulas of which one holds, flattened.</summary>
    public static Formula Or(IEnumerable<Formula> parts)
    {
        Formula[] all = [.. parts.SelectMany(p => p is AnyOf or ? or.Parts : [p])];
        return all.Contains(True) ? True : all.Length == 1 ? all[0] : new AnyOf([.. all]);
    }
}

/// <summary>All parts hold.</summary>
internal sealed record AllOf(ImmutableArray<Formula> Parts) : Formula
{
    public override IEnumerable<string> Facts => Parts.SelectMany(p => p.Facts);

    public override Formula Not() => Or(Parts.Select(p => p.Not()));

    public override Region Cases(RegionCompiler compiler) =>
        Parts.Aggregate(compiler.Space.Regions.Full, (all, p) => compiler.Space.Regions.And(all, p.Cases(compiler)));

    public bool Equals(AllOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Length;
}

/// <summary>One of the parts holds.</summary>
internal sealed record AnyOf(ImmutableArray<Formula> Parts) : Formula
{
    public override IEnumerable<string> Facts => Parts.SelectMany(p => p.Facts);

    public override Formula Not() => And(Parts.Select(p => p.Not()));

    public override Region Cases(RegionCompiler compiler) =>
        compiler.Space.Regions.Union([.. Parts.Select(p => p.Cases(compiler))]);

    public bool Equals(AnyOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => ~Parts.Length;
}

/// <summary>A flag is set, or is not.</summary>
internal sealed record FlagAtom(AttributeSymbol Attribute, bool IsSet) : Formula
{
    public override IEnumerable<string> Facts => [Attribute.Name];

    public override Formula Not() => this with { IsSet = !IsSet };

    public override Region Cases(RegionCompiler compiler) =>
        compiler.Space.Regions.Between(compiler.Space.VariableOf(Attribute), IsSet ? 1 : 0, IsSet ? 1 : 0);
}

/// <summary>How a number or a day is compared.</summary>
internal enum NumberRelation
{
    Equal,
    NotEqual,
    AtMost,
    AtLeast,
}

/// <summary>A number, a clock or a day is compared with a constant.</summary>
/// <param name="Fact">The attribute or clock.</param>
/// <param name="Relation">How.</param>
/// <param name="Value">As the case keeps it.</param>
internal sealed record NumberAtom(string Fact, NumberRelation Relation, long Value) : Formula
{
    public override IEnumerable<string> Facts => [Fact];

    public override Formula Not() => Relation switch
    {
        NumberRelation.Equal => this with { Relation = NumberRelation.NotEqual },
        NumberRelation.NotEqual => this with { Relation = NumberRelation.Equal },
        NumberRelation.AtMost => Value == long.MaxValue ? False : new NumberAtom(Fact, NumberRelation.AtLeast, Value + 1),
        NumberRelation.AtLeast => Value == 0 ? False : new NumberAtom(Fact, NumberRelation.AtMost, Value - 1),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public override Region Cases(RegionCompiler compiler)
    {
        RegionSpace regions = compiler.Space.Regions;
        int variable = compiler.Space.VariableOfFact(Fact) ?? throw new InvalidOperationException(Fact);
        return Relation switch
        {
            NumberRelation.Equal => regions.Between(variable, Value, Value),
            NumberRelation.NotEqual => regions.Not(regions.Between(variable, Value, Value)),
            NumberRelation.AtMost => regions.Between(variable, 0, Value),
            NumberRelation.AtLeast => regions.Between(variable, Value, long.MaxValue),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>
/// A value is one of some nodes or below them; a set has an element that is. With <paramref name="WithNone"/>, also where no value is
/// named, or the set is empty.
/// </summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Nodes">The nodes.</param>
/// <param name="WithNone">Whether "none" is meant, too.</param>
/// <param name="IsDenied">Whether it is the opposite.</param>
internal sealed record NodesAtom(AttributeSymbol Attribute, ImmutableArray<NodeSymbol> Nodes, bool WithNone, bool IsDenied) : Formula
{
    /// <summary>Whether the very nodes are meant, without what lies below them.</summary>
    public bool IsExact { get; init; }

    public override IEnumerable<string> Facts => [Attribute.Name];

    public override Formula Not() => this with { IsDenied = !IsDenied };

    public override Region Cases(RegionCompiler compiler)
    {
        RegionSpace regions = compiler.Space.Regions;
        Region cases = IsExact
            ? regions.Union([.. Nodes.Select(n => Alone(compiler, n))])
            : compiler.Any(Attribute, [.. Nodes.Select(n => (Symbol)n)]);
        cases = WithNone ? regions.Or(cases, None(compiler)) : cases;
        return IsDenied ? regions.Not(cases) : cases;
    }

    public bool Equals(NodesAtom? other) => other is not null && ReferenceEquals(Attribute, other.Attribute)
        && Nodes.SequenceEqual(other.Nodes) && (WithNone, IsDenied, IsExact) == (other.WithNone, other.IsDenied, other.IsExact);

    public override int GetHashCode() => Attribute.Name.Length + Nodes.Length;

    private Region Alone(RegionCompiler compiler, NodeSymbol node) => Attribute.Type == AttributeType.NodeSet
        ? compiler.Space.Regions.IsTrue(compiler.Space.VariableOf(Attribute) + node.Index)
        : compiler.Space.Regions.Between(compiler.Space.VariableOf(Attribute), node.Index, node.Index);

    private Region None(RegionCompiler compiler)
    {
        RegionSpace regions = compiler.Space.Regions;
        int first = compiler.Space.VariableOf(Attribute);
        int count = Attribute.Taxonomy?.NodeCount ?? 0;
        return Attribute.Type != AttributeType.NodeSet
            ? regions.Between(first, count, count)
            : regions.Not(regions.Union([.. Enumerable.Range(first, count).Select(regions.IsTrue)]));
    }
}
