using PolicyLang.Conflicts;

namespace PolicyLang.Workspaces;

/// <summary>Whose the instruments of a workspace are.</summary>
internal static class Ownership
{
    /// <summary>Which of its instruments are the reader's own, as its settings say, or else as <see cref="OwnLaw"/> finds.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static OwnLaw GetOwnLaw(this Workspace workspace, CancellationToken cancellation = default) =>
        workspace.Facts.OwnLaw(cancellation);
}
