namespace PolicyLang.Cli.Streams;

/// <summary>Standard output cannot be written: nothing that a command found out reaches anybody.</summary>
#pragma warning disable CA1032 // It is made in one way only: with its cause.
internal sealed class OutputException(Exception cause) : Exception("standard output cannot be written", cause)
#pragma warning restore CA1032
{
    /// <summary>Whether the reader (head, a pager) has seen enough, which is no failure.</summary>
    // EPIPE on Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.
    public bool ReaderLeft =>
        InnerException is IOException { HResult: 32 or unchecked((int)0x8007006D) or unchecked((int)0x800700E8) };
}
