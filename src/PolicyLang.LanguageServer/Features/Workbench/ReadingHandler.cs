using System.Text.Json.Serialization;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/reading</c>: what the clauses of a document say, in words.</summary>
internal sealed class ReadingHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => ReadingJson.Default,
        static (services, rpc) => rpc.Add("policy/reading", new ReadingHandler(services).Read));

    public Task<ReadingAnswer> Read(PreviewParams request, CancellationToken cancellation) => Answer(
        request.Uri,
        snapshot => new ReadingAnswer(
        [
            .. SpokenClauses.Find(snapshot.Workspace, NameOf(request.Uri), cancellation).Select(r => new ReadingItem(
                r.Clause.QualifiedName,
                r.Clause.Title,
                Range(r.Clause.Whole.Text, r.Clause.Whole.Span),
                r.Force,
                [.. r.Says.Select(s => new SpokenItem(s.Kind, s.Where))])),
        ]),
        cancellation);
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PreviewParams))]
[JsonSerializable(typeof(ReadingAnswer))]
internal sealed partial class ReadingJson : JsonSerializerContext;
