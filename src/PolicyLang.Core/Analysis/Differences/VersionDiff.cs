using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Analysis.Differences;

/// <summary>Puts together how two versions differ. What is beyond the budget is said, and leaves the other parts whole.</summary>
/// <param name="before">The old rules.</param>
/// <param name="after">The new rules.</param>
/// <param name="on">A day, if only its cases and conflicts are wanted.</param>
internal sealed class VersionDiff(RuleBook before, RuleBook after, Semantics.DayRange? on)
{
    // Enough for a reader of JSON; the last line counts what lies beyond.
    private const int MostBlocks = 12;

    private readonly RegionSpace _regions = after.Space.Regions;
    private readonly List<Problem> _undecided = [];

    /// <param name="old">The open conflicts of the old version.</param>
    /// <param name="now">Those of the new version.</param>
    public VersionComparison Compare(ImmutableArray<FoundConflict> old, ImmutableArray<FoundConflict> now)
    {
        if (!TwoVersions.TryAnswer(before, after, () => new TwoVersions(before, after, on, MostBlocks)).TryGet(out TwoVersions? versions))
        {
            Miss("How the two differ");
            return Answer(null, [], [], ConflictDifference.Of([], []));
        }

        ImmutableArray<ClauseChange> clauses = Try("Which clauses differ", () => new ClauseComparison(versions).Find(), []);
        SemanticDifference meaning =
            Try("How the meaning differs", () => new SemanticDiff(versions).Compare(), new SemanticDifference(ChangeLevel.Major, []));
        if (on is { } days)
        {
            old = Try("Which conflicts there were on that day", () => OnDay(old, before, days), old);
            now = Try("Which conflicts there are on that day", () => OnDay(now, after, days), now);
        }

        ConflictDifference conflicts = ConflictDifference.Of(old.Select(c => c.Conflict), now.Select(c => c.Conflict));
        ChangeLevel level = meaning.Level > ChangeLevel.None || (conflicts.Gone.IsEmpty && conflicts.New.IsEmpty) ? meaning.Level
            : Try("Whether conflicts arise in other cases", () => AreElsewhere(versions, old, now), true) ? ChangeLevel.Patch
            : ChangeLevel.None;
        if (versions.Untold.Count > 0)
        {
            _undecided.Add(new Problem(
                $"In which cases {Decisions.CaseSentence.List([.. versions.Untold], "and")} differ is not said in words: they combine too "
                    + "many conditions.", LimitDiagnostics.Unanswered));
        }

        return Answer(level, clauses, meaning.Changes, conflicts);
    }

    private VersionComparison Answer(ChangeLevel? level, ImmutableArray<ClauseChange> clauses, ImmutableArray<SemanticChange> changes,
        ConflictDifference conflicts) => new(level ?? ChangeLevel.Major, clauses, conflicts, changes, [.. _undecided]);

    private T Try<T>(string what, Func<T> work, T otherwise)
    {
        if (TwoVersions.TryAnswer(before, after, work).TryGet(out T? answer))
        {
            return answer;
        }

        Miss(what);
        return otherwise;
    }

    private void Miss(string what) => _undecided.Add(LimitFindings.Problem(what, _regions, after.Rules));

    // Conflicts of split or renamed clauses have other names and the same cases.
    private bool AreElsewhere(TwoVersions versions, ImmutableArray<FoundConflict> old, ImmutableArray<FoundConflict> now)
    {
        Region[] were = [.. Open(old).Select(c => _regions.ExistsChosen(versions.OfOld(c.Cases(before))))];
        Region[] are = [.. Open(now).Select(c => _regions.ExistsChosen(c.Cases(after)))];
        return !AreWithin(were, are) || !AreWithin(are, were);
    }

    private static IEnumerable<FoundConflict> Open(ImmutableArray<FoundConflict> conflicts) => conflicts.Where(c => c.Conflict.IsOpen);

    private bool AreWithin(Region[] these, Region[] those) => these.Distinct().All(cases =>
        those.Where(o => _regions.Overlaps(o, cases)).Aggregate(cases, (left, o) => _regions.Difference(left, o)).IsEmpty);

    private static ImmutableArray<FoundConflict> OnDay(ImmutableArray<FoundConflict> all, RuleBook book, Semantics.DayRange days) =>
        [.. all.Where(c => book.Space.Regions.Overlaps(c.Cases(book), book.Compiler.Days(days)))];
}
