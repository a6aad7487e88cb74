using PolicyLang.Diagnostics;

namespace PolicyLang.Syntax;

/// <summary>A stretch of a file that is lexed and parsed on its own and reused as long as its text is the same.</summary>
/// <param name="Text">The exact text, leading trivia included.</param>
/// <param name="Tokens">Its tokens; offsets are relative to the island.</param>
/// <param name="Node">What it declares; null for stray text and Markdown.</param>
public sealed record Island(string Text, ImmutableArray<Token> Tokens, SyntaxNode? Node);
