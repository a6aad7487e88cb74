using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis;

/// <summary>Which assumptions leave no case of a region.</summary>
internal sealed class AssumptionReasons(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <summary>A smallest set of assumptions, none of which can be spared, that together leave no case of some regions; empty where they
    /// do leave one, or none is needed.</summary>
    /// <param name="regions">The regions.</param>
    public ImmutableArray<BoundAssumption> Excluding(IReadOnlyList<Region> regions)
    {
        if (book.Model.Assumptions.IsEmpty || regions.All(r => r.IsEmpty))
        {
            return [];
        }

        var existing = new ExistingCases(book.Model, book.Compiler);
        return _regions.TryApart(() =>
            Needed(_regions.And(_regions.Union(regions), existing.Clocks()),
            [.. book.Model.Assumptions.Select(a => (a, existing.Fits(a)))])).Or([]);
    }

    /// <summary>The finding about assumptions that leave no case at all.</summary>
    public static IEnumerable<Diagnostic> WithoutCases(RuleBook book)
    {
        if (!book.KnowsExisting || !book.Existing.IsEmpty
            || new AssumptionReasons(book).Excluding([book.Space.Regions.Full]) is not [.., var last] assumed)
        {
            yield break;
        }

        yield return RedundancyDiagnostics.NoCase.Create(
            last.Location,
            assumed.Length == 1 ? $"No case fits {Names(assumed)}." : $"No case fits {Names(assumed)} together.",
            "Correct or remove one of them.",
            [.. assumed.Where(a => a != last).Select(a => new RelatedLocation(a.Location, "assumed, too"))]);
    }

    /// <summary>What assumptions are called: by their titles, or else by their lines.</summary>
    public static string Names(ImmutableArray<BoundAssumption> assumptions) =>
        string.Join(" and ",
            assumptions.Select(
            a => a.Title is { } title ? $"the assumption '{title}'" : $"the assumption of line {a.Location.Start.Line + 1}"));

    // Each is left out in turn, for good where the others suffice.
    private ImmutableArray<BoundAssumption> Needed(Region region, List<(BoundAssumption Assumption, Region Fits)> all)
    {
        if (!Left(region, all).IsEmpty)
        {
            return [];
        }

        for (int i = all.Count - 1; i >= 0; i--)
        {
            List<(BoundAssumption, Region Fits)> others = [.. all.Where((_, index) => index != i)];
            if (Left(region, others).IsEmpty)
            {
                all.RemoveAt(i);
            }
        }

        return [.. all.Select(a => a.Assumption)];
    }

    private Region Left(Region region, IEnumerable<(BoundAssumption Assumption, Region Fits)> assumptions) =>
        assumptions.Aggregate(region, (left, a) => _regions.And(left, a.Fits));
}
