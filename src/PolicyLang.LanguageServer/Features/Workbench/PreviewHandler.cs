using PolicyLang.CodeGen;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/preview</c>: the C# models of the frameworks that a document declares, as they would be generated now.</summary>
internal sealed class PreviewHandler(ProjectSet projects, IServerHost host) : WorkbenchHandler(projects, host)
{
    // Names what cannot be known here: the namespace is the project's that the models go into.
    private static readonly CodeGenSettings Settings = CodeGenSettings.Default;

    public Task<PreviewAnswer> Preview(PreviewParams request, CancellationToken cancellation) =>
        Judge(
            request.Uri,
            (snapshot, either) =>
            {
                string file = NameOf(request.Uri);
                // Where the file lies on this machine is nothing that a model would say.
                string name = file[(file.LastIndexOf('/') + 1)..];
                (ImmutableArray<GeneratedFile> files, Problem? undecided) =
                    ModelGenerator.Preview(snapshot.Workspace, file, Settings, either);
                return undecided is not null
                    ? throw Refuse(undecided.Message)
                    : new PreviewAnswer(
                        [.. files.Select(f => new PreviewFile(f.Name, f.Text.Replace(file, name, StringComparison.Ordinal)))]);
            },
            cancellation);
}
