using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>The head of a framework.</summary>
internal static class FrameworkGrammar
{
    private static readonly Parser<NameSyntax> Name = DeclaredNameGrammar.NameOf(Declared.Framework);

    public static readonly Parser<FrameworkHeadSyntax> Head = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        NameSyntax name = at.Read(Name);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        DeclaredNameGrammar.SkipTail(ref at, name);
        if (at.Reader.Tokens[Math.Max(0, at.Position.Position - 1)].Kind != TokenKind.OpenBrace)
        {
            BraceGrammar.ReadOpening(ref at);
        }

        ReportUnclosed(at.Position);
        return at.Success(new FrameworkHeadSyntax(name, title, frame.Documentation, frame.IsBroken, at.Span));
    };

    // The cutter reports a framework's missing brace at its name.
    private static void ReportUnclosed(TokenInput here)
    {
        if (here.Reader.MissingBrace && !here.Reader.IsBroken)
        {
            Token name = here.Reader.Tokens[Math.Min(1, here.Reader.Tokens.Length - 1)];
            here.Reader.Report(here.Position, SyntaxDiagnostics.MissingBrace, name.Span,
                $"The framework {here.Reader.Show(name)} is not closed.", "Add '}' after its last clause.");
        }
    }
}
