using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Repairs;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A change that an editor offers for a finding.</summary>
/// <param name="Title">What it does, as an imperative.</param>
/// <param name="Finding">The finding that it answers.</param>
/// <param name="IsPreferred">Whether it is the one that mends it for certain.</param>
/// <param name="Edits">The edits, of one or more files.</param>
public sealed record CodeAction(string Title, Diagnostic Finding, bool IsPreferred, ImmutableArray<FileEdit> Edits);

/// <summary>What can be done about the findings at a place: fixes, repairs of conflicts, acknowledgements, scenarios.</summary>
public static class CodeActions
{
    /// <summary>How many amendments of a conflict are tried while somebody waits.</summary>
    private const int Trials = 12;

    /// <summary>The actions for the findings that a range of a file touches.</summary>
    public static ImmutableArray<CodeAction> In(Workspace workspace, string file, TextSpan range, CancellationToken cancellation = default)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (Diagnostic found in workspace.GetDiagnostics(cancellation).Where(d => d.Location.File == file && d.Location.Span.Start <= range.End && d.Location.Span.End >= range.Start))
        {
            if (found.Fix is { } fix)
            {
                actions.Add(new CodeAction(fix.Title, found, true, [.. fix.Edits.Select(e => new FileEdit(file, e))]));
            }

            if (workspace.OpenConflicts.FirstOrDefault(c => c.Descriptor == found.Descriptor && c.Message == found.Message) is { } conflict)
            {
                actions.AddRange(For(conflict, found, workspace, file, cancellation));
            }
        }

        return actions.ToImmutable();
    }

    private static IEnumerable<CodeAction> For(Conflict conflict, Diagnostic found, Workspace workspace, string file, CancellationToken cancellation)
    {
        if (conflict.Status is ConflictStatus.Unresolved or ConflictStatus.Resolved && workspace.Diagnostics.All(d => !d.HidesRules))
        {
            foreach (Repair repair in new RepairFinder(workspace, Trials).Of(conflict, cancellation))
            {
                yield return new CodeAction($"{repair.Title} (the case is then {repair.Afterwards.ToString().ToLowerInvariant()})", found, false, [.. repair.Amendments.Select(a => a.Edit)]);
            }
        }

        if (workspace.Tree(file) is not { } tree)
        {
            yield break;
        }

        string clauses = string.Join(" and ", conflict.Clauses);
        if (conflict.Status is ConflictStatus.Unresolved or ConflictStatus.Resolved && conflict.Clauses.Length > 1)
        {
            yield return Append(tree, $"Acknowledge the conflict between {clauses}", found, $"acknowledge conflict between {clauses}\n  because \"…\"\n");
        }

        if (conflict.Status == ConflictStatus.Unresolved && conflict.Clauses.Length > 1 && ScenarioText.Of(conflict) is { } scenario)
        {
            yield return Append(tree, "Turn the witness into a scenario", found, scenario);
        }
    }

    private static CodeAction Append(SyntaxTree tree, string title, Diagnostic found, string text)
    {
        string content = tree.Text.Content;
        string separator = content.Length == 0 || content.EndsWith("\n", StringComparison.Ordinal) ? "\n" : "\n\n";
        return new CodeAction(title, found, false, [new FileEdit(tree.File, new TextEdit(new TextSpan(content.Length, 0), separator + text))]);
    }
}
