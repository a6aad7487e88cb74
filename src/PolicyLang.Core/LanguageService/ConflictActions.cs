using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Repairs;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>What a change does about a conflict.</summary>
public enum ConflictActionKind
{
    /// <summary>Amends clauses so that it is gone.</summary>
    Repair,

    /// <summary>Says that it is known and accepted.</summary>
    Acknowledge,

    /// <summary>Keeps its witness as a scenario.</summary>
    Scenario,
}

/// <summary>A change that answers a conflict.</summary>
/// <param name="Title">What it does, as an imperative.</param>
/// <param name="Kind">What it does about the conflict.</param>
/// <param name="Edits">The edits, of one or more files.</param>
public sealed record ConflictAction(string Title, ConflictActionKind Kind, ImmutableArray<FileEdit> Edits);

/// <summary>What can be done about a conflict: the amendments that remove it, an acknowledgement, a scenario.</summary>
public static class ConflictActions
{
    /// <summary>How many amendments of a conflict are tried while somebody waits.</summary>
    private const int Trials = 12;

    /// <summary>The most clauses among which the whole difference of a repair is worked out.</summary>
    private const int MostCompared = 300;

    /// <summary>The changes for a conflict.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="conflict">One of its conflicts.</param>
    /// <param name="file">The file to which acknowledgements and scenarios are added.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IEnumerable<ConflictAction> Find(
        Workspace workspace, Conflict conflict, string file, CancellationToken cancellation = default)
    {
        bool open = conflict.Status != ConflictStatus.Acknowledged;
        if (open && workspace.GetDiagnostics(cancellation).All(d => !d.HidesRules))
        {
            foreach (Repair repair in new RepairFinder(workspace, new OwnLaw(workspace.GetModel(cancellation), workspace.Settings.Mine),
                Trials, cancellation: cancellation).Find(conflict))
            {
                yield return new ConflictAction($"{repair.Title} (the case is then "
                    + $"{WireNames.NameOf(repair.Afterwards)}{Difference(workspace, repair, cancellation)})", ConflictActionKind.Repair,
                    [.. repair.Amendments.Select(a => a.Edit)]);
            }
        }

        if (workspace.Tree(file) is not { } tree || conflict.Clauses.Length < 2
            || tree.Islands.All(i => i.Kind == SyntaxBlockKind.Markdown))
        {
            yield break;
        }

        string clauses = string.Join(" and ", conflict.Clauses);
        if (open)
        {
            yield return new ConflictAction($"Acknowledge the conflict between {clauses}", ConflictActionKind.Acknowledge,
                [Append(tree, $"acknowledge conflict between {clauses}\n  because \"…\"\n")]);
        }

        if (conflict.Status == ConflictStatus.Unresolved && ScenarioText.Write(conflict) is { } scenario)
        {
            yield return new ConflictAction("Turn the witness into a scenario", ConflictActionKind.Scenario, [Append(tree, scenario)]);
        }
    }

    // The other changes in meaning a repair makes; too slow for large workspaces.
    private static string Difference(Workspace workspace, Repair repair, CancellationToken cancellation)
    {
        if (workspace.ClauseCount > MostCompared)
        {
            return string.Empty;
        }

        SemanticDifference difference = RepairFinder.Apply(workspace, repair.Amendments.Select(a => a.Edit))
            .DifferenceFrom(workspace, cancellation);
        if (difference.Undecided is not null)
        {
            return "; what else it changes is not decided";
        }

        ImmutableArray<SemanticChange> changes = difference.Changes;
        string[] kinds =
            [.. changes.GroupBy(c => c.Kind).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {WireNames.NameOf(g.Key)}")];
        return changes.Length > 1 ? $"; changes: {string.Join(", ", kinds)}" : string.Empty;
    }

    // In a literate file the policy ends with the last fence, before any Markdown.
    private static FileEdit Append(SyntaxTree tree, string text)
    {
        int end = tree.Text.Length;
        foreach (SyntaxBlock island in tree.Islands.Reverse().TakeWhile(i => i.Kind == SyntaxBlockKind.Markdown))
        {
            end -= island.Text.Length;
        }

        string separator = end == 0 || tree.Text.Content[end - 1] == '\n' ? "\n" : "\n\n";
        return new FileEdit(tree.File, new TextEdit(new TextSpan(end, 0), separator + text));
    }
}
