using PolicyLang.LanguageServer.Documents;
using PolicyLang.LanguageServer.Protocol;
using PolicyLang.LanguageService;

namespace PolicyLang.LanguageServer.Features.SemanticTokens;

/// <summary>Colours by meaning, in the protocol's relative form.</summary>
internal sealed class SemanticTokensHandler(WorkspaceState state, IServerHost host) : FeatureHandler(state, host)
{
    public Task<SemanticTokensAnswer?> HandleAsync(TextDocumentParams request, CancellationToken cancellation) =>
        Answer<SemanticTokensAnswer?>(
            request.TextDocument,
            (snapshot, tree) =>
            {
                var data = ImmutableArray.CreateBuilder<int>();
                Position last = new(0, 0);
                foreach (SemanticToken token in LanguageService.SemanticTokens.Of(snapshot.Workspace, tree))
                {
                    Protocol.Range range = Range(tree.Text, token.Span);
                    int line = range.Start.Line - last.Line;
                    data.AddRange(line, line == 0 ? range.Start.Character - last.Character : range.Start.Character, range.End.Character - range.Start.Character, token.Type, 0);
                    last = range.Start;
                }

                return new SemanticTokensAnswer(data.ToImmutable());
            },
            null,
            cancellation);
}
