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
public sealed record CodeAction(string Title, Diagnostic Finding, bool IsPreferred, ImmutableArray<FileEdit> Edits);

/// <summary>What can be done about the findings at a place: fixes, repairs of conflicts, acknowledgements, scenarios.</summary>
public static class CodeActions
{
    /// <summary>The actions for the findings that a range of a file touches.</summary>
    public static ImmutableArray<CodeAction> FindIn(
        Workspace workspace, string file, TextSpan range, CancellationToken cancellation = default)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        void AboutConflict(Diagnostic found)
        {
            if (found.Subject is Conflict conflict)
            {
                Offer(ConflictActions.Find(workspace, conflict, file, cancellation)
                    .Select(a => new CodeAction(a.Title, found, false, a.Edits)));
            }
        }

        // No change that an editor offers may give another name another meaning.
        void Offer(IEnumerable<CodeAction> found) => actions.AddRange(found.Where(action => new Bindings(
            workspace, RepairFinder.Apply(workspace, action.Edits), action.Edits).FirstTakenOver(cancellation) is null));

        bool Touched(Location place) => place.File == file && place.Span.Touches(range);
        ImmutableArray<Diagnostic> all = workspace.GetDiagnostics(cancellation);
        foreach (Diagnostic found in all.Where(d => Touched(d.Location)))
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

            AboutConflict(found);
        }

        // A conflict is reported at one clause, but can be acted on from each.
        foreach (Diagnostic found in all.Where(
            d => ConflictDiagnostics.All.Contains(d.Descriptor) && !Touched(d.Location) && d.Related.Any(r => Touched(r.Location))))
        {
            AboutConflict(found);
        }

        return actions.ToImmutable();
    }
}
