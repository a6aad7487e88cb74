using PolicyLang.Conflicts;
using CoreDiagnostic = PolicyLang.Diagnostics.Diagnostic;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary>The names of files as the command line has them in the folder of a project: they begin there.</summary>
/// <param name="root">That folder; null for documents that belong to no folder.</param>
internal sealed class ProjectNames(string? root)
{
    private readonly string _folder = root is null ? "/" : root.TrimEnd('/') + "/";

    /// <summary>The name of a file.</summary>
    public string Of(string file) => file.StartsWith(_folder, StringComparison.Ordinal) ? file[_folder.Length..] : file;

    /// <summary>The same finding, its places named so.</summary>
    public CoreDiagnostic Of(CoreDiagnostic found) => found with
    {
        Location = Of(found.Location),
        Related = [.. found.Related.Select(r => r with { Location = Of(r.Location) })],
    };

    /// <summary>The same conflict, its places named so.</summary>
    public Conflict Of(Conflict conflict) => conflict with
    {
        Locations = [.. conflict.Locations.Select(l => l with { Location = Of(l.Location) })],
    };

    private Text.Location Of(Text.Location location) => location with { File = Of(location.File) };
}
