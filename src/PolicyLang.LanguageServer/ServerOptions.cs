namespace PolicyLang.LanguageServer;

/// <summary>Settings of the server process.</summary>
/// <param name="Version">The version that it tells clients.</param>
/// <param name="Delay">How long the text must rest at most before it is analysed; where analyses are fast it is less.</param>
public sealed record ServerOptions(string Version, TimeSpan Delay)
{
    /// <summary>How long an analysis may take before its progress is shown.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(500);
}
