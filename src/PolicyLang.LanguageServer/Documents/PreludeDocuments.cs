using PolicyLang.Prelude;

namespace PolicyLang.LanguageServer.Documents;

/// <summary>The vocabulary's files, which a client shows from where they were installed: they are no files of the workspace.</summary>
internal static class PreludeDocuments
{
    /// <summary>The name of the vocabulary's file at an address; null for any other document.</summary>
    public static string? NameOf(string uri, IServerHost host)
    {
        foreach (KeyValuePair<string, string> file in PreludeFiles.All)
        {
            if (uri.EndsWith(file.Key, StringComparison.Ordinal) && host.PreludeFile(file.Key) is { } address
                && DocumentUri.ToFile(address) == DocumentUri.ToFile(uri))
            {
                return file.Key;
            }
        }

        return null;
    }
}
