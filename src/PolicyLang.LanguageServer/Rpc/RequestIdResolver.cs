using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StreamJsonRpc;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>Resolves <see cref="RequestId"/> through the library's converter, which is internal; without it <c>$/cancelRequest</c> is
/// dropped in silence.</summary>
internal sealed class RequestIdResolver : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => type != typeof(RequestId)
        ? null
        : JsonMetadataServices.CreateValueInfo<RequestId>(
            options, options.Converters.First(converter => converter.CanConvert(typeof(RequestId))));
}
