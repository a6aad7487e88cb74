using PolicyLang.Analysis.Interop;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Compatibility;

/// <summary>Finds where an offer and a request can be met together, from how the two laws stand to each other.</summary>
/// <param name="book">All rules.</param>
/// <param name="offer">A framework or a legal order.</param>
/// <param name="request">Another.</param>
internal sealed class CompatibilityBuilder(RuleBook book, Symbol offer, Symbol request)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly InteropBuilder _laws = new(book, offer, request);

    /// <param name="facts">What holds in all cases that are asked about.</param>
    /// <param name="most">How many blocks of each part a reader is shown.</param>
    /// <param name="problems">What is wrong with the facts; the report is then null.</param>
    public CompatibilityReport? Build(IEnumerable<RawFact> facts, int most, out ImmutableArray<string> problems)
    {
        if (FactPattern.Read(book, facts, out problems) is not { } pattern)
        {
            return null;
        }

        ImmutableArray<(CompatibilityKind Kind, Region Cases)> parts = Parts(pattern);
        var words = RegionWords.Of(book);
        var writer = new CaseWriter(book.Space);
        return new CompatibilityReport(
            offer.Name,
            request.Name,
            Verdict([.. parts.Select(p => p.Kind)]),
            [
                .. parts.Select(p => new CompatibilityPart(
                    p.Kind, words.Describe(p.Cases, most, pattern).Lines, writer.Write(_regions.Witness(p.Cases)), _laws.Clauses(p.Cases))),
            ],
            _laws.Undecided);
    }

    /// <summary>The parts that have a case, in the order of their kinds.</summary>
    /// <param name="pattern">The cases that are asked about.</param>
    public ImmutableArray<(CompatibilityKind Kind, Region Cases)> Parts(Region pattern) =>
    [
        .. _laws.Parts(pattern).Select(p => (Kind: KindOf(p), p.Cases)).Where(p => p.Kind is not null)
            .GroupBy(p => p.Kind.GetValueOrDefault(), p => p.Cases)
            .Select(g => (g.Key, _regions.Union([.. g]))).OrderBy(p => p.Key),
    ];

    // What nobody asks for stands in nobody's way.
    private static CompatibilityKind? KindOf(InteropRegion part) => (part.Kind, part.First, part.Second) switch
    {
        (InteropKind.Incompatible, _, _) => CompatibilityKind.Incompatible,
        (_, Outcome.Permitted, Outcome.Permitted) => CompatibilityKind.Together,
        (_, Outcome.Prohibited or Outcome.Conflicting, Outcome.Permitted) => CompatibilityKind.Refused,
        (_, Outcome.Unregulated, Outcome.Permitted) => CompatibilityKind.NotOffered,
        (_, Outcome.Permitted, Outcome.Prohibited or Outcome.Conflicting) => CompatibilityKind.Excluded,
        _ => null,
    };

    private static CompatibilityVerdict Verdict(ImmutableArray<CompatibilityKind> kinds) =>
        !kinds.Contains(CompatibilityKind.Together) ? CompatibilityVerdict.None
        : kinds.Any(k => k is CompatibilityKind.Incompatible or CompatibilityKind.Refused or CompatibilityKind.NotOffered)
            ? CompatibilityVerdict.Part
            : CompatibilityVerdict.Whole;
}
