using System.Diagnostics;
using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>
/// Cuts tokens into islands: one for each top-level declaration, and in a framework one for its head, each clause, each run of
/// properties and its end. Braces decide; where they are wrong, a declaration or clause at the start of a line does.
/// </summary>
internal sealed class Segmenter
{
    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly List<Segment> _cuts = [];
    private int _frameworks;

    private Segmenter(string text, List<Token> tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    public static List<Segment> Run(string text, List<Token> tokens)
    {
        var cutter = new Segmenter(text, tokens);
        int i = 0;
        while (i < tokens.Count)
        {
            i = cutter.StartsDeclaration(i, strict: false) ? cutter.CutDeclaration(i) : cutter.CutStray(i);
        }

        return cutter._cuts;
    }

    private TokenKind Kind(int index) => index < _tokens.Count ? _tokens[index].Kind : TokenKind.EndOfIsland;

    private bool IsWord(int index) => Keywords.IsWord(Kind(index));

    private bool FirstOnLine(int index)
    {
        for (int p = _tokens[index].Start - 1; p >= 0; p--)
        {
            if (_text[p] is '\n' or '\r')
            {
                return true;
            }

            if (!char.IsWhiteSpace(_text[p]))
            {
                return false;
            }
        }

        return true;
    }

    private int Column(int index)
    {
        int start = _tokens[index].Start;
        int line = start;
        while (line > 0 && _text[line - 1] is not ('\n' or '\r'))
        {
            line--;
        }

        return start - line;
    }

    // The pattern after the keyword tells declarations from uses; a missing name may pass.
    private bool StartsDeclaration(int i, bool strict)
    {
        bool named = IsWord(i + 1) || (!strict && Kind(i + 1) is TokenKind.Number or TokenKind.Text);
        TokenKind after = Kind(i + 2);
        bool opens = after is TokenKind.Text or TokenKind.OpenBrace;
        if (!Keywords.StartsDeclaration(Kind(i)) || (i > 0 && Kind(i - 1) is TokenKind.Colon or TokenKind.OfWord or TokenKind.Comma))
        {
            return false;
        }

        return Kind(i) switch
        {
            TokenKind.FrameworkWord or TokenKind.PartyWord or TokenKind.TaxonomyWord =>
                (named && (opens || !strict)) || (!strict && Kind(i + 1) == TokenKind.OpenBrace),
            TokenKind.BlocWord =>
                (named && (opens || after is TokenKind.Equal or TokenKind.SupranationalWord || !strict))
                || (!strict && Kind(i + 1) is TokenKind.OpenBrace or TokenKind.Equal),
            TokenKind.OrganisationWord or TokenKind.JurisdictionWord => (named || !strict) && !IsCompared(i),
            TokenKind.AttributeWord => (named && (after == TokenKind.Colon || !strict)) || (!strict && Kind(i + 1) == TokenKind.Colon),
            TokenKind.DefineWord =>
                (named && (after is TokenKind.Equal or TokenKind.AsWord || !strict)) || (!strict && Kind(i + 1) == TokenKind.Equal),
            TokenKind.ScenarioWord or TokenKind.CheckWord =>
                Kind(i + 1) == TokenKind.Text || (!strict && (Kind(i + 1) == TokenKind.OpenBrace || IsWord(i + 1))),
            TokenKind.AcknowledgeWord => Kind(i + 1) == TokenKind.ConflictWord || !strict,
            TokenKind.AssumeWord => StartsAssumption(i) || !strict,
            TokenKind.ListWord =>
                (named && (after is TokenKind.Colon || (after == TokenKind.Text && Kind(i + 3) == TokenKind.Colon) || !strict))
                || (!strict && Kind(i + 1) == TokenKind.Colon),
            TokenKind.ResolveWord => Kind(i + 1) == TokenKind.ConflictsWord || !strict,
            TokenKind.UsesWord => (Kind(i + 1) == TokenKind.Name && FirstOnLine(i) && !FirstOnLine(i + 1)) || !strict,
            _ => throw new UnreachableException(),
        };
    }

    // "organisation is Acme": an attribute in a condition.
    private bool IsCompared(int i) =>
        Kind(i + 1) is TokenKind.IsWord or TokenKind.IncludeWord
        && (NameGrammar.IsListName(Kind(i + 2)) || Kind(i + 2) == TokenKind.OutsideWord);

    // In a condition, "assume" may be a flag.
    private bool StartsAssumption(int i) =>
        !(i > 0 && Kind(i - 1) is TokenKind.AndWord or TokenKind.OrWord or TokenKind.NotWord or TokenKind.AsWord or TokenKind.ImpliesWord
            or TokenKind.OpenParenthesis)
        && Kind(i + 1) is TokenKind.Text or TokenKind.NeverWord or TokenKind.NotWord or TokenKind.OpenParenthesis or TokenKind.Name;

    private bool StartsClause(int i) => Keywords.StartsClause(Kind(i)) && !(i > 0 && Kind(i - 1) is TokenKind.Comma)
        && ((Kind(i + 1) == TokenKind.OpenBrace && FirstOnLine(i))
            || ((IsWord(i + 1) || Kind(i + 1) is TokenKind.Number or TokenKind.Text) && ClauseHeadGoesOn(i + 2)));

    // A name may be an article number or contain blanks, so the head continues.
    private bool ClauseHeadGoesOn(int i)
    {
        if (Kind(i) is TokenKind.Text or TokenKind.CitesWord or TokenKind.OpenBrace)
        {
            return true;
        }

        int from = i - 2;
        for (int k = i; k < i + 6 && k < _tokens.Count && FirstOnLine(from) && !FirstOnLine(k); k++)
        {
            if (Kind(k) == TokenKind.OpenBrace)
            {
                return true;
            }

            if (Kind(k) is TokenKind.CloseBrace || Keywords.IsStopWord(Kind(k)))
            {
                return false;
            }
        }

        return false;
    }

    private bool Resynchronises(int i) => FirstOnLine(i) && StartsDeclaration(i, strict: true);

    // Inside a framework, "resolve conflicts" is a property: indented, or followed by its closing brace.
    private bool Resynchronises(int i, int framework) =>
        Resynchronises(i) && !(Kind(i) == TokenKind.ResolveWord && (Column(i) > Column(framework) || ClosesAfter(i)));

    private bool ClosesAfter(int i)
    {
        int depth = 1;
        for (int k = i + 1; k < _tokens.Count && depth > 0 && !Resynchronises(k); k++)
        {
            depth += Kind(k) == TokenKind.OpenBrace ? 1 : Kind(k) == TokenKind.CloseBrace ? -1 : 0;
        }

        return depth == 0;
    }

    private int CutStray(int first)
    {
        // A clause on its own is reported as one thing.
        int end = StartsClause(first) ? EndOfClause(first, out _) : first + 1;
        while (end < _tokens.Count && !StartsDeclaration(end, strict: true) && !(StartsClause(end) && FirstOnLine(end))
            && !StartsClause(first))
        {
            end = Kind(end) == TokenKind.OpenBrace ? SkipBraces(end) : end + 1;
        }

        _cuts.Add(new Segment(SyntaxBlockKind.Stray, first, end));
        return end;
    }

    /// <summary>The index after the brace that closes the one at <paramref name="open"/>; a declaration at the start of a line ends the
    /// search.</summary>
    private int SkipBraces(int open)
    {
        int depth = 0;
        for (int i = open; i < _tokens.Count; i++)
        {
            depth += Kind(i) == TokenKind.OpenBrace ? 1 : Kind(i) == TokenKind.CloseBrace ? -1 : 0;
            if (depth == 0 || (i > open && Resynchronises(i)))
            {
                return depth == 0 ? i + 1 : i;
            }
        }

        return _tokens.Count;
    }

    private int CutDeclaration(int first)
    {
        if (Kind(first) == TokenKind.FrameworkWord)
        {
            return CutFramework(first);
        }

        int end = EndOfDeclaration(first);
        _cuts.Add(new Segment(SyntaxBlockKind.Declaration, first, end));
        return end;
    }

    private int EndOfDeclaration(int first)
    {
        int depth = 0;
        for (int i = first + 1; i < _tokens.Count; i++)
        {
            if (i > first + 1
                && (Resynchronises(i)
                || (depth == 0
                && (StartsDeclaration(i, strict: true) || LooksLikeDeclaration(i, first) || (FirstOnLine(i) && StartsClause(i))))))
            {
                return i;
            }

            switch (Kind(i))
            {
                case TokenKind.OpenBrace:
                    depth++;
                    break;
                case TokenKind.CloseBrace when depth <= 1:
                    return depth == 1 ? i + 1 : i;
                case TokenKind.CloseBrace:
                    depth--;
                    break;
            }
        }

        return _tokens.Count;
    }

    // "framwork X {" at the margin after a complete declaration: a misspelt keyword.
    private bool LooksLikeDeclaration(int i, int first) =>
        Kind(i) == TokenKind.Name && FirstOnLine(i) && IsWord(i + 1) && !FirstOnLine(i + 1) && Column(i) <= Column(first)
        && Kind(i - 1) is TokenKind.Name or TokenKind.Text or TokenKind.Date or TokenKind.Number or TokenKind.CloseParenthesis;

    private int CutFramework(int first)
    {
        int framework = _frameworks++;
        int head = IsWord(first + 1) && !FirstOnLine(first + 1) ? first + 2 : first + 1;
        while (head < _tokens.Count && Kind(head) is not (TokenKind.OpenBrace or TokenKind.CloseBrace)
            && !StartsClause(head) && !Resynchronises(head, first) && !(FirstOnLine(head) && Keywords.StartsProperty(Kind(head))))
        {
            head++;
        }

        head = Kind(head) == TokenKind.OpenBrace ? head + 1 : head;
        int at = _cuts.Count;
        _cuts.Add(new Segment(SyntaxBlockKind.FrameworkHead, first, head, framework));
        int i = head;
        while (i < _tokens.Count && !Resynchronises(i, first))
        {
            if (Kind(i) == TokenKind.CloseBrace)
            {
                if (!GoesOn(first, i))
                {
                    _cuts.Add(new Segment(SyntaxBlockKind.FrameworkEnd, i, i + 1, framework));
                    return i + 1;
                }

                _cuts.Add(new Segment(SyntaxBlockKind.Stray, i, i + 1, framework));
                i++;
            }
            else if (StartsMember(i))
            {
                int end = EndOfClause(i, out bool missing);
                _cuts.Add(new Segment(SyntaxBlockKind.FrameworkMember, i, end, framework, missing));
                i = end;
            }
            else
            {
                int end = EndOfProperties(i, first);
                _cuts.Add(new Segment(SyntaxBlockKind.FrameworkMember, i, end, framework));
                i = end;
            }
        }

        _cuts[at] = _cuts[at] with { MissingBrace = true };
        return i;
    }

    // After a surplus brace the framework continues; at the margin it has ended.
    private bool GoesOn(int framework, int brace) => brace + 1 < _tokens.Count && StartsClause(brace + 1)
        && !(FirstOnLine(brace) && FirstOnLine(brace + 1) && Column(brace) <= Column(framework) && Column(brace + 1) <= Column(framework));

    // "transfer A" alone on its line lacks a brace; in sentences it is a verb.
    private bool StartsMember(int i) => StartsClause(i)
        || (Keywords.StartsClause(Kind(i)) && FirstOnLine(i) && IsWord(i + 1) && i + 2 < _tokens.Count && FirstOnLine(i + 2)
            && Kind(i - 1) != TokenKind.Comma);

    private int EndOfProperties(int first, int framework)
    {
        int i = first;
        while (i < _tokens.Count && Kind(i) != TokenKind.CloseBrace && !(i > first && (StartsMember(i) || Resynchronises(i, framework))))
        {
            i = Kind(i) == TokenKind.OpenBrace ? Math.Max(i + 1, SkipBraces(i)) : i + 1;
        }

        return Math.Max(i, first + 1);
    }

    private int EndOfClause(int first, out bool missingBrace)
    {
        missingBrace = false;
        int depth = 0;
        bool sentence = false;
        for (int i = first + 1; i < _tokens.Count; i++)
        {
            if (i > first + 1 && FirstOnLine(i) && (StartsClause(i) || StartsDeclaration(i, strict: true)))
            {
                missingBrace = true;
                return i;
            }

            switch (Kind(i))
            {
                case TokenKind.OpenBrace:
                    depth++;
                    break;
                case TokenKind.CloseBrace when depth <= 1:
                    // Without an opening brace, the closing one ends the clause if a sentence came before.
                    return depth == 1 || sentence ? i + 1 : i;
                case TokenKind.CloseBrace:
                    depth--;
                    break;
                case TokenKind.MayWord or TokenKind.MustWord or TokenKind.NeedWord or TokenKind.ShouldWord:
                    sentence = true;
                    break;
            }
        }

        missingBrace = true;
        return _tokens.Count;
    }
}
