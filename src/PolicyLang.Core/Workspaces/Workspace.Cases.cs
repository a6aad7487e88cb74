using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Workspaces;

/// <content>What is asked of single cases, and of kinds of transfers.</content>
internal sealed partial class Workspace
{
    /// <summary>The conflicts that arise on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="problems">Why they are not known; empty where they are.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<Conflict>? ConflictsOn(
        CalendarDay day, out ImmutableArray<Problem> problems, CancellationToken cancellation = default) => Ask<ImmutableArray<Conflict>?>(
        $"What conflicts there are on {day}",
        rules =>
        {
            Region today = rules.Compiler.Days(new DayRange(day, day));
            return ([.. _compilation.Conflicts(cancellation).Where(c => rules.Space.Regions.Overlaps(c.Cases(rules), today))
                .Select(c => c.Conflict)], []);
        },
        out problems,
        cancellation);

    /// <summary>The conflicts that hold for one case; null where there are problems.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<Conflict>? ConflictsFor(IEnumerable<RawFact> facts, out ImmutableArray<Problem> problems,
        CancellationToken cancellation = default) => AskOfCase<ImmutableArray<Conflict>?>(
        "What conflicts the case has",
        facts,
        (rules, values) =>
            [.. _compilation.Conflicts(cancellation).Where(c => c.Holds(rules, values)).Select(c => c.Conflict)],
        out problems,
        cancellation);

    /// <summary>Where conflicts of this workspace arise, in words, the most general cases first; nothing where that is beyond the
    /// budget.</summary>
    /// <param name="conflicts">Some of them: <see cref="OpenConflicts"/> or <see cref="Conflicts"/>.</param>
    /// <param name="most">How many kinds of cases a reader is shown; the others are a number and a case.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<CasesLine> Where(
        IEnumerable<Conflict> conflicts, int most = RegionWords.MostTold, CancellationToken cancellation = default)
    {
        var wanted = new HashSet<string>(conflicts.Select(c => c.Fingerprint), StringComparer.Ordinal);
        return Ask(
            "Where they arise",
            rules =>
            {
                Region[] Cases(ImmutableArray<FoundConflict> all) =>
                    [.. all.Where(c => wanted.Contains(c.Conflict.Fingerprint)).Select(c => c.Cases(rules))];
                Region[] open = Cases(_compilation.OpenConflicts(cancellation));
                Region[] cases = open.Length == wanted.Count ? open : Cases(_compilation.Conflicts(cancellation));
                return RegionWords.Of(rules).Describe(rules.Space.Regions.Union(cases), most).Lines;
            },
            out _,
            cancellation).Or([]);
    }

    /// <summary>Says why a case is decided as it is: every clause that bears on it, part by part; null where there are problems.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<ExplainedClause>? Explain(
        IEnumerable<RawFact> facts, out ImmutableArray<Problem> problems, CancellationToken cancellation = default) =>
        AskOfCase<ImmutableArray<ExplainedClause>?>(
            "Why the case is decided as it is", facts, (rules, values) => new Explainer(rules).Explain(values), out problems, cancellation);

    /// <summary>Decides one case.</summary>
    /// <param name="facts">Its facts; what is left out is neutral.</param>
    /// <param name="problems">What is wrong with the facts, one sentence each, or why the case is not decided; empty where all is
    /// well.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The decision, or null where there are problems.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Decision? Decide(IEnumerable<RawFact> facts, out ImmutableArray<Problem> problems, CancellationToken cancellation = default) =>
        Decide(facts, [], out problems, cancellation);

    /// <summary>Decides one case under the law of some orders and frameworks alone; what prevails over what is as in the whole.</summary>
    /// <param name="facts">Its facts; what is left out is neutral.</param>
    /// <param name="under">The orders and frameworks; empty for all.</param>
    /// <param name="problems">What is wrong with the facts, one sentence each, that the case cannot occur, or why it is not decided; empty
    /// where all is well.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The decision, or null where there are problems.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Decision? Decide(IEnumerable<RawFact> facts, ImmutableArray<Symbol> under, out ImmutableArray<Problem> problems,
        CancellationToken cancellation = default) => Ask(
        "The case",
        rules =>
        {
            var reader = new CaseReader(rules.Space);
            if (reader.Read(facts, out ImmutableArray<string> found) is not { } values)
            {
                return ((Decision?)null, AsProblems(found));
            }

            return rules.Space.Regions.Holds(rules.Existing, values)
                ? (new Decider(rules.Under(under)).Decide(values, reader.Stated), [])
                : (null, [Missing(CaseProblems.Missing(rules, values))]);
        },
        out problems,
        cancellation);

    /// <summary>What may be asked of a case that is stated in part, in the order in which to ask.</summary>
    /// <param name="facts">What is known so far.</param>
    /// <param name="problems">What is wrong with it, one sentence each, or why it is not known what matters.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<CaseQuestion> Questions(IEnumerable<RawFact> facts, out ImmutableArray<Problem> problems,
        CancellationToken cancellation = default) => Ask<ImmutableArray<CaseQuestion>?>(
        "What is left to ask of the case", rules =>
            (new CaseQuestions(rules).Find(facts, out ImmutableArray<string> found), AsProblems(found)), out problems, cancellation) ?? [];

    /// <summary>What transfers between places come to.</summary>
    /// <param name="facts">What holds in every cell: actor, action, data, purpose, date.</param>
    /// <param name="origins">Jurisdictions for the rows; empty for all, those that are treated alike in one row.</param>
    /// <param name="destinations">Jurisdictions for the columns; empty for all.</param>
    /// <param name="problems">What is wrong with the question, one sentence each, or why it has no answer; the matrix is then null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public TransferMatrix? Matrix(IEnumerable<RawFact> facts, ImmutableArray<string> origins, ImmutableArray<string> destinations,
        out ImmutableArray<Problem> problems, CancellationToken cancellation = default) => Ask(
        "What transfers come to", rules =>
            (new MatrixBuilder(rules).Build(facts, origins, destinations, out ImmutableArray<string> found), AsProblems(found)),
            out problems, cancellation);

    /// <summary>The days from which on <see cref="Matrix"/> may be another one, in their order, the first day of all among them.</summary>
    /// <param name="facts">What holds in every cell; the date among them makes no difference.</param>
    /// <param name="problems">What is wrong with the question, or why it has no answer; there are no days then.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<CalendarDay> MatrixDays(
        IEnumerable<RawFact> facts, out ImmutableArray<Problem> problems, CancellationToken cancellation = default) =>
        Ask<ImmutableArray<CalendarDay>?>(
            "When transfers come to something else",
            rules => (new MatrixBuilder(rules).Days(facts, out ImmutableArray<string> found), AsProblems(found)),
            out problems, cancellation) ?? [];

    /// <summary>Answers a question within a budget.</summary>
    /// <param name="what">What is asked for, as the subject of a sentence.</param>
    /// <param name="work">Finds the answer.</param>
    /// <param name="undecided">Why there is none: it is beyond the budget (PL9004).</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal Attempt<T> Ask<T>(string what, Func<RuleBook, T> work, out Problem? undecided, CancellationToken cancellation)
    {
        (Attempt<T> answer, undecided) = _compilation.WithRules(
            rules =>
            {
                Attempt<T> found = rules.Space.Regions.TryAnswer(() => work(rules));
                return (found, found.IsDecided ? null : LimitFindings.Problem(what, rules.Space.Regions, rules.Rules));
            },
            cancellation);
        return answer;
    }

    private T? Ask<T>(string what, Func<RuleBook, (T? Answer, ImmutableArray<Problem> Problems)> work, out ImmutableArray<Problem> problems,
        CancellationToken cancellation)
    {
        if (!Ask(what, work, out Problem? undecided, cancellation).TryGet(out (T? Answer, ImmutableArray<Problem> Problems) found))
        {
            problems = undecided is null ? [] : [undecided];
            return default;
        }

        problems = found.Problems;
        return found.Answer;
    }

    private static ImmutableArray<Problem> AsProblems(ImmutableArray<string> problems) => [.. problems.Select(p => new Problem(p))];

    private static Problem Missing(MissingCase missing) => new(missing.Message) { Outside = missing };

    // A question about one case, whose facts may be wrong.
    private T? AskOfCase<T>(string what, IEnumerable<RawFact> facts, Func<RuleBook, long[], T?> work, out ImmutableArray<Problem> problems,
        CancellationToken cancellation) => Ask(
        what,
        rules => new CaseReader(rules.Space).Read(facts, out ImmutableArray<string> found) is { } values
            ? (work(rules, values), AsProblems(found))
            : (default, AsProblems(found)),
        out problems,
        cancellation);
}
