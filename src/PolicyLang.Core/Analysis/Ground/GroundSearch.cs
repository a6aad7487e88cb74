using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Ground;

/// <summary>
/// Decides a case for every two parties, and finds every minimal set of safeguards and facts that opens all pairs at once: the changes
/// that lead into what is lawful for each of them.
/// </summary>
internal sealed class GroundSearch
{
    private static readonly Outcome[] Told = [Outcome.Permitted, Outcome.Prohibited, Outcome.Conflicting];

    private readonly RuleBook _book;
    private readonly RegionSpace _regions;
    private readonly Region _pattern;
    private readonly long[] _values;
    private readonly int _origin;
    private readonly int _destination;
    private readonly HashSet<int> _changeable;
    private readonly CaseEvaluator _point;
    private readonly Decider _decider;

    /// <param name="book">The rules.</param>
    /// <param name="asked">The cases that are asked about; at least one exists.</param>
    /// <param name="stated">The attributes that the question states: no bundle changes them.</param>
    public GroundSearch(RuleBook book, Region asked, ISet<string> stated)
    {
        (_book, _regions) = (book, book.Space.Regions);
        _pattern = _regions.And(book.Existing, asked);
        _values = _regions.Witness(_pattern);
        _origin = book.Space.VariablesOf(BuiltInAttributes.Origin).First();
        _destination = book.Space.VariablesOf(BuiltInAttributes.Destination).First();
        _point = new CaseEvaluator(book);
        _decider = new Decider(book);
        ISet<int> needed = _regions.Support([asked]);
        _changeable =
        [
            .. book.Space.Attributes.Where(a => IsAddable(a) && !(a.Type == AttributeType.Flag && stated.Contains(a.Name)))
                .SelectMany(a => book.Space.VariablesOf(a.Name)).Where(v => _values[v] == 0 && !needed.Contains(v)),
        ];
    }

    /// <param name="names">Places and blocs, at least two.</param>
    /// <param name="problems">What is wrong with them.</param>
    public GroundReport? Search(ImmutableArray<string> names, out ImmutableArray<string> problems)
    {
        CalendarDay day = _book.Space.DateOf(_values);
        ImmutableArray<GroundParty?> found = [.. names.Select(n => Party(n, day))];
        problems = [.. names.Where((_, i) => found[i] is null).Select(n => $"There is no jurisdiction or bloc '{n}'.")];
        if (!problems.IsEmpty)
        {
            return null;
        }

        ImmutableArray<GroundParty> parties = [.. found.OfType<GroundParty>()];
        var pairs = new Dictionary<(int, int), ImmutableArray<Pair>>();
        Func<GroundParty, int, NodeSymbol[]> standFor = Representatives();
        ImmutableArray<ImmutableArray<GroundCell>> rows =
        [
            .. parties.Select((from, i) => parties.Select((to, j) =>
            {
                ImmutableArray<Pair> all = i == j ? [] : [.. Pairs(standFor(from, _origin), standFor(to, _destination))];
                pairs.Add((i, j), all);
                return Cell(all);
            }).ToImmutableArray()),
        ];
        (ImmutableArray<CaseFacts> bundles, bool complete) = Bundles(
            rows, [.. pairs.Where(p => rows[p.Key.Item1][p.Key.Item2] is { IsOpen: true } or { CanOpen: true }).SelectMany(p => p.Value)]);
        return new GroundReport(new CaseWriter(_book.Space).Write(Neutral(_values)), parties, rows, bundles, Closing(rows))
        {
            BundlesAreComplete = complete,
            Undecided = [.. _book.Undecided.Select(c => c.QualifiedName).OrderBy(n => n, StringComparer.Ordinal)],
        };
    }

    // What the actor may add, and facts that may still come about.
    private static bool IsAddable(AttributeSymbol attribute) =>
        attribute.Type is AttributeType.Flag or AttributeType.NodeSet && (attribute.Chosen || attribute.MayComeAbout);

    private long[] Neutral(long[] values)
    {
        long[] told = (long[])values.Clone();
        told[_origin] = _regions.Variables[_origin].Neutral;
        told[_destination] = _regions.Variables[_destination].Neutral;
        return told;
    }

    private GroundParty? Party(string name, CalendarDay day) =>
        _book.Model.Jurisdictions.Find(name) is { } place ? new GroundParty(name, [place])
        : _book.Model.Blocs.FirstOrDefault(b => b.Name == name) is { } bloc
            ? new GroundParty(
                name, [.. BlocMembership.PeriodsOf(bloc).Where(p => p.Covers(day) && !p.IsConditional).Select(p => p.Place).Distinct()])
        : null;

