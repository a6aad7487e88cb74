using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Routes;

/// <summary>One transfer of a route, decided under every law that reaches it; the data were collected where the route begins.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Cell">What the law says of it.</param>
internal sealed record RouteHop(NodeSymbol From, NodeSymbol To, MatrixCell Cell)
{
    /// <summary>How many safeguards and other choices its cheapest way adds.</summary>
    public int Cost => RouteCosts.Of(Cell) ?? 0;
}

/// <summary>Places over which data reach where they may not be sent directly, each of the two transfers being open as it is.</summary>
/// <param name="Via">Places that the law treats alike.</param>
/// <param name="First">The transfer to there.</param>
/// <param name="Second">The transfer from there.</param>
internal sealed record Detour(MatrixPlace Via, MatrixCell First, MatrixCell Second);

/// <summary>How data get from a place to another.</summary>
/// <param name="Direct">The transfer without a stop.</param>
/// <param name="Cheapest">The route with the fewest safeguards, and among those with the fewest transfers; empty where there is
/// none.</param>
/// <param name="Detours">Where the direct transfer is closed as it is: what is open hop by hop and barred end to end.</param>
/// <param name="Undecided">The clauses of which it is not known where they stand (PL9002).</param>
internal sealed record RouteReport(
    RouteHop Direct, ImmutableArray<RouteHop> Cheapest, ImmutableArray<Detour> Detours, ImmutableArray<string> Undecided)
{
    /// <summary>How many safeguards and other choices the cheapest route adds.</summary>
    public int Cost => Cheapest.Sum(h => h.Cost);

    /// <summary>Whether the cheapest route is open hop by hop as it is, and the direct transfer is not.</summary>
    public bool IsBarredEndToEnd => !Cheapest.IsEmpty && Cost == 0 && RouteCosts.Of(Direct.Cell) != 0;
}
