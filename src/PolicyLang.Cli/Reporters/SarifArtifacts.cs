using System.Text.Json;
using PolicyLang.Cli.Inputs;

namespace PolicyLang.Cli.Reporters;

/// <summary>
/// Files as SARIF names them (3.4.3, 3.4.4 and 3.14.14): relative to the root of the sources, or to what comes with policyc;
/// absolute where they are in neither.
/// </summary>
/// <param name="host">Where the paths of findings start.</param>
/// <param name="root">The root of the sources; absolute.</param>
/// <param name="library">The files of the library with their absolute paths; null for what comes with policyc, vocabulary too.</param>
internal sealed class SarifArtifacts(CommandHost host, string root, ImmutableDictionary<string, string?> library)
{
    private const string Sources = "%SRCROOT%";
    private const string Own = "%POLICYC%";

    /// <summary>Writes the property <c>artifactLocation</c> of a file.</summary>
    public void WriteLocation(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        bool isLibrary = library.TryGetValue(file, out string? onDisk);
        string full = onDisk ?? host.FullPath(file);
        if (isLibrary && onDisk is null)
        {
            Write(json, Encoded(file), Own);
        }
        else if (file == LoadedWorkspace.InputName)
        {
            Write(json, Encoded(file), null);
        }
        else if (RealPath.IsWithin(full, root))
        {
            Write(json, Encoded(Path.GetRelativePath(root, full)), Sources);
        }
        else
        {
            Write(json, Absolute(full), null);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes what the names of the roots stand for.</summary>
    public void WriteRoots(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Sources);
        json.WriteString("uri", Absolute(root).TrimEnd('/') + "/");
        json.WriteEndObject();
        if (library.ContainsValue(null))
        {
            json.WriteStartObject(Own);
            json.WriteStartObject("description");
            json.WriteString("text", "Law and vocabulary that come with policyc: 'policyc law' and 'policyc vocabulary' show them.");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string uri, string? root)
    {
        json.WriteString("uri", uri);
        if (root is not null)
        {
            json.WriteString("uriBaseId", root);
        }
    }

    // The colon of a drive stays, and a share of Windows is a host.
    private static string Absolute(string path)
    {
        string slashed = Slashed(path);
        return slashed.StartsWith("//", StringComparison.Ordinal) ? "file:" + Encoded(slashed)
            : slashed is [_, ':', ..] ? $"file:///{slashed[..2]}{Encoded(slashed[2..])}"
            : "file://" + Encoded(slashed);
    }

    private static string Encoded(string path) => string.Join('/', Slashed(path).Split('/').Select(Uri.EscapeDataString));

    private static string Slashed(string path) => path.Replace('\\', '/');
}
