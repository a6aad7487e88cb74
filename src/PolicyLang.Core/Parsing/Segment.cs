using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>A run of tokens that becomes an island: from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Framework">For parts of a framework, the number of the framework in the text; else -1.</param>
/// <param name="MissingBrace">Whether the framework's or clause's closing brace is missing.</param>
internal readonly record struct Segment(SyntaxBlockKind Kind, int First, int End, int Framework = -1, bool MissingBrace = false);
