using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis;

/// <summary>Whether the cells of a matrix depend on who receives the data.</summary>
internal sealed class Recipients
{
    private static readonly Outcome[] Told = [Outcome.Permitted, Outcome.Prohibited, Outcome.Conflicting];

    private readonly RegionSpace _regions;
    private readonly int _variable;
    private readonly ImmutableArray<(Outcome Outcome, Region Cases)> _outcomes;
    private readonly ImmutableArray<(long First, ImmutableArray<NodeSymbol> Roles)> _classes;

    /// <param name="book">The rules.</param>
    /// <param name="values">What holds in every cell, without a recipient.</param>
    public Recipients(RuleBook book, long[] values)
    {
        _regions = book.Space.Regions;
        _variable = book.Space.VariablesOf(BuiltInAttributes.Recipient).First();
        var known = new HashSet<int>(_regions.Variables.Select(v => v.Index));
        known.ExceptWith(new[] { BuiltInAttributes.Origin, BuiltInAttributes.Destination, BuiltInAttributes.Recipient }
            .SelectMany(book.Space.VariablesOf));
        var outcomes = new OutcomeRegions(book, _regions.And(book.Existing, CasePattern.FromValues(_regions, values, known)));
        _outcomes = [.. Told.Select(o => (o, outcomes.RegionOf(o)))];
        long nobody = values[_variable];
        ImmutableArray<NodeSymbol> roles = book.Model.Attribute(BuiltInAttributes.Recipient)?.Taxonomy?.Nodes ?? [];
        _classes =
        [
            .. _regions.ClassesOf([.. _outcomes.Select(o => o.Cases)], _variable)
                .Select(c => (c.Contains(nobody) ? nobody : c[0], RolesIn(c, roles)))
                .OrderBy(c => c.Item1 != nobody),
        ];
    }

    /// <summary>The outcomes by recipient where they differ; else none.</summary>
    /// <param name="cell">The case of the cell.</param>
    public ImmutableArray<RecipientOutcome> Of(long[] cell)
    {
        if (_classes.Length <= 1)
        {
            return [];
        }

        long[] values = (long[])cell.Clone();
        ILookup<Outcome, ImmutableArray<NodeSymbol>> found = _classes.ToLookup(c => OutcomeAt(values, c.First), c => c.Roles);
        return found.Count <= 1 ? []
            : [.. found.Select((g, i) => new RecipientOutcome(g.Key, Named([.. g.SelectMany(r => r)], isRest: i == 0)))];
    }

    private Outcome OutcomeAt(long[] values, long recipient)
    {
        values[_variable] = recipient;
        foreach ((Outcome outcome, Region cases) in _outcomes)
        {
            if (_regions.Holds(cases, values))
            {
                return outcome;
            }
        }

        return Outcome.Unregulated;
    }

    private static ImmutableArray<NodeSymbol> RolesIn(ImmutableArray<long> values, ImmutableArray<NodeSymbol> roles) =>
        [.. values.Where(v => v >= 0 && v < roles.Length).Select(v => roles[(int)v])];

    // What its parents say of a role need not be said again.
    private static ImmutableArray<NodeSymbol> Named(ImmutableArray<NodeSymbol> roles, bool isRest) =>
        [.. roles.Where(r => r.Parents.Count == 0 ? !isRest : !r.Parents.All(roles.Contains))];
}
