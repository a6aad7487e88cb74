namespace PolicyLang.LanguageServer;

/// <summary>Settings of the server process.</summary>
/// <param name="Version">The version that it tells clients.</param>
/// <param name="Delay">How long the text must rest at most before it is analysed; where analyses are fast it is less.</param>
internal sealed record ServerOptions(string Version, TimeSpan Delay)
{
    /// <summary>How long an analysis may take before its progress is shown.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether texts are only read, and what their names mean is worked out: nothing is judged before a request asks for it.
    /// Where there is one thread, such a server answers while another one judges.</summary>
    public bool NamesOnly { get; init; }

    /// <summary>Awaited between the stages of an analysis: where there is one thread, messages arrive meanwhile.</summary>
    public Func<Task> Pause { get; init; } = static () => Task.CompletedTask;
}
