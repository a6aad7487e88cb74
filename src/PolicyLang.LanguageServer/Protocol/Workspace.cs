namespace PolicyLang.LanguageServer.Protocol;

internal sealed record DidChangeWatchedFilesParams(ImmutableArray<FileEvent> Changes);

/// <summary>Type 1 is created, 2 changed, 3 deleted.</summary>
internal sealed record FileEvent(string Uri, int Type);

internal sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event);

internal sealed record WorkspaceFoldersChangeEvent(ImmutableArray<WorkspaceFolder> Added, ImmutableArray<WorkspaceFolder> Removed);

internal sealed record RegistrationParams(ImmutableArray<Registration> Registrations);

/// <summary>A capability that is registered after the start; its options are those of watched files.</summary>
internal sealed record Registration(string Id, string Method, DidChangeWatchedFilesRegistrationOptions? RegisterOptions = null);

internal sealed record DidChangeWatchedFilesRegistrationOptions(ImmutableArray<FileSystemWatcher> Watchers);

internal sealed record FileSystemWatcher(string GlobPattern);
