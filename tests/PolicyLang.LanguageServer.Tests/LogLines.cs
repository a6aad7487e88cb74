using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PolicyLang.LanguageServer.Tests;

/// <summary>A log that is kept.</summary>
internal sealed class LogLines : ILoggerFactory, ILogger
{
    /// <summary>Level and words of each line, in order.</summary>
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue($"{logLevel}: {formatter(state, exception)}{(exception is null ? string.Empty : $" ({exception.Message})")}");

    public void Dispose()
    {
    }
}
