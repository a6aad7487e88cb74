using PolicyLang.Diagnostics;

namespace PolicyLang.Workspaces;

/// <summary>Whether an answer can be trusted.</summary>
internal static class Soundness
{
    /// <summary>The errors that hide rules, so that an answer would be that of other law than is written; sorted, and found sooner than
    /// all findings.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="conflicts">Whether the answer tells of conflicts, so that those that are not decided count too.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<Diagnostic> GetHidingErrors(
        this Workspace workspace, bool conflicts = true, CancellationToken cancellation = default) =>
        workspace.Facts.HidingErrors(conflicts, cancellation);
}
