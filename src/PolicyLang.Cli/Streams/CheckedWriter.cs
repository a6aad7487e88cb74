using System.Text;

namespace PolicyLang.Cli.Streams;

/// <summary>The writer of standard output: a write that fails ends the command with an <see cref="OutputException"/>.</summary>
internal sealed class CheckedWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    private bool _pending;

    public override Encoding Encoding => inner.Encoding;

#pragma warning disable CS8764, CS8765 // As the base class has it.
    public override string NewLine
    {
        get => inner.NewLine;
        set => inner.NewLine = value;
    }
#pragma warning restore CS8764, CS8765

    public override void Write(char value) => Attempt(() => inner.Write(value));

    public override void Write(string? value) => Attempt(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Attempt(() => inner.Write(buffer, index, count));

    public override void WriteLine() => Attempt(inner.WriteLine);

    public override void WriteLine(string? value) => Attempt(() => inner.WriteLine(value));

    // The language server writes past this writer and closes the stream; then nothing needs flushing.
    public override void Flush()
    {
        if (_pending)
        {
            Attempt(inner.Flush);
            _pending = false;
        }
    }

    private void Attempt(Action write)
    {
        _pending = true;
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw new OutputException(exception);
        }
    }
}
