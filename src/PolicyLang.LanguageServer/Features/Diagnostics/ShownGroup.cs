using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Text;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>A group of conflicts as one finding.</summary>
/// <param name="First">The conflict that shows it.</param>
/// <param name="Members">The findings that it stands for, in the order of the group.</param>
/// <param name="Shown">The finding: at the main clause of the first conflict, the other clauses as related places.</param>
internal sealed record ShownGroup(Conflict First, ImmutableArray<CoreDiagnostic> Members, CoreDiagnostic Shown)
{
    private const int MostPlaces = 20;

    /// <summary>Shows a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="members">The findings of its conflicts, in their order.</param>
    public static ShownGroup Create(ConflictGroup group, ImmutableArray<CoreDiagnostic> members)
    {
        ImmutableArray<(string Clause, RelatedLocation Place)> places =
            [.. group.Conflicts.Zip(members).SelectMany(one => Places(one.First, one.Second)).DistinctBy(place => place.Clause)];
        string mainClause = group.First.OwnClause ?? group.First.MainClause;
        RelatedLocation main = places.First(place => place.Clause == mainClause).Place;
        ImmutableArray<RelatedLocation> others =
            [.. places.Where(place => place.Clause != mainClause).Select(place => place.Place)];
        bool isOne = group.Conflicts.Length == 1;
        return new ShownGroup(group.First, members, members[0] with
        {
            Location = main.Location,
            Message = isOne ? members[0].Message : $"{group.Headline} ({WireNames.Count(group.Conflicts.Length, "conflict")}).",
            Help = isOne ? members[0].Help : group.Help ?? members[0].Help,
            Related = others.Length <= MostPlaces ? others
                : [.. others.Take(MostPlaces),
                    others[MostPlaces] with { Message = $"and {WireNames.Count(others.Length - MostPlaces, "more clause")}" }],
        });
    }

    // A finding stands at one clause; the others are related places, in order.
    private static IEnumerable<(string Clause, RelatedLocation Place)> Places(Conflict conflict, CoreDiagnostic report)
    {
        string at = conflict.OwnClause ?? conflict.Locations[0].Clause;
        using IEnumerator<RelatedLocation> related = report.Related.AsEnumerable().GetEnumerator();
        foreach (ClauseLocation one in conflict.Locations)
        {
            if (one.Clause == at || related.MoveNext())
            {
                Location place = one.Clause == at ? report.Location : related.Current.Location;
                yield return (one.Clause, new RelatedLocation(place, $"{SpokenNames.Titled(one.Title, one.Clause)} {one.Part}"));
            }
        }
    }
}
