using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Says which parties a conflict concerns, on which days, and to whom they owe what is broken.</summary>
internal sealed class PartyReport(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly CaseWriter _writer = new(book.Space);

    /// <summary>The parties, in the order of their names.</summary>
    public ImmutableArray<ConcernedParty> Write(ConflictCandidate candidate) =>
    [
        .. candidate.Concerned.Where(c => c.Law.Party is not null)
            .GroupBy(c => c.Party?.Name ?? string.Empty)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Write(g.Key, [.. g])),
    ];

    /// <summary>The days of some cases.</summary>
    public ImmutableArray<DayRange> Days(Region cases) => book.Model.Attribute(BuiltInAttributes.Date) is not { } date
        ? []
        : [.. _regions.ValuesOf(cases, book.Space.VariableOf(date))
            .Select(r => new DayRange(new Text.CalendarDay((int)r.First), new Text.CalendarDay((int)r.Last)))];

    private ConcernedParty Write(string name, ImmutableArray<ConcernedLaw> concerned)
    {
        Region cases = _regions.Union([.. concerned.Select(c => c.Cases)]);
        IEnumerable<string> owed = concerned.Where(c => c.Law.IsGuarantee).SelectMany(c => OwedTo(c.Law, cases)).Distinct()
            .OrderBy(n => n, StringComparer.Ordinal);
        return new ConcernedParty(name, Days(cases), [.. owed], _writer.Write(book.Cut.Witness(cases)));
    }

    private IEnumerable<string> OwedTo(Rule guarantee, Region cases)
    {
        TreatyParty? party = book.Parties.Parties(guarantee.Clause.Framework)
            .FirstOrDefault(p => ReferenceEquals(p.Place, guarantee.BoundAs));
        return party is null || guarantee.Clause.Meaning is { TowardsAnyone: true }
            ? []
            : book.Parties.OwedTo(guarantee.Clause, party).Where(o => o.Other is not null && book.Cut.Meet(o.Cases, cases))
                .Select(o => o.Other?.Name ?? string.Empty);
    }
}
