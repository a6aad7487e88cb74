using System.Text.Json;
using System.Threading.Channels;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.Diagnostics;

/// <summary>The only place that sends findings. It never goes back to an older snapshot, and says nothing twice.</summary>
internal sealed class DiagnosticsPublisher
{
    private readonly Lock _gate = new();
    private readonly Channel<PublishDiagnosticsParams> _queue =
        Channel.CreateUnbounded<PublishDiagnosticsParams>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<object, Book> _books = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, object> _owners = new(StringComparer.Ordinal);

    /// <summary>Sends one message after another until the queue is closed.</summary>
    public async Task RunAsync(Func<PublishDiagnosticsParams, Task> send)
    {
        await foreach (PublishDiagnosticsParams message in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await send(message).ConfigureAwait(false);
        }
    }

    /// <summary>Says that a snapshot could not be analysed; what else was said of its documents stands no longer.</summary>
    public void PublishFailure(Snapshot snapshot, Exception exception) =>
        Publish(snapshot.Number, Failure(snapshot, exception), snapshot.Origin);

    /// <summary>What is said of a snapshot that could not be analysed: one finding on every open document, at its beginning.</summary>
    public static List<PublishDiagnosticsParams> Failure(Snapshot snapshot, Exception exception)
    {
        var beginning = new Protocol.Range(new Position(0, 0), new Position(0, 0));
        string message = exception is UnavailableException
            ? exception.Message
            : $"The analysis failed, which is an error of PolicyLang: {exception.Message}\nhelp: Please report it with this text; the "
                + "next change is analysed again.";
        var failure = new Diagnostic(beginning, 1, "PL9900", "policylang", message);
        return [.. snapshot.Open.Values.Select(document => new PublishDiagnosticsParams(document.Uri, [failure], document.Version))];
    }

    /// <summary>Publishes the findings of a snapshot, unless a newer one of its project was published.</summary>
    /// <param name="snapshot">Its number.</param>
    /// <param name="files">Every file of the project that has findings or is open; its other files are cleared.</param>
    /// <param name="origin">The project.</param>
    public void Publish(long snapshot, IReadOnlyCollection<PublishDiagnosticsParams> files, object? origin = null)
    {
        lock (_gate)
        {
            if (!_books.TryGetValue(origin ?? this, out Book? book))
            {
                _books[origin ?? this] = book = new Book();
            }

            if (snapshot >= book.Newest)
            {
                book.Newest = snapshot;
                Publish(files, book);
            }
        }
    }

    /// <summary>Clears what was said of a project that is gone; nothing is published of it any more.</summary>
    public void Drop(object origin)
    {
        Publish(long.MaxValue, [], origin);
    }

    private void Publish(IReadOnlyCollection<PublishDiagnosticsParams> files, Book book)
    {
        foreach (string cleared in book.Sent.Keys.Except(files.Select(file => file.Uri)).ToList())
        {
            book.Sent.Remove(cleared);

            // A document that has gone to another project is spoken of there.
            if (_owners.GetValueOrDefault(cleared) == book)
            {
                _owners.Remove(cleared);
                _queue.Writer.TryWrite(new PublishDiagnosticsParams(cleared, []));
            }
        }

        foreach (PublishDiagnosticsParams file in files)
        {
            bool owned = _owners.GetValueOrDefault(file.Uri) == book;
            if (!owned || !book.Sent.TryGetValue(file.Uri, out PublishDiagnosticsParams? before) || !SayTheSame(before, file))
            {
                _queue.Writer.TryWrite(file);
            }

            _owners[file.Uri] = book;
            book.Sent[file.Uri] = file;
        }
    }

    private static bool SayTheSame(PublishDiagnosticsParams one, PublishDiagnosticsParams other) =>
        one.Version == other.Version && (one.Diagnostics == other.Diagnostics || Text(one) == Text(other));

    private static string Text(PublishDiagnosticsParams message) =>
        JsonSerializer.Serialize(message, LspJson.Default.PublishDiagnosticsParams);

    // What was said of a project.
    private sealed class Book
    {
        public long Newest { get; set; } = -1;

        public Dictionary<string, PublishDiagnosticsParams> Sent { get; } = new(StringComparer.Ordinal);
    }
}
