using System.Text.Json.Serialization;
using PolicyLang.CodeGen;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/preview</c>: the C# models of the frameworks that a document declares, as they would be generated now.</summary>
internal sealed class PreviewHandler(FeatureServices services) : WorkbenchHandler(services)
{
    public static EditorFeature Feature { get; } = new(
        static () => PreviewJson.Default,
        static (services, rpc) =>
        {
            var handler = new PreviewHandler(services);
            rpc.Add("policy/preview", handler.Preview);
        });

    // The namespace is that of the consuming project, unknown here.
    private static readonly CodeGenSettings Settings = CodeGenSettings.Default;

    public Task<PreviewAnswer> Preview(PreviewParams request, CancellationToken cancellation) =>
        Judge(
            request.Uri,
            (snapshot, either) =>
            {
                string file = NameOf(request.Uri);
                // Where the file lies on this machine is nothing that a model would say.
                string name = file[(file.LastIndexOf('/') + 1)..];
                (ImmutableArray<GeneratedFile> files, Problem? undecided, _) =
                    ModelGenerator.Preview(snapshot.Workspace, file, Settings, either);
                return undecided is not null
                    ? throw Refuse(undecided.Message)
                    : new PreviewAnswer(
                        [.. files.Select(f => new PreviewFile(f.Name, f.Text.Replace(file, name, StringComparison.Ordinal)))]);
            },
            cancellation);
}

/// <summary>The messages of this feature.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PreviewParams))]
[JsonSerializable(typeof(PreviewAnswer))]
internal sealed partial class PreviewJson : JsonSerializerContext;
