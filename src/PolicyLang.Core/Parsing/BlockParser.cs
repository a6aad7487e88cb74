using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>Parses one island.</summary>
internal static class BlockParser
{
    private static readonly string[] DeclarationWords = [.. Keywords.All.Where(w => Keywords.StartsDeclaration(Keywords.KindOf(w)))];

    private static readonly HashSet<string> Imports = new(StringComparer.Ordinal) { "import", "include", "using", "use" };

    /// <param name="cut">Its tokens.</param>
    /// <param name="text">Its text.</param>
    /// <param name="tokens">The tokens of the whole stretch of code.</param>
    /// <param name="offset">Where the island starts in that stretch.</param>
    /// <param name="findings">What the lexer found in it.</param>
    public static SyntaxBlock Parse(Segment cut, string text, List<Token> tokens, int offset, List<LexicalFinding> findings)
    {
        var own = new Token[cut.End - cut.First + 1];
        for (int i = cut.First; i < cut.End; i++)
        {
            own[i - cut.First] = tokens[i] with { Start = tokens[i].Start - offset };
        }

        own[own.Length - 1] = new Token(TokenKind.EndOfIsland, text.Length, 0);
        var reader = new ParseContext(text, own, cut.MissingBrace);
        foreach (LexicalFinding finding in findings)
        {
            reader.AddLexical(finding, offset);
        }

        SyntaxNode? node = cut.Kind switch
        {
            SyntaxBlockKind.Declaration => DeclarationGrammar.Declaration(reader.InputAt(0)).Value,
            SyntaxBlockKind.FrameworkHead => FrameworkGrammar.Head(reader.InputAt(0)).Value,
            SyntaxBlockKind.FrameworkMember when Keywords.StartsClause(own[0].Kind) => Clause(reader),
            SyntaxBlockKind.FrameworkMember => PropertyGrammar.Properties(reader.InputAt(0)).Value,
            SyntaxBlockKind.FrameworkEnd or SyntaxBlockKind.Stray or SyntaxBlockKind.Markdown => null,
            _ => throw new UnreachableException(),
        };
        if (cut.Kind == SyntaxBlockKind.Stray)
        {
            ReportStray(reader);
        }

        return new SyntaxBlock(cut.Kind, text, ImmutableArray.Create(own, 0, own.Length - 1), node, reader.Diagnostics);
    }

    private static FrameworkMemberSyntax Clause(ParseContext reader)
    {
        FrameworkMemberSyntax member = ClauseGrammar.Clause(reader.InputAt(0)).Value;
        return member is ClauseSyntax clause && reader.IsBroken ? clause with { IsBroken = true } : member;
    }

    // "flag audited" and "role Auditor": a type or a taxonomy in the place of the declaration's word, and one name.
    private static (string Title, TextEdit[] Edits)? Declared(ParseContext reader, string word)
    {
        Token[] tokens = reader.Tokens;
        if (tokens.Length is not (3 or 4) || !Keywords.IsWord(tokens[1].Kind) || (tokens.Length == 4 && tokens[2].Kind != TokenKind.Text))
        {
            return null;
        }

        string name = reader.TextOf(tokens[1]);
        string title = tokens.Length == 4 ? " " + reader.TextOf(tokens[2]) : string.Empty;
        string? meant = word switch
        {
            "flag" or "count" or "date" => $"attribute {name} : {word}{title}",
            "role" or "data" or "purpose" or "action" or "safeguard" or "target" or "aim" => $"taxonomy {word} {{ {name}{title} }}",
            _ => null,
        };
        return meant is null
            ? null
            : ($"Write '{meant}'", [new TextEdit(TextSpan.FromBounds(tokens[0].Start, tokens[tokens.Length - 2].End), meant)]);
    }

    private static void ReportStray(ParseContext reader)
    {
        Token first = reader.Tokens[0];
        string word = reader.TextOf(first);
        switch (first.Kind)
        {
            case TokenKind.EndOfIsland:
                return;
            case TokenKind.CloseBrace:
                reader.Report(0, SyntaxDiagnostics.ExtraBrace, first.Span, "This '}' closes nothing.", "Remove it.", "Remove it",
                    new TextEdit(first.Span, string.Empty));
                return;
            case var kind when Keywords.StartsClause(kind):
                reader.Report(0, SyntaxDiagnostics.ClauseOutsideFramework, first.Span, "A clause belongs to a framework.",
                    "Put it between the braces of 'framework NAME { … }'.");
                return;
        }

        if (Imports.Contains(word) && reader.Tokens.Length > 2 && reader.Tokens[reader.Tokens.Length - 2] is var last
            && reader.Text.IndexOf('\n', first.Start, last.End - first.Start) < 0)
        {
            if (reader.Tokens[1].Kind == TokenKind.Name && char.IsUpper(reader.Text[reader.Tokens[1].Start]))
            {
                reader.Report(0, SyntaxDiagnostics.UnknownDeclaration, first.Span, $"{reader.Show(first)} is not a declaration.",
                    "Write 'uses' and frameworks of the law library.", "Write 'uses'", new TextEdit(first.Span, "uses"));
                return;
            }

            reader.Report(0, SyntaxDiagnostics.UnknownDeclaration, first.Span,
                "Nothing is imported: all files of a project, and the prelude, are read together.", "Remove it.", "Remove it",
                new TextEdit(first.Span.Cover(last.Span), string.Empty));
            return;
        }

        if (Declared(reader, word) is var (title, edits))
        {
            reader.Report(0, SyntaxDiagnostics.UnknownDeclaration, first.Span, $"{reader.Show(first)} is not a declaration.", $"{title}.",
                title, edits);
            return;
        }

        string? nearest = DeclarationWordings.Declarations.Find(reader.InputAt(0)) is { } other
            ? other.Meant
            : Keywords.IsWord(first.Kind) ? NearestName.Find(word.ToLowerInvariant(), DeclarationWords) : null;
        reader.Report(
            0, SyntaxDiagnostics.UnknownDeclaration, first.Span, $"{reader.Show(first)} is not a declaration.",
            nearest is null ? $"A file consists of {string.Join(", ", DeclarationWords)}." : $"Did you mean '{nearest}'?",
            nearest is null ? null : $"Write '{nearest}'",
            nearest is null ? [] : [new TextEdit(first.Span, nearest)]);
    }
}
