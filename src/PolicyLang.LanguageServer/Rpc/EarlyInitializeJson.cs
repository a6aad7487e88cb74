using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>Writes the answer to <c>initialize</c> without describing its many types first, which at the start takes longer than
/// writing.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InitializeResult))]
internal sealed partial class EarlyInitializeJson : JsonSerializerContext;
