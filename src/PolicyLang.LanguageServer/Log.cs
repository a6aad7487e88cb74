using Microsoft.Extensions.Logging;

namespace PolicyLang.LanguageServer;

/// <summary>What the server logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Started for {Folders} folders, positions in {Encoding}")]
    public static partial void Started(ILogger logger, int folders, string encoding);

    [LoggerMessage(2, LogLevel.Error, "{Method} failed")]
    public static partial void RequestFailed(ILogger logger, string? method, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "A message could not be read: {Reason}")]
    public static partial void Malformed(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Error, "The analysis failed")]
    public static partial void AnalysisFailed(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "{Reason}")]
    public static partial void Unreadable(ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Warning, "A change to {Uri}, which is not open or has had it, was ignored")]
    public static partial void NotOpen(ILogger logger, string uri);

    [LoggerMessage(7, LogLevel.Information, "Read {Files} files")]
    public static partial void FilesRead(ILogger logger, int files);

    [LoggerMessage(9, LogLevel.Warning, "An answer that nobody waits for was ignored: {Answer}")]
    public static partial void Unawaited(ILogger logger, string answer);

    [LoggerMessage(10, LogLevel.Information, "The process {Parent} that began this one has ended")]
    public static partial void ParentEnded(ILogger logger, int parent);

    [LoggerMessage(8, LogLevel.Information, "The connection ended: {Reason}")]
    public static partial void Disconnected(ILogger logger, string reason, Exception? exception);
}
