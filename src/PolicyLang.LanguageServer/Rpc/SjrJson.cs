using System.Text.Json.Serialization;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>The library's own types; without them the first error response would end the connection.</summary>
[JsonSerializable(typeof(CommonErrorData))]
internal sealed partial class SjrJson : JsonSerializerContext;
