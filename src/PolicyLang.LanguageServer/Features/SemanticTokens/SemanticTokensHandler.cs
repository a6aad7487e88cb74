using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageServer.Features.SemanticTokens;

/// <summary>Colours by meaning, in the protocol's relative form: of a document, of a part, or what has changed since the client last
/// asked.</summary>
internal sealed class SemanticTokensHandler(FeatureServices services) : FeatureHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => SemanticTokensJson.Default,
        static (services, rpc) =>
        {
            var handler = new SemanticTokensHandler(services);
            rpc.Add("textDocument/semanticTokens/full", handler.Full);
            rpc.Add("textDocument/semanticTokens/range", handler.Part);
            rpc.Add("textDocument/semanticTokens/full/delta", handler.Delta);
        },
        new Capability("semanticTokensProvider", static _ => Provider()));

    private static JsonObject Provider() => new()
    {
        ["legend"] = new JsonObject
        {
            ["tokenTypes"] = Names(LanguageService.SemanticTokens.Types),
            ["tokenModifiers"] = Names(LanguageService.SemanticTokens.Modifiers),
        },
        ["range"] = true,
        ["full"] = new JsonObject { ["delta"] = true },
    };

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];

    private readonly ConcurrentDictionary<string, (string Id, ImmutableArray<int> Data)> _last = new(StringComparer.Ordinal);
    private const int MostRemembered = 50;
    private int _number;

    public Task<SemanticTokensAnswer?> Full(TextDocumentParams request, CancellationToken cancellation) =>
        Answer<SemanticTokensAnswer?>(
            request.TextDocument,
            (snapshot, tree) =>
                Data(snapshot, tree, null) is var data ? new SemanticTokensAnswer(data, Remember(request.TextDocument.Uri, data)) : null,
            null,
            cancellation);

    public Task<SemanticTokensAnswer?> Part(DocumentRangeParams request, CancellationToken cancellation) =>
        Answer<SemanticTokensAnswer?>(
            request.TextDocument,
            (snapshot, tree) =>
                new SemanticTokensAnswer(
                Data(snapshot, tree, TextSpan.FromBounds(Offset(tree, request.Range.Start), Offset(tree, request.Range.End)))),
            null,
            cancellation);

    public Task<SemanticTokensDelta?> Delta(SemanticTokensDeltaParams request, CancellationToken cancellation) =>
        Answer<SemanticTokensDelta?>(
            request.TextDocument,
            (snapshot, tree) =>
            {
                ImmutableArray<int> data = Data(snapshot, tree, null);
                bool known = _last.TryGetValue(request.TextDocument.Uri, out (string Id, ImmutableArray<int> Data) before)
                    && before.Id == request.PreviousResultId;
                string id = Remember(request.TextDocument.Uri, data);
                return known ? new SemanticTokensDelta(id, null, Edits(before.Data, data)) : new SemanticTokensDelta(id, data, null);
            },
            null,
            cancellation);

    // Send everything again for documents that the client has not viewed recently.
    private string Remember(string uri, ImmutableArray<int> data)
    {
        if (_last.Count >= MostRemembered)
        {
            _last.Clear();
        }

        string id = Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
        _last[uri] = (id, data);
        return id;
    }

    // One edit: what lies between the common beginning and the common end.
    private static ImmutableArray<SemanticTokensEdit> Edits(ImmutableArray<int> before, ImmutableArray<int> after)
    {
        int shortest = Math.Min(before.Length, after.Length);
        int start = before.AsSpan().CommonPrefixLength(after.AsSpan());
        int end = 0;
        while (end < shortest - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        return start == before.Length && start == after.Length
            ? []
            : [new SemanticTokensEdit(start, before.Length - start - end, after[start..^end])];
    }

    private ImmutableArray<int> Data(Snapshot snapshot, SyntaxTree tree, TextSpan? part)
    {
        var data = ImmutableArray.CreateBuilder<int>();
        Position last = new(0, 0);
        foreach (SemanticToken token in LanguageService.SemanticTokens.Classify(snapshot.Workspace, tree))
        {
            if (part is { } span && (token.Span.End <= span.Start || token.Span.Start >= span.End))
            {
                continue;
            }

            Protocol.Range range = Range(tree.Text, token.Span);
            int line = range.Start.Line - last.Line;
            data.AddRange(line, line == 0 ? range.Start.Character - last.Character : range.Start.Character,
                range.End.Character - range.Start.Character, token.Type, token.Modifiers);
            last = range.Start;
        }

        return data.ToImmutable();
    }
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SemanticTokensAnswer))]
[JsonSerializable(typeof(SemanticTokensDeltaParams))]
[JsonSerializable(typeof(SemanticTokensDelta))]
internal sealed partial class SemanticTokensJson : JsonSerializerContext;
