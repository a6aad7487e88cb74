using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Storage;

/// <summary>Finds where data have to be stored: which duties are due, where each can be fulfilled, the fewest places for all.</summary>
internal sealed class StorageFinder
{
    private const string Store = "store";

    private readonly RuleBook _book;
    private readonly RegionSpace _regions;
    private readonly CaseWriter _writer;
    private readonly int _location;
    private readonly Region _storing;

    public StorageFinder(RuleBook book)
    {
        (_book, _regions) = (book, book.Space.Regions);
        _writer = new CaseWriter(book.Space);
        _location = book.Space.VariablesOf(BuiltInAttributes.Location).First();
        AttributeSymbol? action = book.Space.Attribute(BuiltInAttributes.Action);
        _storing = action?.Taxonomy?.Find(Store) is { } store ? book.Compiler.Any(action, [store]) : _regions.Empty;
    }

    /// <param name="facts">What is given: actor, data, date.</param>
    /// <param name="origins">Where the data come from; empty where the facts say so, or nobody asks.</param>
    /// <param name="problems">What is wrong with the question.</param>
    public StorageReport? Find(IEnumerable<RawFact> facts, ImmutableArray<string> origins, out ImmutableArray<string> problems)
    {
        RawFact[] told = [.. facts];
        var duties = ImmutableArray.CreateBuilder<StorageDuty>();
        foreach (string? origin in origins.IsEmpty ? [null] : origins.Cast<string?>())
        {
            RawFact[] here = origin is null
                ? told
                : [.. told.Where(f => f.Attribute != BuiltInAttributes.Origin), new RawFact(BuiltInAttributes.Origin, [origin])];
            if (new CaseReader(_book.Space).Read(here, out problems) is not { } values)
            {
                return null;
            }

            duties.AddRange(Duties(values, origin));
        }

        problems = [];
        ImmutableArray<StorageDuty> all = duties.ToImmutable();
        return new StorageReport(
            all,
            all.All(d => !d.Places.IsEmpty) ? Fewest(all) : [],
            [.. _book.Undecided.Select(c => c.QualifiedName).OrderBy(n => n, StringComparer.Ordinal)]);
    }

    /// <summary>The duties to store that are due in a case, in the order of their clauses.</summary>
    private IEnumerable<StorageDuty> Duties(long[] values, string? origin)
    {
        Region exist = _regions.CofactorOfGiven(_book.Existing, values);
        ImmutableArray<Rule> near = [.. _book.Near(values).Where(r => !r.IsSoft && !r.IsLawMaking)];
        ImmutableArray<IGrouping<ClauseSymbol, Rule>> prohibitions =
            [.. near.Where(r => r.Modality == RuleModality.Prohibition).GroupBy(r => r.Clause)];
        foreach (Rule duty in near.Where(r => r.Modality == RuleModality.Obligation && _regions.Holds(r.Trigger, values))
            .OrderBy(r => r.Clause.QualifiedName, StringComparer.Ordinal))
        {
            Region ways = _regions.And(exist, _regions.CofactorOfGiven(_book.Undefeated(duty), values));
            if (ways.IsEmpty || !_regions.IsSubsetOf(ways, _storing))
            {
                continue;
            }

            Region lawful = Without(ways, prohibitions, values);
            yield return new StorageDuty(
                duty.Clause.QualifiedName, origin, Places(lawful), lawful.IsEmpty ? Core(ways, prohibitions, values) : [],
                _writer.Write(Chosen(lawful.IsEmpty ? ways : lawful, values)));
        }
    }

    private Region Without(Region ways, IEnumerable<IGrouping<ClauseSymbol, Rule>> prohibitions, long[] values) =>
        prohibitions.SelectMany(p => p).Aggregate(
            ways, (left, p) => _regions.Difference(left, _regions.CofactorOfGiven(_book.Undefeated(p), values)));

    // Each clause is left out in turn, for good where the others suffice.
    private ImmutableArray<string> Core(Region ways, ImmutableArray<IGrouping<ClauseSymbol, Rule>> prohibitions, long[] values)
    {
        List<IGrouping<ClauseSymbol, Rule>> kept = [.. prohibitions];
        for (int i = kept.Count - 1; i >= 0; i--)
        {
            if (Without(ways, kept.Where((_, j) => j != i), values).IsEmpty)
            {
                kept.RemoveAt(i);
            }
        }

        return [.. kept.Select(k => k.Key.QualifiedName).OrderBy(n => n, StringComparer.Ordinal)];
    }

    private ImmutableArray<NodeSymbol> Places(Region lawful) =>
    [
        .. _regions.ValuesOf(lawful, _location)
            .SelectMany(s => _book.Model.Jurisdictions.Nodes.Where(n => n.Index >= s.First && n.Index <= s.Last)),
    ];

    // The given facts of the case with a smallest choice.
    private long[] Chosen(Region choices, long[] values)
    {
        long[] chosen = _regions.Witness(choices);
        return [.. values.Select((v, i) => i < _regions.FirstChosenVariable ? v : chosen[i])];
    }

    // By branching on the duty that leaves the fewest places, with more places each time.
    private static ImmutableArray<StoragePlace> Fewest(ImmutableArray<StorageDuty> duties)
    {
        ImmutableArray<ImmutableArray<NodeSymbol>> classes =
        [
            .. duties.SelectMany(d => d.Places).Distinct().OrderBy(p => p.Index)
                .GroupBy(p => string.Join(",", duties.Select((d, i) => d.Places.Contains(p) ? i : -1).Where(i => i >= 0)))
                .Select(g => g.ToImmutableArray()),
        ];
        for (int most = 0; ; most++)
        {
            if (Search([.. duties], classes, most) is { } found)
            {
                return
                [
                    .. found.Select(c => new StoragePlace(
                        c, [.. duties.Where(d => d.Places.Contains(c[0])).Select(d => d.Clause).Distinct()])),
                ];
            }
        }
    }

    private static ImmutableArray<ImmutableArray<NodeSymbol>>? Search(
        List<StorageDuty> open, ImmutableArray<ImmutableArray<NodeSymbol>> classes, int most)
    {
        if (open.Count == 0)
        {
            return [];
        }

        StorageDuty tightest = open.OrderBy(d => d.Places.Length).First();
        foreach (ImmutableArray<NodeSymbol> places in most == 0 ? [] : classes.Where(c => tightest.Places.Contains(c[0])))
        {
            if (Search(open.FindAll(d => !d.Places.Contains(places[0])), classes, most - 1) is { } rest)
            {
                return rest.Insert(0, places);
            }
        }

        return null;
    }
}
