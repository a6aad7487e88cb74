using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyLang.LanguageServer.Features.Lifecycle;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Rpc;

/// <summary>
/// Answers <c>initialize</c> where it is the first message, before the message library is loaded, which takes longer than all the rest of
/// the start: so the client goes on while the server gets ready. What is not plainly that message is left to the library, byte for byte.
/// </summary>
/// <param name="Request">The request that was answered; null where none was.</param>
/// <param name="Rest">What the client sends that has no answer yet.</param>
internal sealed record EarlyInitialize(InitializeParams? Request, Stream Rest)
{
    /// <summary>Reads the first message, and answers it where it is <c>initialize</c>.</summary>
    /// <param name="input">What the client sends.</param>
    /// <param name="output">What it reads.</param>
    /// <param name="version">The version that the server tells.</param>
    public static async Task<EarlyInitialize> ExchangeAsync(Stream input, Stream output, string version)
    {
        FirstMessage first = await FirstMessage.ReadAsync(input).ConfigureAwait(false);
        if (Read(first.Content) is not ({ } id, { } request))
        {
            return new EarlyInitialize(null, first.All);
        }

        await output.WriteAsync(Answer(id, LifecycleHandler.Answer(request, version))).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
        return new EarlyInitialize(request, first.Rest);
    }

    private static (JsonElement Id, InitializeParams Request)? Read(ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
        {
            return null;
        }

        try
        {
            using JsonDocument message = JsonDocument.Parse(content);
            JsonElement root = message.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("method", out JsonElement method) && method.ValueKind == JsonValueKind.String
                    && method.ValueEquals("initialize")
                && root.TryGetProperty("id", out JsonElement id) && id.ValueKind is JsonValueKind.Number or JsonValueKind.String
                && root.TryGetProperty("params", out JsonElement parameters) && parameters.ValueKind == JsonValueKind.Object
                && parameters.Deserialize(LspJson.Default.InitializeParams) is { } request
                    ? (id.Clone(), request)
                    : null;
        }
        catch (JsonException)
        {
            // The library answers what is wrong with it.
            return null;
        }
    }

    private static byte[] Answer(JsonElement id, InitializeResult result)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            json.WritePropertyName("id");
            id.WriteTo(json);
            json.WritePropertyName("result");
            json.WriteStartObject();
            json.WritePropertyName("capabilities");
            result.Capabilities.WriteTo(json);
            json.WriteStartObject("serverInfo");
            json.WriteString("name", result.ServerInfo.Name);
            json.WriteString("version", result.ServerInfo.Version);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. System.Text.Encoding.ASCII.GetBytes($"Content-Length: {content.Length}\r\n\r\n"), .. content.ToArray()];
    }
}
