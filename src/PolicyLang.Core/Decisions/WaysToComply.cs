using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Decisions;

/// <summary>Minimal changes of a case.</summary>
/// <param name="All">Each as the new value of every attribute that changes, shortest first; with what the case then is.</param>
/// <param name="AreComplete">Whether there are no others.</param>
internal readonly record struct FoundWays(ImmutableArray<ComplyingWay> All, bool AreComplete);

/// <summary>
/// Finds every minimal change after which an act is lawful: of chosen attributes (ways to comply; the act itself stays what it is), or of
/// given facts that may still come about (other grounds).
/// </summary>
internal sealed class WaysToComply
{
    private readonly RuleBook _book;
    private readonly RegionSpace _regions;
    private readonly CaseWriter _writer;
    private readonly CaseEvaluator _point;
    private readonly int _action;
    private readonly Dictionary<int, TaxonomySymbol> _nodes;
    private readonly HashSet<int> _grounds;
    private readonly HashSet<int> _flags;
    private readonly IdleClocks _idle;

    public WaysToComply(RuleBook book)
    {
        _book = book;
        _point = new CaseEvaluator(book);
        _idle = new IdleClocks(book);
        _regions = book.Space.Regions;
        _writer = new CaseWriter(book.Space);
        _action = book.Model.Attribute(BuiltInAttributes.Action) is { } action ? book.Space.VariableOf(action) : -1;
        _nodes = book.Space.Attributes.Where(a => a.Type == AttributeType.Node && a.Taxonomy is not null)
            .ToDictionary(book.Space.VariableOf, a => a.Taxonomy ?? book.Model.Jurisdictions);
        _flags = [.. book.Space.Attributes.Where(a => a.Type == AttributeType.Flag).Select(book.Space.VariableOf)];
        _grounds = [.. book.Space.Attributes.Where(a => a.MayComeAbout).SelectMany(a => book.Space.VariablesOf(a.Name))];
    }

    /// <summary>The ways for a case; those that end permitted first, then the shortest.</summary>
    /// <exception cref="InvalidOperationException">The decision procedure does not find lawful what a way leads to: an error of the
    /// compiler, never shown as an answer.</exception>
    public FoundWays Find(long[] values)
    {
        ImmutableArray<Rule> near = [.. _book.Near(values)];
        return Lawful(values, near, IsChoice, () => LawfulChoices(values, near));
    }

    /// <summary>The minimal changes of given facts with which the act would be lawful; flags that the case states stay.</summary>
    /// <param name="values">The case.</param>
    /// <param name="stated">The attributes that the case states.</param>
    public FoundWays FindGrounds(long[] values, ISet<string> stated)
    {
        bool Changeable(int variable) =>
            _grounds.Contains(variable) && !(_flags.Contains(variable) && stated.Contains(_regions.Variables[variable].Attribute));
        return Lawful(values, [.. _book.Near(values)], Changeable, () => LawfulCases(values, Changeable));
    }

    /// <summary>The minimal changes of what the actor decides that lead from a case into a region, and whether these are all.</summary>
    /// <param name="goal">Works out the region.</param>
    /// <param name="values">The case.</param>
    internal (ImmutableArray<CaseFacts> All, bool AreComplete) Changes(Func<Region> goal, long[] values) => WithinBudget(() =>
    {
        Region region = Busy(values, _book.Near(values))(_regions.CofactorOfGiven(_regions.And(_book.Existing, goal()), values));
        return Changes(
            region, values, IsChoice, after => _regions.Holds(region, after) ? _writer.WriteChanges(values, after) : null, sure: true);
    });

    private bool IsChoice(int variable) => variable >= _regions.FirstChosenVariable && variable != _action;

