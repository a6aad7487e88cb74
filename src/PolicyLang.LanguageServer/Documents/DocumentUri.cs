namespace PolicyLang.LanguageServer.Documents;

/// <summary>Turns the URIs of a client into file names and back. Clients escape differently; a file name has one form.</summary>
internal static class DocumentUri
{
    private const string Scheme = "file://";

    /// <summary>The absolute path of a <c>file:</c> URI with slashes; any other URI is its own name.</summary>
    public static string ToFile(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return uri;
        }

        string rest = uri[Scheme.Length..];
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string path = Uri.UnescapeDataString(slash < 0 ? "/" : rest[slash..]);
        bool hasDrive = path.Length > 2 && path[2] == ':' && char.IsAsciiLetter(path[1]);
        return hasDrive ? $"{char.ToLowerInvariant(path[1])}{path[2..]}" : path;
    }

    /// <summary>The URI of an absolute path; any other name is a URI already.</summary>
    public static string FromFile(string file)
    {
        if (!Path.IsPathRooted(file))
        {
            return file;
        }

        string slashed = file.Replace('\\', '/');
        string path = string.Join('/', slashed.Split('/').Select(Uri.EscapeDataString));
        return Scheme + (path.StartsWith('/') ? path : "/" + path);
    }
}
