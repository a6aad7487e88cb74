using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>
/// What parsers over tokens share. They always succeed: what is missing becomes an empty node and one diagnostic. They decide by the
/// next token or two and never go back.
/// </summary>
internal static class Combinators
{
    public static TokenInput Tokens(this IInput input) => (TokenInput)input;

    /// <summary>A result that leaves the rest to the next parser.</summary>
    public static IResult<T> Success<T>(T value, IInput rest) => new Parsed<T>(value, rest);

    /// <summary>Reports that something is missing: at the token in the way where that stands on the same line, else just after the token
    /// before.</summary>
    public static void ReportMissing(
        this TokenInput here, DiagnosticDescriptor descriptor, string message, string? help, string? fixTitle = null, string? insert = null)
    {
        int end = here.Reader.EndBefore(here.Position);
        bool blocked = !here.AtEnd && here.Reader.Text.IndexOfAny(['\n', '\r'], end, here.Token.Start - end) < 0;
        TextSpan span = blocked || here.Position == 0 ? here.Token.Span : here.Reader.Tokens[here.Position - 1].Span;
        TextEdit[] edits = insert is null ? [] : [new TextEdit(new TextSpan(end, 0), insert)];
        here.Reader.Report(here.Position, descriptor, span, message, help, fixTitle, edits);
    }

    /// <summary>Reports that the next token says nothing and can go.</summary>
    public static void ReportSuperfluous(this TokenInput here) => here.Reader.Report(
        here.Position, SyntaxDiagnostics.Unexpected, here.Token.Span, $"{here.Reader.Show(here.Token)} does not belong here.", "Remove it.",
            "Remove it", new TextEdit(here.Token.Span, string.Empty));

    /// <summary>Runs a parser that may come to itself again, not deeper than the stack bears.</summary>
    public static IResult<T> Nested<T>(IInput input, Parser<T> parser, Func<TextSpan, T> tooDeep)
    {
        const int deepest = 200;
        TokenInput here = input.Tokens();
        if (here.Reader.Depth >= deepest)
        {
            here.Reader.Report(here.Position, SyntaxDiagnostics.TooDeep, here.Token.Span, "This is nested too deeply to be read.",
                "Give inner parts a name of their own with 'define'.");
            here.Reader.SilenceEnd();
            return Success(tooDeep(here.Token.Span), here.Reader.InputAt(here.Reader.Tokens.Length - 1));
        }

        here.Reader.Depth++;
        IResult<T> result = parser(input);
        here.Reader.Depth--;
        return result;
    }
}