    private FoundWays Lawful(long[] values, ImmutableArray<Rule> near, Func<int, bool> changeable, Func<Region> lawful)
    {
        // If a rule near the case is undecided, a way found may not be one.
        bool sure = !near.Any(r => _book.Undecided.Contains(r.Clause));
        ComplyingWay? Way(long[] after) =>
            LawfulOutcome(after) is { } outcome ? new ComplyingWay(_writer.WriteChanges(values, after), outcome) : null;
        (ImmutableArray<ComplyingWay> ways, bool complete) = WithinBudget(() => Changes(lawful(), values, changeable, Way, sure));
        return new FoundWays([.. ways.OrderBy(w => w.Outcome != Outcome.Permitted)], complete);
    }

    private (ImmutableArray<T> All, bool AreComplete) WithinBudget<T>(Func<(ImmutableArray<T> All, bool AreComplete)> find) =>
        _regions.TryWithin(find).Or(([], false));

    // What a change leads to is said only where the decision procedure confirms it.
    private (ImmutableArray<T> All, bool AreComplete) Changes<T>(
        Region goal, long[] values, Func<int, bool> changeable, Func<long[], T?> tell, bool sure)
        where T : class
    {
        var search = new MinimalChanges(_regions, values, changeable, Representatives);
        var told = ImmutableArray.CreateBuilder<T>();
        foreach (ImmutableArray<Change> change in search.Find(goal))
        {
            if (tell(Changed(values, change)) is { } found)
            {
                told.Add(found);
            }
            else if (sure)
            {
                throw new InvalidOperationException("A way to comply is not confirmed by the decision procedure.");
            }
        }

        return (told.ToImmutable(), sure && search.IsComplete);
    }

    // Decided rule by rule, as a check on the regions; null if not lawful.
    private Outcome? LawfulOutcome(long[] values)
    {
        if (!_regions.Holds(_book.Existing, values))
        {
            return null;
        }

        ImmutableArray<RuleModality> standing =
            [.. _point.Apply(values).Where(a => a.Stands && !a.Rule.IsSoft && !a.Rule.IsLawMaking).Select(a => a.Rule.Modality)];
        return standing.Contains(RuleModality.Prohibition) ? null
            : standing.Any(m => m is RuleModality.Permission or RuleModality.Obligation) ? Outcome.Permitted
            : Outcome.Unregulated;
    }

    // A node stands for everything below it; no actor can choose "none of the named".
    private IEnumerable<long> Representatives(int variable, long start, long end, Func<long, bool> leadsThere)
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
            if (!taxonomy.Nodes[(int)value].Parents.Any(p => p.Leaves.All(leaves => leaves.All(leadsThere))))
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

    // No way changes a clock that nothing near the case compares.
    private Func<Region, Region> Busy(long[] values, IEnumerable<Rule> near)
    {
        ISet<int> idle = _idle.Find(near);
        var known = new Dictionary<int, int>();
        return region => _regions.Cofactor(region, idle, values, known);
    }

    // The lawful choices, with the given facts of the case fixed.
    private Region LawfulChoices(long[] values, ImmutableArray<Rule> near)
    {
        Func<Region, Region> busy = Busy(values, near);
        Region Choices(Region region) => busy(_regions.CofactorOfGiven(region, values));
        Region lawful = Choices(_book.Existing);
        foreach (Rule rule in near)
        {
            _regions.ThrowIfCancelled();
            if (rule.Modality == RuleModality.Prohibition && !rule.IsSoft)
            {
                lawful = _regions.Difference(lawful, Choices(_book.Uncut(rule)));
            }
        }

        return lawful;
    }

    // Any standing prohibition makes the answer prohibited or conflicting, whoever permits or obliges.
    private Region LawfulCases(long[] values, Func<int, bool> changeable)
    {
        Region near = CasePattern.FromValues(_regions, values, Enumerable.Range(0, _regions.Variables.Length).Where(v => !changeable(v)));
        Region lawful = _regions.And(_book.Existing, near);
        foreach (Rule rule in _book.Rules)
        {
            _regions.ThrowIfCancelled();
            if (rule.Modality == RuleModality.Prohibition && !rule.IsSoft && _regions.Overlaps(rule.Region, near))
            {
                lawful = _regions.Difference(lawful, _book.Uncut(rule));
            }
        }

        return lawful;
    }
}
