using PolicyLang.Diagnostics;
using PolicyLang.Repairs;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>Makes every change that mends a finding for certain, until there is none left.</summary>
internal static class SafeFixes
{
    // A mended mistake may show another behind it; few texts have more than two.
    private const int MostRounds = 20;

    /// <summary>Makes them in the user's files.</summary>
    /// <param name="workspace">The files.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The files afterwards, and the findings that were mended, each at its place in the text as it was then.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (Workspace Workspace, ImmutableArray<Diagnostic> Mended) Apply(
        Workspace workspace, CancellationToken cancellation = default)
    {
        var mended = ImmutableArray.CreateBuilder<Diagnostic>();
        for (int round = 0; round < MostRounds; round++)
        {
            Workspace before = workspace;
            ImmutableArray<Diagnostic> findings =
                Apart(workspace.GetFindingsOfLaw(cancellation).Where(d => d.Fix is not null && IsOwn(before, d.Location.File)));
            ImmutableArray<Diagnostic> harmless = KeepsNames(before, findings, cancellation)
                ? findings
                : [.. findings.Where(f => KeepsNames(before, [f], cancellation))];
            if (harmless.IsEmpty)
            {
                break;
            }

            mended.AddRange(harmless.OrderBy(f => f.Location.File, StringComparer.Ordinal).ThenBy(f => f.Location.Span.Start));
            workspace = RepairFinder.Apply(workspace, harmless.SelectMany(Edits));
        }

        return (workspace, mended.ToImmutable());
    }

    private static bool IsOwn(Workspace workspace, string file) => workspace.Trees.Any(t => t.File == file);

    // Of two that touch, the second waits for the next round.
    private static ImmutableArray<Diagnostic> Apart(IEnumerable<Diagnostic> findings)
    {
        var taken = new List<FileEdit>();
        var apart = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (Diagnostic finding in findings)
        {
            FileEdit[] edits = [.. Edits(finding)];
            if (!edits.Any(e => taken.Any(t => t.File == e.File && t.Edit.Span.Touches(e.Edit.Span))))
            {
                taken.AddRange(edits);
                apart.Add(finding);
            }
        }

        return apart.ToImmutable();
    }

    private static bool KeepsNames(Workspace before, ImmutableArray<Diagnostic> findings, CancellationToken cancellation)
    {
        ImmutableArray<FileEdit> edits = [.. findings.SelectMany(Edits)];
        return edits.IsEmpty || new Bindings(before, RepairFinder.Apply(before, edits), edits).FirstTakenOver(cancellation) is null;
    }

    private static IEnumerable<FileEdit> Edits(Diagnostic finding) =>
        finding.Fix is { } fix ? fix.Edits.Select(e => new FileEdit(finding.Location.File, e)) : [];
}
