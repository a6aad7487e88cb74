using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.WatchedFiles;

/// <summary>Changes on disk and of the set of folders.</summary>
internal sealed class WatchedFilesHandler(FolderLoader loader)
{
    public static Registration Registration { get; } = new(
        "watched-files",
        "workspace/didChangeWatchedFiles",
        new DidChangeWatchedFilesRegistrationOptions([new("**/*.policy"), new("**/*.policy.md"), new("**/policy.json")]));

    public void DidChangeWatchedFiles(DidChangeWatchedFilesParams request) =>
        loader.Reload([.. request.Changes.Select(change => DocumentUri.ToFile(change.Uri))]);

    public void DidChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams request) =>
        loader.ChangeFolders(
            request.Event.Added.Select(folder => DocumentUri.ToFile(folder.Uri)),
            request.Event.Removed.Select(folder => DocumentUri.ToFile(folder.Uri)));
}