    // Of places that no rule tells apart, whatever is added, one stands for all.
    private Func<GroundParty, int, NodeSymbol[]> Representatives()
    {
        Region near = CasePattern.FromValues(
            _regions, _values, Fixed().Where(v => v != _origin && v != _destination));
        near = _regions.And(_book.Existing, near);
        var outcomes = new OutcomeRegions(_book, near);
        Region[] told = [.. Told.Select(outcomes.RegionOf), near, _pattern];
        var classes = new Dictionary<int, Dictionary<long, long>>();
        foreach (int variable in new[] { _origin, _destination })
        {
            classes.Add(variable, _regions.ClassesOf(told, variable).SelectMany(c => c.Select(v => (v, c[0])))
                .ToDictionary(p => p.v, p => p.Item2));
        }

        return (party, variable) => [.. party.Places.GroupBy(p => classes[variable][p.Index]).Select(g => g.First())];
    }

    private IEnumerable<int> Fixed() => _regions.Variables.Select(v => v.Index).Where(v => !_changeable.Contains(v));

    private IEnumerable<Pair> Pairs(NodeSymbol[] from, NodeSymbol[] to)
    {
        foreach ((NodeSymbol origin, NodeSymbol destination) in from.SelectMany(f => to.Where(t => t != f).Select(t => (f, t))))
        {
            long[] values = (long[])_values.Clone();
            values[_origin] = origin.Index;
            values[_destination] = destination.Index;
            if (_regions.Holds(_pattern, values))
            {
                yield return new Pair(values, Lawful(values));
            }
        }
    }

    // The additions with which nothing forbids it, as a region over these alone.
    private Region Lawful(long[] values)
    {
        var rest = new HashSet<int>(Fixed());
        Region near = CasePattern.FromValues(_regions, values, rest);
        Region lawful = _regions.And(_book.Existing, near);
        foreach (Rule rule in _book.Rules)
        {
            _regions.ThrowIfCancelled();
            if (rule.Modality == RuleModality.Prohibition && !rule.IsSoft && _regions.Overlaps(rule.Region, near))
            {
                lawful = _regions.Difference(lawful, _book.Uncut(rule));
            }
        }

        return _regions.Cofactor(lawful, rest, values, []);
    }

    private GroundCell Cell(ImmutableArray<Pair> pairs) => pairs.IsEmpty
        ? new GroundCell(null, [], false)
        : new GroundCell(
            OutcomeOrder.Strictest(pairs.Select(p => _decider.OutcomeOf(p.Values))),
            [.. pairs.SelectMany(p => Forbidding(p.Values)).Distinct().OrderBy(n => n, StringComparer.Ordinal)],
            pairs.All(p => !p.Lawful.IsEmpty));

    private IEnumerable<string> Forbidding(long[] values) =>
        _point.Apply(values).Where(a => a.Stands && a.Rule is { Modality: RuleModality.Prohibition, IsSoft: false })
            .Select(a => a.Rule.Clause.QualifiedName);

    private (ImmutableArray<CaseFacts> All, bool AreComplete) Bundles(
        ImmutableArray<ImmutableArray<GroundCell>> rows, ImmutableArray<Pair> pairs)
    {
        if (!rows.Any(r => r.Any(c => c is { Outcome: not null, IsOpen: false, CanOpen: true })))
        {
            return ([], true);
        }

        // Where it is unknown how a rule stands, what the regions promise may not hold.
        bool sure = _book.Undecided.Count == 0;
        Region goal = pairs.Aggregate(_regions.Full, (all, p) => _regions.And(all, p.Lawful));
        var search = new MinimalChanges(_regions, _values, _changeable.Contains);
        var writer = new CaseWriter(_book.Space);
        var told = ImmutableArray.CreateBuilder<CaseFacts>();
        foreach (ImmutableArray<Change> bundle in search.Find(goal))
        {
            if (pairs.All(p => Decide(p.Values, bundle) is Outcome.Permitted or Outcome.Unregulated))
            {
                told.Add(writer.WriteChanges(_values, After(_values, bundle)));
            }
            else if (sure)
            {
                throw new InvalidOperationException("A bundle is not confirmed by the decision procedure.");
            }
        }

        return (told.ToImmutable(), sure && search.IsComplete);
    }

    private Outcome Decide(long[] values, ImmutableArray<Change> bundle) => _decider.OutcomeOf(After(values, bundle));

    private static long[] After(long[] values, ImmutableArray<Change> bundle)
    {
        long[] after = (long[])values.Clone();
        foreach (Change change in bundle)
        {
            after[change.Variable] = change.Value;
        }

        return after;
    }

    private static ImmutableArray<ClosingClause> Closing(ImmutableArray<ImmutableArray<GroundCell>> rows) =>
    [
        .. rows.SelectMany(r => r).Where(c => !c.IsOpen).SelectMany(c => c.Closing).GroupBy(c => c, StringComparer.Ordinal)
            .Select(g => new ClosingClause(g.Key, g.Count()))
            .OrderByDescending(c => c.Pairs).ThenBy(c => c.Clause, StringComparer.Ordinal),
    ];

    // A case of two places, and what may be added to it.
    private sealed record Pair(long[] Values, Region Lawful);
}
