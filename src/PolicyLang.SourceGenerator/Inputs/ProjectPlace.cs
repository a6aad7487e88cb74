using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyLang.SourceGenerator.Inputs;

/// <summary>What the project says of itself.</summary>
/// <param name="RootNamespace">Its namespace; null where it says none.</param>
/// <param name="Folder">Its folder, with a separator at the end; empty where it is not known.</param>
/// <param name="WantsModels">Whether it refers to the generator itself, and not only to a project that does.</param>
internal sealed record ProjectPlace(string? RootNamespace, string Folder, bool WantsModels)
{
    public static ProjectPlace Read(AnalyzerConfigOptions options) => new(
        options.TryGetValue("build_property.RootNamespace", out string? name) && name.Length > 0 ? name : null,
        options.TryGetValue("build_property.ProjectDir", out string? folder) ? folder : string.Empty,
        options.TryGetValue("build_property.PolicyLangWantsModels", out string? wanted) && wanted == "true");

    /// <summary>A path as models name it: relative to the project, with slashes, so that no machine shows in them.</summary>
    public string Show(string path)
    {
        string[] folder = Parts(Folder);
        string[] parts = Parts(path);
        int common = 0;
        while (common < folder.Length && common < parts.Length - 1 && folder[common] == parts[common])
        {
            common++;
        }

        // Nothing in common: another drive, or a project that says nothing of its folder.
        return common == 0
            ? parts[parts.Length - 1]
            : string.Join("/", Enumerable.Repeat("..", folder.Length - common).Concat(parts.Skip(common)));
    }

    /// <summary>The path of a file from the folder, with slashes; null for one that is not below it.</summary>
    public string? Below(string path)
    {
        string[] folder = Parts(Folder);
        string[] parts = Parts(path);
        return Folder.Length == 0 ? parts[parts.Length - 1]
            : parts.Length > folder.Length && folder.SequenceEqual(parts.Take(folder.Length))
                ? string.Join("/", parts.Skip(folder.Length))
                : null;
    }

    private static string[] Parts(string path)
    {
        var parts = new List<string>();
        foreach (string part in path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return [.. parts];
    }
}
