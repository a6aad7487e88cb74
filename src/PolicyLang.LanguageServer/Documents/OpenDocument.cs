using PolicyLang.LanguageServer.Protocol;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Documents;

/// <summary>A document that the client has open: its text is the client's, whatever is on disk.</summary>
/// <param name="Uri">As the client wrote it.</param>
/// <param name="Version">The client's count of changes.</param>
/// <param name="Text">The text of that version.</param>
internal sealed record OpenDocument(string Uri, int Version, SourceText Text)
{
    /// <summary>The document after a change notification; its changes apply one after another.</summary>
    public OpenDocument Apply(int version, IEnumerable<TextDocumentContentChangeEvent> changes, PositionEncoding encoding) =>
        this with { Version = version, Text = changes.Aggregate(Text, (text, change) => Apply(text, change, encoding)) };

    private static SourceText Apply(SourceText text, TextDocumentContentChangeEvent change, PositionEncoding encoding)
    {
        if (change.Range is not { } range)
        {
            return new SourceText(change.Text);
        }

        int start = encoding.ToOffset(text, range.Start);
        int end = encoding.ToOffset(text, range.End);
        (start, end) = (Math.Min(start, end), Math.Max(start, end));
        return new SourceText(string.Concat(text.Content.AsSpan(0, start), change.Text, text.Content.AsSpan(end)));
    }
}
