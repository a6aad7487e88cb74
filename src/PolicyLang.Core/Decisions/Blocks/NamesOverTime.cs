using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Decisions.Blocks;

/// <summary>The names of the nodes of a taxonomy on any day: they are the same from one day on which a membership changes to the
/// next.</summary>
internal sealed class NamesOverTime
{
    // There may be thousands of stretches.
    private const int MostNamers = 64;

    private readonly TaxonomySymbol _taxonomy;
    private readonly NamedLeaves[] _nodes;
    private readonly ImmutableArray<(BlocSymbol Bloc, ImmutableArray<MembershipPeriod> Members)> _blocs;
    private readonly ImmutableArray<int> _changes;
    private readonly Dictionary<int, NodeNamer> _namers = [];

    /// <param name="model">The vocabulary.</param>
    /// <param name="taxonomy">The taxonomy.</param>
    public NamesOverTime(SemanticModel model, TaxonomySymbol taxonomy)
    {
        _taxonomy = taxonomy;
        _nodes = MostFirst(Preferred(taxonomy.Nodes).Select(n => new NamedLeaves(n, Leaves(n))));
        _blocs =
        [
            .. Preferred(model.Blocs.Where(b => (b.Taxonomy ?? model.Jurisdictions) == taxonomy))
                .Select(b => (b, BlocMembership.PeriodsOf(b))),
        ];
        _changes = [.. _blocs.SelectMany(b => b.Members).SelectMany(Changes).Distinct().OrderBy(day => day)];
    }

    /// <summary>The names on a day.</summary>
    /// <param name="day">The day on which blocs are meant; null to name no bloc.</param>
    public NodeNamer On(CalendarDay? day)
    {
        int stretch = day is { } on ? StretchOf(on) : -1;
        if (!_namers.TryGetValue(stretch, out NodeNamer? namer))
        {
            if (_namers.Count == MostNamers)
            {
                _namers.Clear();
            }

            NamedLeaves[] blocs = day is { } then
                ? MostFirst(_blocs.Select(b => new NamedLeaves(b.Bloc, LeavesOn(b.Members, then))).Where(b => b.Leaves.Length > 1))
                : [];
            namer = new NodeNamer(_taxonomy, WithBlocs(blocs));
            _namers.Add(stretch, namer);
        }

        return namer;
    }

    // There are hundreds of nodes, which need not be sorted anew for each stretch.
    private ImmutableArray<NamedLeaves> WithBlocs(NamedLeaves[] blocs)
    {
        var all = ImmutableArray.CreateBuilder<NamedLeaves>(_nodes.Length + blocs.Length);
        int next = 0;
        foreach (NamedLeaves node in _nodes)
        {
            while (next < blocs.Length && blocs[next].Leaves.Length > node.Leaves.Length)
            {
                all.Add(blocs[next++]);
            }

            all.Add(node);
        }

        all.AddRange(blocs.Skip(next));
        return all.MoveToImmutable();
    }

    private static NamedLeaves[] MostFirst(IEnumerable<NamedLeaves> names) => [.. names.OrderByDescending(n => n.Leaves.Length)];

    private int StretchOf(CalendarDay day)
    {
        int at = _changes.BinarySearch(day.Number);
        return at >= 0 ? at + 1 : ~at;
    }

    // The first days of stretches in which a membership counts, and those after them.
    private static IEnumerable<int> Changes(MembershipPeriod period)
    {
        if (period.Since is { } since)
        {
            yield return since.Number;
        }

        if (period.Until is { } until)
        {
            yield return until.Number + 1;
        }
    }

    private static IEnumerable<T> Preferred<T>(IEnumerable<T> symbols)
        where T : Symbol => symbols.OrderBy(s => s.Name.Length).ThenBy(s => s.Name, StringComparer.Ordinal);

    private static int[] Leaves(NodeSymbol node)
    {
        var leaves = new int[node.Leaves.Sum(r => r.Last - r.First + 1)];
        int next = 0;
        foreach (LeafRange range in node.Leaves)
        {
            for (int leaf = range.First; leaf <= range.Last; leaf++)
            {
                leaves[next++] = leaf;
            }
        }

        return leaves;
    }

    // A bloc to which somebody belongs under a condition holds other places in other cases.
    private int[] LeavesOn(ImmutableArray<MembershipPeriod> periods, CalendarDay day)
    {
        var isMember = new bool[_taxonomy.NodeCount];
        foreach (MembershipPeriod member in periods)
        {
            if (!member.Covers(day))
            {
                continue;
            }

            if (member.IsConditional)
            {
                return [];
            }

            foreach (LeafRange range in member.Place.Leaves)
            {
                isMember.AsSpan(range.First, range.Last - range.First + 1).Fill(true);
            }
        }

        return [.. Enumerable.Range(0, isMember.Length).Where(leaf => isMember[leaf])];
    }
}
