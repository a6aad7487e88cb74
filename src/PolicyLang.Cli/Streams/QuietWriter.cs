using System.Text;

namespace PolicyLang.Cli.Streams;

/// <summary>The writer of standard error: where it cannot be written, nobody is left to tell.</summary>
internal sealed class QuietWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Attempt(() => inner.Write(value));

    public override void Write(string? value) => Attempt(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Attempt(() => inner.Write(buffer, index, count));

    public override void Flush() => Attempt(inner.Flush);

    private static void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The exit code still tells.
        }
    }
}
