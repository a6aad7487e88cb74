using System.Text.Json;

namespace PolicyLang.LanguageServer.Protocol;

public sealed record DidChangeConfigurationParams(JsonElement? Settings = null);

public sealed record ConfigurationParams(ImmutableArray<ConfigurationItem> Items);

public sealed record ConfigurationItem(string Section);
