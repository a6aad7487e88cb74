using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.LanguageService.Answers;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A scenario whose case a clause decides or would decide.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Head">Where it begins.</param>
/// <param name="Passed">Whether what it expects is so.</param>
internal sealed record TouchingScenario(string Title, Location Head, bool Passed);

/// <summary>A clause with what a reader wants to see beside it.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Sentence">It as it is written, on one line.</param>
/// <param name="Lines">When and whom it binds, and what it speaks of, in sentences without marks.</param>
/// <param name="Link">Where the article can be read; null where nothing says so.</param>
/// <param name="Status">How far its drafting is; null where its comment does not say.</param>
/// <param name="Conflicts">How many of its conflicts wait for somebody, of those that concern the reader.</param>
/// <param name="Above">The clauses that prevail over it somewhere.</param>
/// <param name="Below">The clauses over which it prevails somewhere.</param>
/// <param name="Scenarios">The scenarios that touch it, in order of declaration.</param>
internal sealed record ClauseReading(
    ClauseSymbol Clause, string Sentence, ImmutableArray<string> Lines, string? Link, ClauseStatus? Status, int Conflicts,
    ImmutableArray<Override> Above, ImmutableArray<Override> Below, ImmutableArray<TouchingScenario> Scenarios)
{
    /// <summary>The clause around a place, or the one named there; null where there is none.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ClauseReading? FindAt(
        Workspace workspace, string file, int offset, ReadingView view, CancellationToken cancellation = default)
    {
        if (Overrides.ClauseAt(workspace, file, offset) is not { } clause)
        {
            return null;
        }

        ImmutableArray<Conflict> conflicts = CodeLenses.ConflictsOf(workspace, clause.QualifiedName, view, cancellation);
        IEnumerable<string> comment = ClauseStatus.Without(clause.Documentation) is { } text ? [text] : [];
        return new ClauseReading(
            clause,
            ClauseHover.Sentence(clause),
            [
                Sentences.Begin(ClauseHover.InForce(clause, view)),
                .. ClauseHover.Bound(clause, workspace.Model, view).Concat(ClauseHover.Cases(clause, workspace))
                    .Select(PlainText.FromMarkdown).Concat(comment),
            ],
            LawSources.Of(clause),
            ClauseStatus.Of(clause),
            conflicts.Count(c => c.IsOpen),
            Overrides.Above(workspace, clause, cancellation),
            Overrides.Below(workspace, clause, cancellation),
            [
                .. workspace.RunScenarios(cancellation).Where(r => Touches(r, clause.QualifiedName))
                    .Select(r => new TouchingScenario(r.Scenario.Title, r.Scenario.Head, r.Passed)),
            ]);
    }

    private static bool Touches(ScenarioResult result, string clause) => result.Applying.Contains(clause)
        || result.Cases.Any(d => d.Applied.Contains(clause) || d.Duties.Contains(clause) || d.Defeated.Any(o => o.Clause == clause));
}
