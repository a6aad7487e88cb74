using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>An assumption: which cases do not exist.</summary>
internal static class AssumeGrammar
{
    private const string Help = "Write 'assume never A and B', or 'assume A implies B'.";

    public static readonly Parser<DeclarationSyntax> Assume = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        if (at.Kind == TokenKind.Colon)
        {
            at.Position.ReportSuperfluous();
            at.Take();
        }

        bool never = at.Accept(TokenKind.NeverWord);
        ConditionSyntax condition = at.Read(ConditionGrammar.Condition);
        ConditionSyntax? implied = never ? null : ReadImplied(ref at, condition);
        return at.Success<DeclarationSyntax>(new AssumeSyntax(title, condition, implied, frame.Documentation, frame.IsBroken, at.Span));
    };

    private static ConditionSyntax ReadImplied(ref Cursor at, ConditionSyntax condition)
    {
        if (at.Accept(TokenKind.ImpliesWord) || PassOther(ref at))
        {
            return at.Read(ConditionGrammar.Condition);
        }

        at.Position.ReportMissing(SyntaxDiagnostics.Expected, "The assumption does not say what the condition implies.", Help);
        return new MissingConditionSyntax(new TextSpan(condition.Span.End, 0));
    }

    private static bool PassOther(ref Cursor at)
    {
        bool other = LinkWordings.Implies.Has(at.Position);
        if (other)
        {
            at.ReadWord(TokenKind.ImpliesWord, LinkWordings.Implies);
        }

        return other;
    }
}
