using PolicyLang.Analysis.Differences;
using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Timelines;

/// <summary>What changes on a day, the heaviest changes first.</summary>
internal sealed class ComparedDay
{
    /// <summary>Nothing does.</summary>
    public static readonly ComparedDay Unchanged = new([], []);

    private readonly ImmutableArray<SemanticChange> _changes;
    private readonly ImmutableArray<Problem> _unknown;
    private readonly ImmutableArray<FoundChange> _told = [];
    private readonly CalendarDay _day;
    private readonly TwoVersions? _versions;

    /// <param name="day">The day.</param>
    /// <param name="versions">Its law, and that of the day before.</param>
    /// <param name="found">The changes.</param>
    /// <param name="inWords">Of how many all cases may be told in words; those of the others are not kept.</param>
    public ComparedDay(CalendarDay day, TwoVersions versions, ImmutableArray<FoundChange> found, int inWords)
        : this([.. found.Select(f => f.Change)], []) =>
        (_day, _versions, _told) = (day, versions, [.. found.Take(inWords)]);

    private ComparedDay(ImmutableArray<SemanticChange> changes, ImmutableArray<Problem> undecided) =>
        (_changes, _unknown) = (changes, undecided);

    /// <summary>What is not known because it is beyond the budget; what cannot be said in words is, once it was asked for.</summary>
    public ImmutableArray<Problem> Undecided => _versions is null ? _unknown :
    [
        .. _versions.Untold.Select(clause => new Problem(
            $"In which cases '{clause}' changes on {_day} is not said in words: it combines too many conditions.",
            LimitDiagnostics.Unanswered)),
    ];

    /// <summary>Whether all changes are known.</summary>
    public bool IsDecided => Undecided.IsEmpty;

    /// <summary>It is not known what changes.</summary>
    public static ComparedDay Unknown(Problem problem) => new([], [problem]);

    /// <summary>The changes.</summary>
    /// <param name="inWords">Whether all cases of the first ones are told in words, which works in the space they were found in.</param>
    public ImmutableArray<SemanticChange> Changes(bool inWords) => inWords && _versions is not null
        ? [.. _told.Select(_versions.WithWords), .. _changes.Skip(_told.Length)]
        : _changes;
}
