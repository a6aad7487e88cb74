namespace PolicyLang.LanguageServer.Protocol;

internal sealed record SemanticTokensAnswer(ImmutableArray<int> Data, string? ResultId = null);

internal sealed record SemanticTokensDeltaParams(TextDocumentIdentifier TextDocument, string PreviousResultId);

/// <summary>All tokens, or what is to be changed in those that the client has: exactly one of <c>Data</c> and <c>Edits</c> is
/// there.</summary>
internal sealed record SemanticTokensDelta(string ResultId, ImmutableArray<int>? Data, ImmutableArray<SemanticTokensEdit>? Edits);

internal sealed record SemanticTokensEdit(int Start, int DeleteCount, ImmutableArray<int> Data);
