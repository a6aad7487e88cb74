using System.Diagnostics;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis.Interop;

/// <summary>Cases in which two laws stand to each other in one way.</summary>
internal sealed record InteropRegion(InteropKind Kind, Outcome? First, Outcome? Second, Region Cases);

/// <summary>Parts the cases that two laws regulate by what each of them says alone.</summary>
internal sealed class InteropBuilder
{
    private static readonly Outcome[] Answers =
        [Outcome.Permitted, Outcome.Prohibited, Outcome.Conflicting, Outcome.Unregulated];

    private readonly RuleBook _book;
    private readonly RuleBook _first;
    private readonly RuleBook _second;
    private readonly RegionSpace _regions;
    private readonly Symbol _firstLaw;
    private readonly Symbol _secondLaw;

    /// <param name="book">All rules.</param>
    /// <param name="first">A framework or a legal order.</param>
    /// <param name="second">Another.</param>
    public InteropBuilder(RuleBook book, Symbol first, Symbol second)
    {
        (_book, _firstLaw, _secondLaw, _regions) = (book, first, second, book.Space.Regions);
        _first = book.Under([first]);
        _second = book.Under([second]);
    }

    /// <param name="facts">What holds in all cases that are asked about.</param>
    /// <param name="most">How many blocks of each part a reader is shown.</param>
    /// <param name="problems">What is wrong with the facts; the report is then null.</param>
    public InteropReport? Build(IEnumerable<RawFact> facts, int most, out ImmutableArray<string> problems)
    {
        if (FactPattern.Read(_book, facts, out problems) is not { } pattern)
        {
            return null;
        }

        ImmutableArray<InteropRegion> parts = Parts(pattern);
        var shares = new RegionShares(_book.Space, _regions.Union([.. parts.Select(p => p.Cases)]));
        var words = RegionWords.Of(_book);
        var writer = new CaseWriter(_book.Space);
        return new InteropReport(
            _firstLaw.Name,
            _secondLaw.Name,
            [
                .. parts.Select(p => new InteropPart(
                    p.Kind, p.First, p.Second, words.Describe(p.Cases, most, pattern).Lines, writer.Write(_regions.Witness(p.Cases)),
                    Clauses(p.Cases), shares.Of(p.Cases))),
            ],
            Undecided);
    }

    /// <summary>The clauses of which it is not known where they stand.</summary>
    public ImmutableArray<string> Undecided =>
    [
        .. _first.Undecided.Concat(_second.Undecided).Select(c => c.QualifiedName).Distinct().OrderBy(n => n, StringComparer.Ordinal),
    ];

    /// <summary>The clauses of either law that decide some of the cases, sorted.</summary>
    public ImmutableArray<string> Clauses(Region cases) =>
    [
        .. new[] { _first, _second }.SelectMany(book => book.Rules
            .Where(r => !r.IsSoft && r.Modality is RuleModality.Permission or RuleModality.Prohibition or RuleModality.Obligation
                && _regions.Overlaps(book.Undefeated(r), cases)))
            .Select(r => r.Clause.QualifiedName).Distinct().OrderBy(n => n, StringComparer.Ordinal),
    ];

    /// <summary>The parts that have a case, the worst first.</summary>
    /// <param name="pattern">The cases that are asked about.</param>
    public ImmutableArray<InteropRegion> Parts(Region pattern)
    {
        var first = new OutcomeRegions(_first, pattern);
        var second = new OutcomeRegions(_second, pattern);
        Region incompatible = _regions.And(pattern, _regions.Or(Unavoidable(_first, _second), Unavoidable(_second, _first)));
        var parts = ImmutableArray.CreateBuilder<InteropRegion>();
        parts.Add(new InteropRegion(InteropKind.Incompatible, null, null, incompatible));
        foreach (Outcome one in Answers)
        {
            Region mine = _regions.Difference(first.RegionOf(one), incompatible);
            foreach (Outcome other in Answers.Where(o => o != Outcome.Unregulated || one != Outcome.Unregulated))
            {
                parts.Add(new InteropRegion(Compare(one, other), one, other, _regions.And(mine, second.RegionOf(other))));
            }
        }

        return [.. parts.Where(p => !p.Cases.IsEmpty).OrderBy(p => p.Kind)];
    }

    private static InteropKind Compare(Outcome first, Outcome second) => (first, second) switch
    {
        _ when first == second => InteropKind.Common,
        (Outcome.Unregulated, _) => InteropKind.SilentInFirst,
        (_, Outcome.Unregulated) => InteropKind.SilentInSecond,
        _ => Strictness(first) > Strictness(second) ? InteropKind.StricterInFirst : InteropKind.StricterInSecond,
    };

    private static int Strictness(Outcome outcome) => outcome switch
    {
        Outcome.Permitted => 0,
        Outcome.Prohibited => 1,
        Outcome.Conflicting => 2,
        _ => throw new UnreachableException(),
    };

    // Acts that a duty asks for and the other law prohibits, no way being left.
    private Region Unavoidable(RuleBook duties, RuleBook prohibitions)
    {
        var search = new UnavoidableCases(_book);
        ImmutableArray<Rule> closing = [.. Hard(prohibitions, RuleModality.Prohibition)];
        Region own = Standing(duties, Hard(duties, RuleModality.Prohibition));
        Region found = _regions.Empty;
        foreach (Rule duty in Hard(duties, RuleModality.Obligation))
        {
            _regions.ThrowIfCancelled();
            Region due = duties.Undefeated(duty);
            Region prohibited = Standing(prohibitions, closing.Where(p => _regions.Overlaps(p.Region, duty.Region)));
            if (!_regions.Overlaps(due, prohibited))
            {
                continue;
            }

            // What one law makes impossible by itself is no matter of both.
            Region given = _regions.Difference(
                search.Find(duty, due, _regions.Or(prohibited, own), _regions.Full), search.Find(duty, due, own, _regions.Full));
            found = _regions.Or(found, _regions.And(given, _regions.And(due, prohibited)));
        }

        return found;
    }

    private static IEnumerable<Rule> Hard(RuleBook book, RuleModality modality) =>
        book.Rules.Where(r => r.Modality == modality && !r.IsSoft);

    private Region Standing(RuleBook book, IEnumerable<Rule> rules) => _regions.Union([.. rules.Select(book.Undefeated)]);
}
