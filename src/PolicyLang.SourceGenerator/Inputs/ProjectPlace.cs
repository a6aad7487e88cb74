using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyLang.SourceGenerator.Inputs;

/// <summary>What the project says of itself.</summary>
/// <param name="RootNamespace">Its namespace; null where it says none.</param>
/// <param name="Folder">Its folder, with a separator at the end; empty where it is not known.</param>
internal sealed record ProjectPlace(string? RootNamespace, string Folder)
{
    public static ProjectPlace Of(AnalyzerConfigOptions options) => new(
        options.TryGetValue("build_property.RootNamespace", out string? name) && name.Length > 0 ? name : null,
        options.TryGetValue("build_property.ProjectDir", out string? folder) ? folder : string.Empty);

    /// <summary>A path as models name it: relative to the project where it lies inside, with slashes, so that no machine shows in them.</summary>
    public string Show(string path)
    {
        bool inside = Folder.Length > 0 && path.StartsWith(Folder, StringComparison.Ordinal);
        return (inside ? path.Substring(Folder.Length) : path.Substring(path.LastIndexOfAny(['/', '\\']) + 1)).Replace('\\', '/');
    }
}
