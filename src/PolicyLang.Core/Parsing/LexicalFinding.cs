using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>A finding of the lexer, in offsets of the text that it read.</summary>
internal readonly record struct LexicalFinding(
    DiagnosticDescriptor Descriptor, TextSpan Span, string Message, string? Help, string? Replacement, TextEdit? Edit = null);
