using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Conflicts;

/// <summary>Conflicts of one kind between the same sides, about the same parties: what a reader takes in as one thing.</summary>
/// <param name="Number">Its place among the groups, from 1: the heaviest first.</param>
/// <param name="Title">What collides, as a sentence without a full stop: "US requires what CN prohibits".</param>
/// <param name="Conflicts">Its conflicts, the heaviest first; at least one.</param>
public sealed record ConflictGroup(int Number, string Title, ImmutableArray<Conflict> Conflicts)
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
    public ImmutableArray<DayRange> Days
    {
        get
        {
            var joined = ImmutableArray.CreateBuilder<DayRange>();
            foreach (DayRange days in Conflicts.SelectMany(c => c.Days).OrderBy(d => d.From))
            {
                if (joined.Count > 0 && days.From.Number <= (long)joined[joined.Count - 1].Until.Number + 1)
                {
                    DayRange last = joined[joined.Count - 1];
                    joined[joined.Count - 1] = last with { Until = days.Until > last.Until ? days.Until : last.Until };
                }
                else
                {
                    joined.Add(days);
                }
            }

            return joined.ToImmutable();
        }
    }
}
