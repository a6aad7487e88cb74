using PolicyLang.Decisions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Routes;

/// <summary>
/// Finds routes over the matrix of all transfers of data that were collected where they begin: places that the law treats alike are one
/// row and one column of it.
/// </summary>
internal sealed class RouteFinder(RuleBook book)
{
    /// <param name="facts">What holds in every transfer: actor, action, data, date.</param>
    /// <param name="from">Where the data are.</param>
    /// <param name="to">Where they are to go.</param>
    /// <param name="problems">What is wrong with the question.</param>
    public RouteReport? Find(IEnumerable<RawFact> facts, string from, string to, out ImmutableArray<string> problems)
    {
        TaxonomySymbol places = book.Model.Jurisdictions;
        problems = [.. new[] { from, to }.Distinct().Where(n => places.Find(n) is null).Select(n => $"There is no jurisdiction '{n}'.")];
        if (places.Find(from) is not { } start || places.Find(to) is not { } end)
        {
            return null;
        }

        ImmutableArray<RawFact> told =
            [.. facts.Where(f => f.Attribute != BuiltInAttributes.Collected), new RawFact(BuiltInAttributes.Collected, [from])];
        if (new MatrixBuilder(book).Build(told, [], [], out problems) is not { } matrix)
        {
            return null;
        }

        _ = CalendarDay.TryParse(told.First(f => f.Attribute == BuiltInAttributes.Date).Values[0], out CalendarDay day);
        var map = new TransferMap(matrix, places.NodeCount, new PlaceGroupNames(book.Model, day));
        return new RouteReport(
            map.Hop(start, end),
            [.. Cheapest(map, places, start, end)],
            [.. Detours(map, matrix, start, end)],
            [.. book.Undecided.Select(c => c.QualifiedName).OrderBy(n => n, StringComparer.Ordinal)]);
    }

    // Dijkstra over all places, by cost and then by the number of transfers.
    private static IEnumerable<RouteHop> Cheapest(TransferMap map, TaxonomySymbol places, NodeSymbol start, NodeSymbol end)
    {
        var best = new Dictionary<NodeSymbol, (int Cost, int Hops)> { [start] = (0, 0) };
        var before = new Dictionary<NodeSymbol, NodeSymbol>();
        var open = new HashSet<NodeSymbol> { start };
        var done = new HashSet<NodeSymbol>();
        while (open.Count > 0)
        {
            NodeSymbol next = open.OrderBy(p => best[p]).ThenBy(p => p.Index).First();
            open.Remove(next);
            if (ReferenceEquals(next, end))
            {
                break;
            }

            done.Add(next);
            foreach (NodeSymbol place in places.Nodes.Where(p => !done.Contains(p)))
            {
                if (map.Cost(next, place) is { } cost
                    && (best[next].Cost + cost, best[next].Hops + 1) is var sum
                    && (!best.TryGetValue(place, out (int Cost, int Hops) known) || sum.CompareTo(known) < 0))
                {
                    best[place] = sum;
                    before[place] = next;
                    open.Add(place);
                }
            }
        }

        var route = new List<RouteHop>();
        for (NodeSymbol at = end; before.TryGetValue(at, out NodeSymbol? previous); at = previous)
        {
            route.Insert(0, map.Hop(previous, at));
        }

        return route;
    }

    private static IEnumerable<Detour> Detours(TransferMap map, TransferMatrix matrix, NodeSymbol start, NodeSymbol end) =>
        IsOpen(map.Hop(start, end).Cell)
            ? []
            : from column in matrix.Destinations
              where IsOpen(map.Hop(start, column.Places[0]).Cell)
              from row in matrix.Origins
              where IsOpen(map.Hop(row.Places[0], end).Cell)
              let both = column.Places.Where(p => row.Places.Contains(p) && p != start && p != end).ToImmutableArray()
              where !both.IsEmpty
              select new Detour(
                  both.Length == column.Places.Length ? column : map.Name(both),
                  map.Hop(start, column.Places[0]).Cell,
                  map.Hop(row.Places[0], end).Cell);

    private static bool IsOpen(MatrixCell cell) => cell.Answer is TransferAnswer.Free or TransferAnswer.Unregulated;

    // The matrix by places.
    private sealed class TransferMap
    {
        private readonly TransferMatrix _matrix;
        private readonly PlaceGroupNames _names;
        private readonly int[] _row;
        private readonly int[] _column;

        public TransferMap(TransferMatrix matrix, int places, PlaceGroupNames names)
        {
            (_matrix, _names) = (matrix, names);
            _row = Numbers(matrix.Origins, places);
            _column = Numbers(matrix.Destinations, places);
        }

        public RouteHop Hop(NodeSymbol from, NodeSymbol to) => new(from, to, _matrix.Rows[_row[from.Index]][_column[to.Index]]);

        public int? Cost(NodeSymbol from, NodeSymbol to) => from == to ? null : RouteCosts.Of(Hop(from, to).Cell);

        public MatrixPlace Name(ImmutableArray<NodeSymbol> places) => _names.GroupOf(places);

        private static int[] Numbers(ImmutableArray<MatrixPlace> groups, int places)
        {
            int[] numbers = new int[places];
            for (int i = 0; i < groups.Length; i++)
            {
                foreach (NodeSymbol place in groups[i].Places)
                {
                    numbers[place.Index] = i;
                }
            }

            return numbers;
        }
    }
}
