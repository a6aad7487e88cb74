using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyLang.LanguageServer.Features;
using PolicyLang.LanguageServer.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>
/// Reads messages so that none can end the connection: <c>"params": null</c> is read as no parameters, and what is no message
/// becomes a notification to the server itself, which answers with an error.
/// </summary>
internal sealed class LspFormatter : SystemTextJsonFormatter, IJsonRpcMessageTextFormatter
{
    public const string Malformed = "$/policylang/malformed";
    private const string SourceGenerated = "The options below resolve types through source-generated contexts only.";

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = SourceGenerated)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = SourceGenerated)]
    public LspFormatter()
    {
        JsonSerializerOptions = new JsonSerializerOptions(LspJson.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(
                [LspJson.Default, .. EditorFeatures.All.Select(feature => feature.Types()), SjrJson.Default, new RequestIdResolver()]),

            // The other end is no web page, so only JSON's own escapes are needed.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
    }

    JsonRpcMessage IJsonRpcMessageFormatter.Deserialize(ReadOnlySequence<byte> contentBuffer) => Read(contentBuffer, Encoding.UTF8);

    JsonRpcMessage IJsonRpcMessageTextFormatter.Deserialize(ReadOnlySequence<byte> contentBuffer, Encoding encoding) =>
        Read(contentBuffer, encoding);

    /// <summary>The message that a text is, or a notification to the server itself.</summary>
    public JsonRpcMessage Read(ReadOnlySequence<byte> content) => Read(content, Encoding.UTF8);

    /// <summary>The notification that says what a text was not.</summary>
    /// <param name="code">The error that the client is answered with.</param>
    /// <param name="problem">What is wrong, as a sentence.</param>
    /// <param name="id">The id of the request, where there is one.</param>
    public JsonRpcMessage NoMessage(JsonRpcErrorCode code, string problem, JsonElement? id = null)
    {
        byte[] parameters =
            JsonSerializer.SerializeToUtf8Bytes(new MalformedParams((int)code, problem, id), LspJson.Default.MalformedParams);
        byte[] message = [.. Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","method":"{{Malformed}}","params":"""), .. parameters, (byte)'}'];
        return Deserialize(new ReadOnlySequence<byte>(message), Encoding.UTF8);
    }

    private JsonRpcMessage Read(ReadOnlySequence<byte> content, Encoding encoding)
    {
        try
        {
            return Scalar(content) ?? Deserialize(content, encoding);
        }
#pragma warning disable CA1031 // Whatever a client sends, the next message must still be read.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ReadAgain(content, exception);
        }
    }

    // Parameters are an object or list; the library never answers scalar ones.
    private JsonRpcMessage? Scalar(ReadOnlySequence<byte> content)
    {
        var reader = new Utf8JsonReader(content);
        JsonElement? id = null;
        bool scalar = false;
        while (reader.Read() && !(reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject))
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = reader.ValueTextEquals("id"u8);
                bool isParameters = reader.ValueTextEquals("params"u8);
                reader.Read();
                if (isId && reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
                {
                    id = JsonElement.ParseValue(ref reader);
                }
                else
                {
                    scalar |= isParameters
                        && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Null);
                    reader.Skip();
                }
            }
        }

        return scalar ? NoMessage(JsonRpcErrorCode.InvalidParams, "The parameters are neither an object nor a list.", id) : null;
    }

    private JsonRpcMessage ReadAgain(ReadOnlySequence<byte> content, Exception first)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("params", out JsonElement parameters) && parameters.ValueKind == JsonValueKind.Null
                ? Deserialize(new ReadOnlySequence<byte>(WithoutParams(document.RootElement)), Encoding.UTF8)
                : NoMessage(JsonRpcErrorCode.InvalidRequest, first.Message);
        }
        catch (JsonException exception)
        {
            return NoMessage(JsonRpcErrorCode.ParseError, exception.Message);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return NoMessage(JsonRpcErrorCode.InvalidRequest, exception.Message);
        }
    }

    private static byte[] WithoutParams(JsonElement message)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in message.EnumerateObject().Where(member => member.Name != "params"))
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
