using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Conflicts;

/// <summary>Conflicts of one kind between the same sides, about the same parties: what a reader takes in as one thing.</summary>
/// <param name="Number">Its place among the groups, from 1: the heaviest first.</param>
/// <param name="Title">What collides, as a sentence without a full stop: "US requires what CN prohibits".</param>
/// <param name="Conflicts">Its conflicts, the heaviest first; at least one.</param>
internal sealed record ConflictGroup(int Number, string Title, ImmutableArray<Conflict> Conflicts)
{
    /// <summary>The first of its conflicts, which shows it.</summary>
    public Conflict First => Conflicts[0];

    /// <summary>The severity of its most serious conflict.</summary>
    public DiagnosticSeverity Severity => First.Severity;

    /// <summary>Its title with since when and until when; where it never was otherwise and never will be, days would say nothing.</summary>
    public string Headline
    {
        get
        {
            ImmutableArray<DayRange> days = Days;
            return days.IsEmpty ? Title
                : Title + (days[0].From == CalendarDay.First ? string.Empty : $", from {days[0].From}") + (
                    days[days.Length - 1].Until == CalendarDay.Last ? string.Empty : $", until {days[days.Length - 1].Until}");
        }
    }

    /// <summary>What to do about all of it, as an imperative; null where each conflict has an answer of its own.</summary>
    public string? Help => GroupPhrases.Help(Conflicts);

    /// <summary>The days on which some conflict of it arises, in stretches that ascend and do not touch.</summary>
    public ImmutableArray<DayRange> Days => DayRange.Join(Conflicts.SelectMany(c => c.Days));

    /// <summary>The parties that its conflicts concern, each once with all of its days and all to whom something is owed.</summary>
    public ImmutableArray<ConcernedParty> Parties =>
    [
        .. Conflicts.SelectMany(c => c.Parties).GroupBy(p => p.Party, StringComparer.Ordinal).Select(g => g.First() with
        {
            Days = DayRange.Join(g.SelectMany(p => p.Days)),
            OwedTo = [.. g.SelectMany(p => p.OwedTo).Distinct().OrderBy(n => n, StringComparer.Ordinal)],
        }),
    ];
}
