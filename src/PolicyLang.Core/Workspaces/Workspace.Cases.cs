using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Rules;

namespace PolicyLang.Workspaces;

/// <content>What is asked of single cases, of kinds of transfers, and of another version.</content>
public sealed partial class Workspace
{
    /// <summary>The conflicts that hold for one case; null where there are problems with its facts.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<Conflict>? ConflictsFor(IEnumerable<RawFact> facts, out ImmutableArray<string> problems, CancellationToken cancellation = default) => OfCase<ImmutableArray<Conflict>?>(
        facts,
        (rules, values) => [.. _facts.Conflicts(cancellation).Where(c => c.Holds(rules.Space.Regions, values)).Select(c => c.Conflict)],
        out problems,
        cancellation);

    /// <summary>Says why a case is decided as it is: every clause that bears on it, part by part; null where there are problems with its facts.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<ExplainedClause>? Explain(IEnumerable<RawFact> facts, out ImmutableArray<string> problems, CancellationToken cancellation = default) =>
        OfCase<ImmutableArray<ExplainedClause>?>(facts, (rules, values) => new Explainer(rules).Explain(values), out problems, cancellation);

    /// <summary>Decides one case.</summary>
    /// <param name="facts">Its facts; what is left out is neutral.</param>
    /// <param name="problems">What is wrong with the facts, one sentence each; empty where all is well.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The decision, or null where there are problems.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Decision? Decide(IEnumerable<RawFact> facts, out ImmutableArray<string> problems, CancellationToken cancellation = default)
    {
        (Decision? decision, problems) = _facts.WithRules(
            rules =>
            {
                var reader = new CaseReader(rules.Space);
                long[]? values = reader.Read(facts, out ImmutableArray<string> found);
                return (values is null ? null : new Decider(rules).Decide(values, reader.Stated), found);
            },
            cancellation);
        return decision;
    }

    /// <summary>What may be asked of a case that is told in part, in the order in which to ask.</summary>
    /// <param name="facts">What is known so far.</param>
    /// <param name="problems">What is wrong with it, one sentence each.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<CaseQuestion> Questions(IEnumerable<RawFact> facts, out ImmutableArray<string> problems, CancellationToken cancellation = default)
    {
        (ImmutableArray<CaseQuestion> questions, problems) = _facts.WithRules(rules => (new CaseQuestions(rules).Of(facts, out ImmutableArray<string> found), found), cancellation);
        return questions;
    }

    /// <summary>What transfers between places come to.</summary>
    /// <param name="facts">What holds in every cell: actor, action, data, purpose, date.</param>
    /// <param name="origins">Jurisdictions for the rows; empty for all, those that are treated alike in one row.</param>
    /// <param name="destinations">Jurisdictions for the columns; empty for all.</param>
    /// <param name="problems">What is wrong with the question, one sentence each; the matrix is then null.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public TransferMatrix? Matrix(IEnumerable<RawFact> facts, ImmutableArray<string> origins, ImmutableArray<string> destinations, out ImmutableArray<string> problems, CancellationToken cancellation = default)
    {
        (TransferMatrix? matrix, problems) = _facts.WithRules(rules => (new MatrixBuilder(rules).Build(facts, origins, destinations, out ImmutableArray<string> found), found), cancellation);
        return matrix;
    }

    /// <summary>How the meaning differs from that of an earlier version.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SemanticDifference DifferenceFrom(Workspace earlier, CancellationToken cancellation = default) =>
        WorkspaceFacts.WithRules(earlier._facts, _facts, (before, after) => new SemanticDiff(before, after).Compare(), cancellation);

    private T? OfCase<T>(IEnumerable<RawFact> facts, Func<RuleBook, long[], T> ask, out ImmutableArray<string> problems, CancellationToken cancellation)
    {
        (T? answer, problems) = _facts.WithRules(
            rules =>
            {
                long[]? values = new CaseReader(rules.Space).Read(facts, out ImmutableArray<string> found);
                return (values is null ? default : ask(rules, values), found);
            },
            cancellation);
        return answer;
    }
}
