using PolicyLang.CodeGen;
using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary><c>policy/preview</c>: the C# models of the frameworks that a document declares, as they would be generated now.</summary>
internal sealed class PreviewHandler(WorkspaceState state, IServerHost host) : WorkbenchHandler(state, host)
{
    // Names what cannot be known here: the namespace is the project's that the models go into.
    private static readonly CodeGenSettings Settings = CodeGenSettings.Default;

    public Task<PreviewAnswer> Preview(PreviewParams request, CancellationToken cancellation) =>
        Judge(
            (snapshot, _) => new PreviewAnswer([.. ModelGenerator.Preview(snapshot.Workspace, DocumentUri.ToFile(request.Uri), Settings).Select(file => new PreviewFile(file.Name, file.Text))]),
            cancellation);
}
