namespace PolicyLang.Diagnostics;

/// <summary>Why a question has no answer.</summary>
/// <param name="Message">A sentence that says what is wrong and what to do.</param>
/// <param name="Limit">The limit that was reached (PL9xxx); null where the question itself is wrong.</param>
internal sealed record Problem(string Message, DiagnosticDescriptor? Limit = null)
{
    /// <summary>Why the case cannot occur, where it is that; null where it is something else.</summary>
    public MissingCase? Outside { get; init; }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
