using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Analysis;

/// <summary>Why answers change on a day.</summary>
internal enum TimelineReasonKind
{
    /// <summary>An instrument or a clause comes into force.</summary>
    Force,

    /// <summary>An instrument or a clause has ended.</summary>
    End,

    /// <summary>An instrument binds a party.</summary>
    Adoption,

    /// <summary>An instrument binds a party no longer.</summary>
    Withdrawal,

    /// <summary>A reservation, or what a party invokes, begins or has ended.</summary>
    Reservation,

    /// <summary>A member joins or has left a bloc or a list.</summary>
    Member,

    /// <summary>An acknowledgement has ended.</summary>
    Acknowledgement,
}

/// <summary>One reason.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">The reason as a phrase: "GDPR comes into force", "reservation of GH on DGF.Art2 has ended".</param>
/// <param name="Place">Where the files say so: the day, or what it belongs to.</param>
internal sealed record TimelineReason(TimelineReasonKind Kind, string Text, Location Place);

/// <summary>A day on which some answer changes.</summary>
/// <param name="Day">The first day of the new answers.</param>
/// <param name="Reasons">Why, as far as a day that a file names is the reason.</param>
/// <param name="Begins">The conflicts that begin, with the parties for which they do.</param>
/// <param name="Ends">The conflicts that have ended the day before.</param>
/// <param name="Changes">What is decided otherwise from the day on, each with its blocks and a case of the day.</param>
internal sealed record TimelineDay(
    CalendarDay Day,
    ImmutableArray<TimelineReason> Reasons,
    ImmutableArray<ConflictChange> Begins,
    ImmutableArray<ConflictChange> Ends,
    ImmutableArray<SemanticChange> Changes);

/// <summary>The days on which some answer changes, in their order.</summary>
/// <param name="Days">The days.</param>
/// <param name="Undecided">What is not known because it is beyond the budget (PL9004).</param>
internal sealed record Timeline(ImmutableArray<TimelineDay> Days, ImmutableArray<Problem> Undecided);
