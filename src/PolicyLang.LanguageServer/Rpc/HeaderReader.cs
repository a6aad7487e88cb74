using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>Reads headers so that none can end the connection: after one that makes no sense, reading goes on where the next message
/// begins.</summary>
internal sealed class HeaderReader(PipeReader input)
{
    /// <summary>More than any message has; a larger number is a mistake, and waiting for so much would be silence.</summary>
    private const int LongestMessage = 256 * 1024 * 1024;
    private const int LongestLine = 64 * 1024;
    private const string ContentLength = "Content-Length:";
    private int? _known;
    private bool _lost;

    /// <summary>What the last header was not, after <see cref="NextAsync"/> gave -1.</summary>
    public string Problem { get; private set; } = string.Empty;

    /// <summary>The length of the next message in bytes; -1 where something else than a header stands there; null at the end of the
    /// input.</summary>
    public async ValueTask<int?> NextAsync(CancellationToken cancellation)
    {
        int? length = _known;
        _known = null;
        while (await LineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0)
            {
                if (length is { } found)
                {
                    _lost = false;
                    return found;
                }

                continue;
            }

            // Text without a header may stand before the next one on the same line.
            int at = line.LastIndexOf(ContentLength, StringComparison.OrdinalIgnoreCase);
            bool isLength = at >= 0
                && int.TryParse(line.AsSpan(at + ContentLength.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture,
                out int stated) && stated <= LongestMessage;
            length = isLength ? int.Parse(line.AsSpan(at + ContentLength.Length).Trim(), CultureInfo.InvariantCulture) : length;
            bool isSound = at == 0 ? isLength : at < 0 && IsOtherHeader(line);
            if (!isSound && !_lost)
            {
                (_lost, _known) = (true, length);
                Problem = $"A header was expected, not '{(line.Length > 60 ? line[..60] + "…" : line)}'.";
                return -1;
            }
        }

        return null;
    }

    private static bool IsOtherHeader(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and int colon && line.AsSpan(0, colon).IndexOfAnyExcept(TokenCharacters) < 0;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");

    // A line without its end; an endless one is cut.
    private async ValueTask<string?> LineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            ReadResult read = await input.ReadAsync(cancellation).ConfigureAwait(false);
            ReadOnlySequence<byte> buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                string line = Encoding.Latin1.GetString(buffer.Slice(0, end)).TrimEnd('\r');
                input.AdvanceTo(buffer.GetPosition(1, end));
                return line;
            }

            if (buffer.Length > LongestLine)
            {
                string part = Encoding.Latin1.GetString(buffer);
                input.AdvanceTo(buffer.End);
                return part;
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }
}
