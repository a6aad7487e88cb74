using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis;

/// <summary>Names sets of places in as few words as are true: a bloc, a place, "EEA, Switzerland and 2 others".</summary>
internal sealed class PlaceGroupNames
{
    private const int MostTold = 3;
    private readonly ImmutableArray<(BlocSymbol Bloc, HashSet<NodeSymbol> Places)> _blocs;
    private readonly int _all;

    /// <param name="model">The vocabulary.</param>
    /// <param name="day">The day on which blocs are meant.</param>
    public PlaceGroupNames(SemanticModel model, CalendarDay day)
    {
        _all = model.Jurisdictions.NodeCount;
        _blocs =
        [
            .. model.Blocs.Select(b =>
                (b, new HashSet<NodeSymbol>(
                BlocMembership.PeriodsOf(b).Where(p => p.Covers(day) && !p.IsConditional).SelectMany(p => Below(p.Place)))))
                .Where(b => b.Item2.Count > 1).OrderByDescending(b => b.Item2.Count),
        ];
    }

    /// <summary>A row or column for places that are treated alike.</summary>
    public MatrixPlace GroupOf(ImmutableArray<NodeSymbol> places)
    {
        ImmutableArray<NodeSymbol> tops = [.. places.Where(p => !p.Parents.Any(places.Contains))];
        if (tops.Length == 1)
        {
            return new MatrixPlace(tops[0].Name, tops[0].Title ?? tops[0].Name, places);
        }

        if (places.Length == _all)
        {
            return new MatrixPlace(tops[0].Name, $"all places ({tops.Length})", places);
        }

        if (_blocs.FirstOrDefault(b => b.Places.SetEquals(places)) is { Bloc: { } exact })
        {
            return new MatrixPlace(exact.Name, $"{exact.Title ?? exact.Name} ({tops.Length})", places);
        }

        (BlocSymbol Bloc, HashSet<NodeSymbol> Places) part =
            _blocs.FirstOrDefault(b => b.Places.Count * 2 >= places.Length && b.Places.IsSubsetOf(places));
        ImmutableArray<string> words = part.Bloc is null
            ? [.. tops.Select(t => t.Title ?? t.Name)]
            : [part.Bloc.Name, .. tops.Where(t => !part.Places.Contains(t)).Select(t => t.Title ?? t.Name)];
        string title = part.Bloc is null && places.Length * 2 > _all ? $"all other places ({tops.Length})"
            : CaseSentence.List(
                words.Length <= MostTold ? words : [.. words.Take(MostTold - 1), $"{words.Length - MostTold + 1} others"], "and");
        return new MatrixPlace(tops[0].Name, title, places);
    }

    private static IEnumerable<NodeSymbol> Below(NodeSymbol place) => place.Children.SelectMany(Below).Prepend(place);
}
