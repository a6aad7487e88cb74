using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Parsing;
using PolicyLang.Repairs;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>What a change does about a conflict.</summary>
internal enum ConflictActionKind
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
internal sealed record ConflictAction(string Title, ConflictActionKind Kind, ImmutableArray<FileEdit> Edits);

/// <summary>Why a conflict is accepted, and until when.</summary>
/// <param name="Because">The reason, as somebody typed it.</param>
/// <param name="Until">The last day; null without end.</param>
internal sealed record AcceptedReason(string Because, CalendarDay? Until)
{
    /// <summary>No reason: the compiler asks for one.</summary>
    internal static AcceptedReason Waiting { get; } = new("…", null);

    /// <summary>Whether it says anything.</summary>
    public bool HasWords => Because.Any(char.IsLetterOrDigit);

    /// <summary>It as lines of the language; a line end and a quote stay what they are.</summary>
    internal string Text =>
        $"  because {TextEscapes.Quote(Because)}{(Until is { } day ? $"\n  until {day}" : string.Empty)}";
}

/// <summary>What can be done about a conflict: the amendments that remove it, an acknowledgement, a scenario.</summary>
internal static class ConflictActions
{
    /// <summary>How many amendments of a conflict are tried while somebody waits.</summary>
    private const int Trials = 12;

    /// <summary>The most clauses among which the whole difference of a repair is worked out.</summary>
    private const int MostCompared = 300;

    // Repairs stay known as long as the version they were tried on.
    private static readonly ConditionalWeakTable<Workspace, ConcurrentDictionary<string, ImmutableArray<ConflictAction>>> Tried = new();

    /// <summary>The changes for a conflict.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="conflict">One of its conflicts.</param>
    /// <param name="file">The file to which acknowledgements and scenarios are added.</param>
    /// <param name="reason">Why the conflict is accepted; null for a text that waits for one.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static ImmutableArray<ConflictAction> Find(Workspace workspace, Conflict conflict, string file, AcceptedReason? reason = null,
        CancellationToken cancellation = default)
    {
        ImmutableArray<ConflictAction> repairs = Known(workspace, conflict);
        if (repairs.IsDefault)
        {
            repairs = [.. Repairs(workspace, conflict, workspace.GetOwnLaw(cancellation), cancellation)];
            Tried.GetOrCreateValue(workspace)[conflict.Fingerprint] = repairs;
        }

        return [.. repairs, .. Notes(workspace, conflict, file, reason)];
    }

    /// <summary>The amendments of instruments that are not the reader's: what only those can do who make them. Law of the library is not
    /// amended.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="conflict">One of its conflicts.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static ImmutableArray<ConflictAction> FindOfOthers(
        Workspace workspace, Conflict conflict, CancellationToken cancellation = default)
    {
        SemanticModel model = workspace.GetModel(cancellation);
        OwnLaw own = workspace.GetOwnLaw(cancellation);
        ImmutableArray<string> others =
        [
            .. model.Clauses.Where(c => conflict.Clauses.Contains(c.QualifiedName)).Select(c => c.Framework)
                .Where(f => !own.Contains(f) && !model.IsUsedLaw(f)).Select(f => f.Name).Distinct(),
        ];
        return others.IsEmpty ? [] : [.. Repairs(workspace, conflict, new OwnLaw(model, others), cancellation)];
    }

    /// <summary>What can be done about a conflict, told at once: a repair that nobody has tried yet has no edits, and is found by
    /// <see cref="FindFirst"/>.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="conflict">One of its conflicts.</param>
    /// <param name="file">The file to which acknowledgements and scenarios are added.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ImmutableArray<ConflictAction> Outline(
        Workspace workspace, Conflict conflict, string file, CancellationToken cancellation = default)
    {
        ImmutableArray<ConflictAction> repairs = Known(workspace, conflict);
        if (repairs.IsDefault)
        {
            repairs = MayRepair(workspace, conflict, workspace.GetOwnLaw(cancellation), cancellation)
                ? [new ConflictAction($"Repair {string.Join(" \u00d7 ", conflict.Clauses)} by the smallest change that holds",
                    ConflictActionKind.Repair, [])]
                : [];
        }

        return [.. repairs, .. Notes(workspace, conflict, file)];
    }

    /// <summary>The first change of a kind; null where there is none.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="conflict">One of its conflicts.</param>
    /// <param name="file">The file to which acknowledgements and scenarios are added.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static ConflictAction? FindFirst(
        Workspace workspace, Conflict conflict, string file, ConflictActionKind kind, CancellationToken cancellation = default)
    {
        ImmutableArray<ConflictAction> known = Known(workspace, conflict);
        return kind != ConflictActionKind.Repair ? Notes(workspace, conflict, file).FirstOrDefault(a => a.Kind == kind)
            : known.IsDefault
                ? Repairs(workspace, conflict, workspace.GetOwnLaw(cancellation), cancellation, withDifference: false).FirstOrDefault()
            : known.FirstOrDefault();
    }

    private static ImmutableArray<ConflictAction> Known(Workspace workspace, Conflict conflict) =>
        Tried.TryGetValue(workspace, out ConcurrentDictionary<string, ImmutableArray<ConflictAction>>? all)
            && all.TryGetValue(conflict.Fingerprint, out ImmutableArray<ConflictAction> known) ? known : default;

    private static bool IsOpen(Conflict conflict) => conflict.Status != ConflictStatus.Acknowledged;

    private static bool MayRepair(Workspace workspace, Conflict conflict, OwnLaw own, CancellationToken cancellation) => IsOpen(conflict)
        && workspace.GetHidingErrors(cancellation: cancellation).IsEmpty
        && own.MayRepair(conflict, workspace.GetModel(cancellation).Clauses);

    private static IEnumerable<ConflictAction> Repairs(
        Workspace workspace, Conflict conflict, OwnLaw own, CancellationToken cancellation, bool withDifference = true)
    {
        if (!MayRepair(workspace, conflict, own, cancellation))
        {
            yield break;
        }

        foreach (Repair repair in new RepairFinder(workspace, own, Trials, cancellation: cancellation)
            .Search(conflict))
        {
            string difference = withDifference ? Difference(workspace, repair, cancellation) : string.Empty;
            yield return new ConflictAction(
                $"{repair.Title} (the case is then {WireNames.NameOf(repair.Afterwards)}{difference})", ConflictActionKind.Repair,
                [.. repair.Amendments.Select(a => a.Edit)]);
        }
    }

    private static IEnumerable<ConflictAction> Notes(
        Workspace workspace, Conflict conflict, string file, AcceptedReason? reason = null)
    {
        if (workspace.Tree(file) is not { } tree || conflict.Clauses.Length < 2
            || tree.Islands.All(i => i.Kind == SyntaxBlockKind.Markdown))
        {
            yield break;
        }

        string clauses = string.Join(" and ", conflict.Clauses);
        if (IsOpen(conflict))
        {
            yield return new ConflictAction($"Acknowledge the conflict between {clauses}", ConflictActionKind.Acknowledge,
                [EndOfPolicy.Append(tree, $"acknowledge conflict between {clauses}\n{(reason ?? AcceptedReason.Waiting).Text}\n")]);
        }

        if (conflict.Status == ConflictStatus.Unresolved && ScenarioText.Write(conflict) is { } scenario)
        {
            yield return new ConflictAction(
                "Turn the witness into a scenario", ConflictActionKind.Scenario, [EndOfPolicy.Append(tree, scenario)]);
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
}
