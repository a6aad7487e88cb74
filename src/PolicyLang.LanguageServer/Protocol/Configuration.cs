using System.Text.Json;

namespace PolicyLang.LanguageServer.Protocol;

internal sealed record DidChangeConfigurationParams(JsonElement? Settings = null);

internal sealed record ConfigurationParams(ImmutableArray<ConfigurationItem> Items);

internal sealed record ConfigurationItem(string Section);
