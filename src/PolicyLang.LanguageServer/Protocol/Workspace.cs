namespace PolicyLang.LanguageServer.Protocol;

public sealed record DidChangeWatchedFilesParams(ImmutableArray<FileEvent> Changes);

/// <summary>Type 1 is created, 2 changed, 3 deleted.</summary>
public sealed record FileEvent(string Uri, int Type);

public sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event);

public sealed record WorkspaceFoldersChangeEvent(ImmutableArray<WorkspaceFolder> Added, ImmutableArray<WorkspaceFolder> Removed);

public sealed record RegistrationParams(ImmutableArray<Registration> Registrations);

/// <summary>A capability that is registered after the start; its options are those of watched files.</summary>
public sealed record Registration(string Id, string Method, DidChangeWatchedFilesRegistrationOptions? RegisterOptions = null);

public sealed record DidChangeWatchedFilesRegistrationOptions(ImmutableArray<FileSystemWatcher> Watchers);

public sealed record FileSystemWatcher(string GlobPattern);
