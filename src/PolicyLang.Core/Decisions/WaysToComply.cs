using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>Ways to comply.</summary>
/// <param name="All">Each as the new value of every attribute that changes, shortest first.</param>
/// <param name="AreComplete">Whether there are no others.</param>
public readonly record struct FoundWays(ImmutableArray<CaseFacts> All, bool AreComplete);

/// <summary>Finds every minimal change of chosen attributes after which an act is permitted. The act itself stays what it is.</summary>
public sealed class WaysToComply
{
    private readonly RuleBook _book;
    private readonly RegionSpace _regions;
    private readonly CaseWriter _writer;
    private readonly PointDecider _point;
    private readonly int _action;
    private readonly Dictionary<int, TaxonomySymbol> _nodes;

    public WaysToComply(RuleBook book)
    {
        _book = book;
        _point = new PointDecider(book);
        _regions = book.Space.Regions;
        _writer = new CaseWriter(book.Space);
        _action = book.Model.Attribute(BuiltInAttributes.Action) is { } action ? book.Space.VariableOf(action) : -1;
        _nodes = book.Space.Attributes.Where(a => a.Type == AttributeType.Node && a.Taxonomy is not null)
            .ToDictionary(book.Space.VariableOf, a => a.Taxonomy ?? book.Model.Jurisdictions);
    }

    /// <summary>The ways for a case, each as the new value of every attribute that changes; shortest first.</summary>
    /// <exception cref="InvalidOperationException">The decision procedure does not permit what a way leads to: an error of the compiler, never shown as an answer.</exception>
    public FoundWays Find(long[] values)
    {
        // Where what bears on the case is not decided, a way that the regions show need not be one.
        bool sure = !_book.Near(values).Any(r => _book.Undecided.Contains(r.Clause));
        return Within(() => Changes(Permitted(values), values, IsPermitted, sure));
    }

    /// <summary>The minimal changes that lead from a case into a region over the chosen variables.</summary>
    /// <param name="goal">Works out the region.</param>
    /// <param name="values">The case.</param>
    internal FoundWays Changes(Func<Region> goal, long[] values) => Within(() =>
    {
        Region region = goal();
        return Changes(region, values, after => _regions.Holds(region, after), sure: true);
    });

    private FoundWays Within(Func<FoundWays> find) => _regions.TryWithin(find).Or(new FoundWays([], false));

    private FoundWays Changes(Region goal, long[] values, Func<long[], bool> confirm, bool sure)
    {
        var search = new MinimalChanges(_regions, values, _action, Representatives);
        var ways = ImmutableArray.CreateBuilder<CaseFacts>();
        foreach (ImmutableArray<Change> change in search.Find(goal))
        {
            long[] after = Changed(values, change);
            if (!confirm(after))
            {
                if (!sure)
                {
                    continue;
                }

                throw new InvalidOperationException("A way to comply is not confirmed by the decision procedure.");
            }

            ways.Add(_writer.WriteChanges(values, after));
        }

        return new FoundWays(ways.ToImmutable(), sure && search.IsComplete);
    }

    // Decided rule by rule, without the regions that found the way.
    private bool IsPermitted(long[] values)
    {
        ImmutableArray<Rule> standing = [.. _point.Apply(values).Where(a => a.Stands && !a.Rule.IsSoft).Select(a => a.Rule)];
        return standing.All(r => r.Modality != RuleModality.Prohibition) && standing.Any(r => r.Modality is RuleModality.Permission or RuleModality.Obligation);
    }

    // A node stands for all below it; "none of the named ones" is nothing that an actor can choose.
    private IEnumerable<long> Representatives(int variable, long start, long end)
    {
        if (!_nodes.TryGetValue(variable, out TaxonomySymbol? taxonomy))
        {
            for (long value = start; value <= end; value++)
            {
                yield return value;
            }

            yield break;
        }

        for (long value = start; value <= end && value < taxonomy.NodeCount; value++)
        {
            if (taxonomy.Nodes[(int)value].Parent is not { } parent || parent.Index < start || parent.Last > end)
            {
                yield return value;
            }
        }
    }

    private static long[] Changed(long[] values, ImmutableArray<Change> changes)
    {
        long[] after = (long[])values.Clone();
        foreach (Change change in changes)
        {
            after[change.Variable] = change.Value;
        }

        return after;
    }

    /// <summary>The choices for which the act is permitted, the given facts being those of a case.</summary>
    private Region Permitted(long[] values)
    {
        Region prohibited = _regions.Empty;
        Region permitted = _regions.Empty;
        foreach (Rule rule in _book.Near(values).Where(r => !r.IsSoft))
        {
            _regions.ThrowIfCancelled();
            if (_regions.FixGiven(rule.Region, values).IsEmpty)
            {
                continue;
            }

            Region standing = _regions.FixGiven(_book.Standing(rule), values);
            if (rule.Modality == RuleModality.Prohibition)
            {
                prohibited = _regions.Or(prohibited, standing);
            }
            else if (rule.Modality is RuleModality.Permission or RuleModality.Obligation)
            {
                permitted = _regions.Or(permitted, standing);
            }
        }

        // Any standing prohibition makes the answer prohibited or conflicting, whoever permits or obliges.
        return _regions.Minus(permitted, prohibited);
    }
}
