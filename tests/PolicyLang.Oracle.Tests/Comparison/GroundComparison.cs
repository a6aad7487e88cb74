using PolicyLang.Analysis;
using PolicyLang.Analysis.Ground;
using PolicyLang.Decisions;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Semantics;
using AttributeType = PolicyLang.Oracle.Model.AttributeType;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Compares who may send to whom, and every bundle that opens all pairs, with single decisions.</summary>
internal sealed class GroundComparison
{
    private const int Cases = 4;
    private const int Parties = 3;

    private readonly AnalysedWorld _world;
    private readonly Case _base;
    private readonly ImmutableArray<int> _addable;

    private GroundComparison(AnalysedWorld world, Case start, ImmutableArray<RawFact> facts)
    {
        (_world, _base) = (world, start);
        _addable =
        [
            .. world.Court.Law.Attributes.Select((a, i) => (a, i))
                .Where(x => x.a.Type is AttributeType.Flag or AttributeType.Leaves && facts.All(f => f.Attribute != x.a.Name)
                    && (x.a.Chosen || !BuiltInAttributes.NeverGrounds.Contains(x.a.Name)))
                .Select(x => x.i),
        ];
    }

    public static (int Compared, IEnumerable<string> Differences) Compare(AnalysedWorld world)
    {
        var found = new List<string>();
        int compared = 0;
        foreach (Case drawn in Enumerable.Range(0, Cases).Select(_ => world.Draw()).OfType<Case>())
        {
            ImmutableArray<RawFact> facts = world.Facts(drawn, BuiltInAttributes.Origin, BuiltInAttributes.Destination);
            Leaf[] places = [.. world.Places(BuiltInAttributes.Origin).Concat(world.Places(BuiltInAttributes.Destination)).Distinct().OrderBy(_ => world.Random.Next()).Take(Parties)];
            GroundReport? report = places.Length < 2 ? null : world.Workspace.WithRules(book =>
            {
                using var budget = book.Space.Regions.Open();
                Regions.Region? stated = FactPattern.Read(book, facts, out ImmutableArray<string> problems);
                Assert.NotNull(stated);
                return new GroundSearch(book, stated, facts.Select(f => f.Attribute).ToHashSet()).Search([.. places.Select(p => p.Name)], out problems);
            });
            if (report is not null)
            {
                compared++;
                found.AddRange(new GroundComparison(world, drawn, facts).Compare(report, places));
            }
        }

        return (compared, found);
    }

    private IEnumerable<string> Compare(GroundReport report, Leaf[] places)
    {
        var pairs = new List<(Leaf From, Leaf To)>();
        var closed = new List<(Leaf From, Leaf To)>();
        foreach ((int from, int to) in report.Pairs)
        {
            (Leaf From, Leaf To) pair = (places[from], places[to]);
            GroundCell cell = report.Rows[from][to];
            Judgement? plain = At(pair, _base);
            bool opens = Additions().Any(c => At(pair, c) is { } j && Verdicts.Decisions.IsLawful(j));
            string expected = plain is null ? "none" : $"{plain.Verdict} {(Verdicts.Decisions.IsLawful(plain) || opens)}";
            string actual = cell.Outcome is null ? "none" : $"{cell.Outcome} {(cell.IsOpen || cell.CanOpen)}";
            foreach (string difference in AnalysedWorld.Differ($"{pair.From} to {pair.To} at {_world.Translator.Tell(_base)}", [expected], [actual]))
            {
                yield return difference;
            }

            if (plain is not null && (Verdicts.Decisions.IsLawful(plain) || opens))
            {
                pairs.Add(pair);
                _ = !Verdicts.Decisions.IsLawful(plain) && AddTo(closed, pair);
            }
        }

        string[] sets = closed.Count == 0
            ? []
            : [.. Minimal([.. Additions().Where(c => pairs.TrueForAll(p => At(p, c) is { } j && Verdicts.Decisions.IsLawful(j))).Select(Added)]).Select(s => string.Join("+", s.Order(StringComparer.Ordinal)))];
        foreach (string difference in report.BundlesAreComplete ? AnalysedWorld.Differ($"bundles at {_world.Translator.Tell(_base)}", sets, report.Bundles.Select(b => string.Join("+", Added(_world.Translator.Read(b)).Order(StringComparer.Ordinal)))) : [])
        {
            yield return difference;
        }
    }

    private static bool AddTo<T>(List<T> list, T item)
    {
        list.Add(item);
        return true;
    }

    private Judgement? At((Leaf From, Leaf To) pair, Case c) =>
        _world.Court.Find(_world.With(c, (BuiltInAttributes.Origin, Kind(BuiltInAttributes.Origin, pair.From)), (BuiltInAttributes.Destination, Kind(BuiltInAttributes.Destination, pair.To))));

    // The place that stands for one in an attribute.
    private Leaf Kind(string attribute, Leaf place) => _world.Court.World.Kind(_world.Court.Lexicon.Attribute(attribute), place) ?? place;

    // The case with every combination of what may be added.
    private IEnumerable<Case> Additions()
    {
        IEnumerable<Case> cases = [_base];
        foreach (int a in _addable)
        {
            cases = cases.SelectMany(c => _world.Court.World.Domain(a).Select(v => _world.With(c, (_world.Court.Law.Attributes[a].Name, v))));
        }

        return cases;
    }

    private ImmutableHashSet<string> Added(Case c) =>
    [
        .. _addable.SelectMany(a => c[a] is true ? [_world.Court.Law.Attributes[a].Name]
            : c[a] is ImmutableArray<Leaf> leaves ? leaves.Select(l => $"{_world.Court.Law.Attributes[a].Name}:{l.Name}")
            : []),
    ];

    private static IEnumerable<ImmutableHashSet<string>> Minimal(List<ImmutableHashSet<string>> sets) => sets.Where(s => !sets.Exists(o => o.IsProperSubsetOf(s)));
}
