namespace PolicyLang.LanguageServer;

/// <summary>Settings of the server process.</summary>
/// <param name="Version">The version that it tells clients.</param>
/// <param name="Delay">How long the text must rest before it is analysed.</param>
public sealed record ServerOptions(string Version, TimeSpan Delay);
