namespace PolicyLang.LanguageServer.Protocol;

public sealed record SemanticTokensAnswer(ImmutableArray<int> Data, string? ResultId = null);

public sealed record SemanticTokensDeltaParams(TextDocumentIdentifier TextDocument, string PreviousResultId);

/// <summary>All tokens, or what is to be changed in those that the client has: exactly one of <c>Data</c> and <c>Edits</c> is
/// there.</summary>
public sealed record SemanticTokensDelta(string ResultId, ImmutableArray<int>? Data, ImmutableArray<SemanticTokensEdit>? Edits);

public sealed record SemanticTokensEdit(int Start, int DeleteCount, ImmutableArray<int> Data);
