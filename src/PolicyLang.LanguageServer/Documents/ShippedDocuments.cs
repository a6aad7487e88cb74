using PolicyLang.Prelude;

namespace PolicyLang.LanguageServer.Documents;

/// <summary>The files of the vocabulary and of the law library, which a client shows from where they were installed: they are no files of
/// the workspace.</summary>
internal static class ShippedDocuments
{
    private const string LawFolder = "/law/";

    /// <summary>Whether a file of a snapshot is one of these.</summary>
    public static bool Has(Snapshot snapshot, string file) =>
        file.StartsWith(PreludeFiles.Prefix, StringComparison.Ordinal) || snapshot.Workspace.Law.Holds(file);

    /// <summary>The name of the file at an address; null for any other document.</summary>
    public static string? NameOf(string uri, IServerHost host)
    {
        // The index of the library is not read for documents that cannot be in it.
        IEnumerable<string> law = uri.Contains(LawFolder, StringComparison.Ordinal) ? host.Law.Files.Select(f => f.Path) : [];
        return PreludeFiles.All.Select(f => f.Key).Concat(law).FirstOrDefault(name =>
            uri.EndsWith(name, StringComparison.Ordinal) && host.ShippedFile(name) is { } address
            && DocumentUri.ToFile(address) == DocumentUri.ToFile(uri));
    }
}
