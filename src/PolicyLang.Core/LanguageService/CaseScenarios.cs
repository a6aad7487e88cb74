using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Repairs;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>Keeps a case that somebody asked about as a scenario that expects the present answer.</summary>
internal static class CaseScenarios
{
    /// <summary>The edit that adds it where the workspace has its scenarios, else to the first file that is no memo.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="facts">The case, complete as to whose it is.</param>
    /// <param name="title">What it is to be called; a number is added where a scenario is called so already.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null where there is no file, or no scenario can say the case.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FileEdit? Keep(
        Workspace workspace, ImmutableArray<RawFact> facts, string title, CancellationToken cancellation = default)
    {
        return FileOf(workspace) is { } tree
            && Text(workspace, facts, Unused(title, workspace.GetModel(cancellation)), cancellation) is { } text
            ? EndOfPolicy.Append(tree, text)
            : null;
    }

    /// <summary>The text of a scenario that expects the present answer, and passes; null where no scenario can say the case.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal static string? Text(Workspace workspace, ImmutableArray<RawFact> facts, string title, CancellationToken cancellation) =>
        Told(workspace, facts, cancellation) is { } told && ScenarioText.HasWords(told)
            && workspace.Decide(facts, out _, cancellation) is { } decision
            && ScenarioText.Write(title, told, [Expected(decision)]) is { } text
            && ScenarioDrafts.Run(workspace, text, cancellation).ToArray() is [{ Passed: true, Told: [var read] }] && read.Equals(told)
            ? text
            : null;

    /// <summary>The facts of a case that are not neutral; null where it cannot be read.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal static CaseFacts? Told(Workspace workspace, IEnumerable<RawFact> facts, CancellationToken cancellation) =>
        workspace.WithRules(
            rules => new CaseReader(rules.Space).Read(facts, out _) is { } values ? new CaseWriter(rules.Space).Write(values) : null,
            cancellation);

    private static SyntaxTree? FileOf(Workspace workspace) =>
        (workspace.Model.Scenarios.LastOrDefault(s => !workspace.Law.Holds(s.Head.File)) is { } last
            ? workspace.Tree(last.Head.File)
            : null)
        ?? workspace.Trees.FirstOrDefault(t => t.Islands.All(i => i.Kind != SyntaxBlockKind.Markdown));

    private static string Unused(string title, SemanticModel model)
    {
        var used = new HashSet<string>(model.Scenarios.Select(s => s.Title), StringComparer.Ordinal);
        return Enumerable.Range(1, used.Count + 1).Select(n => n == 1 ? title : $"{title} ({n})").First(t => !used.Contains(t));
    }

    private static string Expected(Decision decision)
    {
        string[] by =
        [
            .. decision.Orders.Where(o => decision.Outcome == Outcome.Conflicting || o.Outcome == decision.Outcome)
                .SelectMany(o => o.Applied).Distinct().OrderBy(n => n, StringComparer.Ordinal),
        ];
        bool told = by.Length > 0 && decision.Outcome != Outcome.Unregulated;
        return WireNames.NameOf(decision.Outcome) + (told ? " by " + string.Join(", ", by) : string.Empty);
    }
}
