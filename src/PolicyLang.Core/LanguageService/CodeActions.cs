using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Repairs;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A change that an editor offers for a finding.</summary>
/// <param name="Title">What it does, as an imperative.</param>
/// <param name="Finding">The finding that it answers.</param>
/// <param name="IsPreferred">Whether it is the one that mends it for certain.</param>
/// <param name="Edits">The edits, of one or more files.</param>
internal sealed record CodeAction(string Title, Diagnostic Finding, bool IsPreferred, ImmutableArray<FileEdit> Edits);

/// <summary>What can be done about the findings at a place: fixes, which are at hand, and conflicts, whose repairs have to be
/// tried.</summary>
internal static class CodeActions
{
    /// <summary>The fixes for the findings that a range of a file touches.</summary>
    public static ImmutableArray<CodeAction> FindIn(
        Workspace workspace, string file, TextSpan range, CancellationToken cancellation = default)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();

        // No change that an editor offers may give another name another meaning.
        void Offer(IEnumerable<CodeAction> found) => actions.AddRange(
            found.Where(action => IsSafe(workspace, action.Edits, cancellation)));

        foreach (Diagnostic found in workspace.GetDiagnostics(cancellation).Where(d => Touches(d.Location, file, range)))
        {
            if (found.Fix is { } fix)
            {
                Offer([new CodeAction(fix.Title, found, true, [.. fix.Edits.Select(e => new FileEdit(file, e))])]);
            }

            ClauseSymbol? clause =
                workspace.Model.Clauses.FirstOrDefault(c => c.Location.File == file && c.Whole.Span.Contains(found.Location.Span));
            if (clause is not null)
            {
                Offer(
                    MissingSlots.For(found, clause).Select(slot => new CodeAction($"Add '{slot.Words}'", found, false, [slot.Edit])));
            }

            if (found.Fix is null && workspace.Tree(file) is { } tree)
            {
                Offer(CodeFixes.For(workspace, found, tree, clause)
                    .Select(remedy => new CodeAction(remedy.Title, found, false, [new FileEdit(file, remedy.Edit)])));
            }
        }

        return actions.ToImmutable();
    }

    /// <summary>The conflicts at a place, each with its finding. A conflict is reported at one clause, but can be acted on from each; those
    /// that are reported here come first.</summary>
    public static ImmutableArray<(Diagnostic Finding, Conflict Conflict)> ConflictsIn(
        Workspace workspace, string file, TextSpan range, CancellationToken cancellation = default) =>
    [
        .. workspace.GetDiagnostics(cancellation)
            .Where(d => d.Subject is Conflict
                && (Touches(d.Location, file, range) || d.Related.Any(r => Touches(r.Location, file, range))))
            .OrderBy(d => Touches(d.Location, file, range) ? 0 : 1)
            .Select(d => (d, d.Subject as Conflict)).OfType<(Diagnostic, Conflict)>(),
    ];

    /// <summary>Whether no name means something else once edits are made, but where that is what they are for.</summary>
    public static bool IsSafe(Workspace workspace, ImmutableArray<FileEdit> edits, CancellationToken cancellation = default) =>
        new Bindings(workspace, RepairFinder.Apply(workspace, edits), edits).FirstTakenOver(cancellation) is null;

    private static bool Touches(Location place, string file, TextSpan range) => place.File == file && place.Span.Touches(range);
}
