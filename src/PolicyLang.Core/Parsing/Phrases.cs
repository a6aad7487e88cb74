using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Recognises wordings of drafters that the language words otherwise.</summary>
internal static class Phrases
{
    /// <summary>Whether the tokens ahead spell some words, in capitals or not.</summary>
    public static bool Starts(TokenInput here, string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (here.Position + i >= here.Reader.Tokens.Length || !Spells(here.Reader, here.Reader.Tokens[here.Position + i], words[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the next token spells a word, in capitals or not.</summary>
    public static bool Starts(TokenInput here, string word) => Spells(here.Reader, here.Token, word);

    private static bool Spells(ParseContext reader, Token token, string word) =>
        token.Length == word.Length
        && (string.Compare(reader.Text, token.Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
            || (word.IndexOf('\'') >= 0
                && string.Equals(reader.TextOf(token).Replace('’', '\''), word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The span of so many tokens ahead.</summary>
    public static TextSpan Span(TokenInput here, int count) => here.Token.Span.Cover(here.Reader.Tokens[here.Position + count - 1].Span);

    /// <summary>Reports that so many tokens ahead say nothing, and can go with the blanks after them.</summary>
    public static void ReportNoise(TokenInput here, int count)
    {
        TextSpan span = Span(here, count);
        int end = span.End;
        while (end < here.Reader.Text.Length && here.Reader.Text[end] is ' ' or '\t')
        {
            end++;
        }

        here.Reader.Report(
            here.Position, SyntaxDiagnostics.Unexpected, span,
                $"'{here.Reader.Text.Substring(span.Start, span.Length)}' does not belong here.",
            "Remove it.", "Remove it", new TextEdit(TextSpan.FromBounds(span.Start, end), string.Empty));
    }

    /// <summary>Reports that so many tokens ahead are worded otherwise.</summary>
    public static void Report(TokenInput here, DiagnosticDescriptor descriptor, int count, string meant)
    {
        TextSpan span = Span(here, count);
        here.Reader.Report(
            here.Position, descriptor, span, $"The language does not say '{here.Reader.Text.Substring(span.Start, span.Length)}'.",
            $"Write '{meant}'.", $"Write '{meant}'", new TextEdit(span, meant));
    }
}
