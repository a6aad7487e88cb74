using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Exchange.Odrl.Formulas;

/// <summary>Leaves out of formulas what goes without saying where they are used. Exact: it asks the regions.</summary>
internal sealed class Simplifier(RegionCompiler compiler)
{
    private readonly RegionSpace _regions = compiler.Space.Regions;

    /// <summary>The same formula for the cases of a region: what holds in all of them is left out.</summary>
    public Formula Within(Formula formula, Region context) => formula switch
    {
        AllOf and => All(and, context),
        AnyOf or => Any(or, context),
        _ when _regions.IsSubsetOf(context, formula.Cases(compiler)) => Formula.True,
        _ when !_regions.Overlaps(context, formula.Cases(compiler)) => Formula.False,
        _ => formula,
    };

    /// <summary>The conjuncts of a formula that are not so in all cases of a region, each with those before it taken for granted.</summary>
    private Formula All(AllOf and, Region context)
    {
        var parts = new List<Formula>();
        Region rest = context;
        foreach (Formula part in and.Parts)
        {
            Formula left = Within(part, rest);
            if (left != Formula.True)
            {
                parts.Add(left);
                rest = _regions.And(rest, left.Cases(compiler));
            }
        }

        return Formula.And(parts);
    }

    private Formula Any(AnyOf or, Region context)
    {
        List<Formula> parts = Merge([.. or.Parts.Select(p => Within(p, context)).Where(p => p != Formula.False)]);
        for (int i = parts.Count - 1; i >= 0 && parts.Count > 1; i--)
        {
            Region others = _regions.Union([.. parts.Where((_, at) => at != i).Select(p => p.Cases(compiler))]);
            if (_regions.IsSubsetOf(_regions.And(context, parts[i].Cases(compiler)), others))
            {
                parts.RemoveAt(i);
            }
        }

        Formula joined = Formula.Or(parts);
        return _regions.IsSubsetOf(context, joined.Cases(compiler)) ? Formula.True : joined;
    }

    // "A or B" of one attribute is one list.
    private static List<Formula> Merge(List<Formula> parts)
    {
        var merged = new List<Formula>();
        foreach (Formula part in parts)
        {
            int at = part is NodesAtom { IsDenied: false, IsExact: false } ? merged.FindIndex(m => Joins(m, part)) : -1;
            if (at < 0)
            {
                merged.Add(part);
            }
            else
            {
                (NodesAtom one, NodesAtom other) = ((NodesAtom)merged[at], (NodesAtom)part);
                merged[at] = one with
                {
                    Nodes = [.. one.Nodes.Concat(other.Nodes).Distinct()],
                    WithNone = one.WithNone || other.WithNone,
                };
            }
        }

        return merged;
    }

    private static bool Joins(Formula one, Formula other) =>
        one is NodesAtom { IsDenied: false, IsExact: false } a && other is NodesAtom b && ReferenceEquals(a.Attribute, b.Attribute);
}
