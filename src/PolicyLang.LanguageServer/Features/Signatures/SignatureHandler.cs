using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.Signatures;

/// <summary>What may follow in this clause. It asks for the tree alone.</summary>
internal sealed class SignatureHandler(FeatureServices services) : FeatureHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => SignatureJson.Default,
        static (services, rpc) =>
        {
            var handler = new SignatureHandler(services);
            rpc.Add("textDocument/signatureHelp", handler.HandleAsync);
        },
        new Capability("signatureHelpProvider", static _ => new JsonObject
        {
            ["triggerCharacters"] = new JsonArray(" ", "{"),
            ["retriggerCharacters"] = new JsonArray(","),
        }));

    public Task<SignatureHelp?> HandleAsync(TextDocumentPositionParams request, CancellationToken cancellation) =>
        Answer<SignatureHelp?>(
            request.TextDocument,
            (_, tree) => LanguageService.Signatures.FindAt(tree, Offset(tree, request.Position)) is { } signature
                ? new SignatureHelp(
                    [
                        new SignatureInformation(
                            signature.Label,
                            Plain(signature.Documentation),
                            [.. signature.Parts.Select(
                                part => new ParameterInformation([part.Span.Start, part.Span.End], Plain(part.Explanation)))],
                            signature.Active),
                    ],
                    0,
                    signature.Active)
                : null,
            null,
            cancellation);

    private static MarkupContent Plain(string text) => new("plaintext", text);
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SignatureHelp))]
internal sealed partial class SignatureJson : JsonSerializerContext;
