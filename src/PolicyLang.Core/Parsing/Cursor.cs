using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>
/// Runs parsers one after another from a start, each where the one before ended. What a step reads is an ordinary value to the steps
/// after it, so a sequence makes no closures; and as parsers are named only when they run, the order in which they are made does not
/// matter.
/// </summary>
internal struct Cursor
{
    private readonly TokenInput _start;

    public Cursor(IInput input) => Position = _start = input.Tokens();

    /// <summary>Where the next step begins.</summary>
    public TokenInput Position { readonly get; private set; }

    /// <summary>The kind of the next token.</summary>
    public readonly TokenKind Kind => Position.Kind;

    public readonly ParseContext Reader => Position.Reader;

    /// <summary>From the first to the last token read so far; empty after the token before where none was read.</summary>
    public readonly TextSpan Span => Position.Position == _start.Position
        ? new TextSpan(Reader.EndBefore(_start.Position), 0)
        : TextSpan.FromBounds(_start.Token.Start, Reader.EndBefore(Position.Position));

    /// <summary>From where this cursor is now to the last token that a later one has read.</summary>
    public readonly TextSpan SpanTo(Cursor later) => TextSpan.FromBounds(Position.Token.Start, Reader.EndBefore(later.Position.Position));

    /// <summary>What the sequence comes to.</summary>
    public readonly IResult<T> Success<T>(T value) => new Parsed<T>(value, Position);

    /// <summary>What a parser reads.</summary>
    public T Read<T>(Parser<T> parser)
    {
        IResult<T> result = parser(Position);
        Position = result.Remainder.Tokens();
        return result.Value;
    }

    /// <summary>What a parser reads, if the next token is of a kind; else nothing.</summary>
    public T? ReadIf<T>(TokenKind kind, Parser<T> parser)
        where T : class =>
        Kind == kind ? Read(parser) : null;

    /// <summary>What follows a keyword, if that comes next; else nothing.</summary>
    public T? ReadAfter<T>(TokenKind keyword, Parser<T> parser)
        where T : class =>
        Accept(keyword) ? Read(parser) : null;

    /// <summary>Items as long as a condition on the next tokens holds; an item that reads nothing ends the list.</summary>
    public ImmutableArray<T> ReadWhile<T>(Func<TokenInput, bool> more, Parser<T> item)
    {
        ImmutableArray<T>.Builder? items = null;
        while (more(Position))
        {
            int before = Position.Position;
            T value = Read(item);
            if (Position.Position == before)
            {
                break;
            }

            items ??= ImmutableArray.CreateBuilder<T>();
            items.Add(value);
        }

        return items is null ? [] : items.ToImmutable();
    }

    /// <summary>The next token, consumed.</summary>
    public Token Take()
    {
        Token token = Position.Token;
        Position = Position.Advance().Tokens();
        return token;
    }

    /// <summary>Passes over so many tokens.</summary>
    public void Skip(int count) => MoveTo(Position.Position + count);

    /// <summary>Goes on at a token.</summary>
    public void MoveTo(int position) => Position = Reader.InputAt(position);

    /// <summary>Whether the next token is of a kind; then it is consumed.</summary>
    public bool Accept(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>A token of a kind; where it is missing, a diagnostic and an empty token. <paramref name="insert"/> is the text that mends
    /// it, where that is certain.</summary>
    public Token Expect(TokenKind kind, string message, string help, string? insert = null)
    {
        if (Kind == kind)
        {
            return Take();
        }

        Position.ReportMissing(SyntaxDiagnostics.Expected, message, help, insert is null ? null : $"Insert '{insert.Trim()}'", insert);
        return new Token(kind, Reader.EndBefore(Position.Position), 0);
    }

    /// <summary>Some words that stand for others, as one token.</summary>
    public Token Reword(int words, string meant)
    {
        Phrases.Report(Position, SyntaxDiagnostics.Unexpected, words, meant);
        Token token = Position.Token with { Length = Phrases.Span(Position, words).Length };
        Skip(words);
        return token;
    }

    /// <summary>One token that stands for another word.</summary>
    public Token Replace(string meant)
    {
        Phrases.Report(Position, SyntaxDiagnostics.Unexpected, 1, meant);
        return Take();
    }

    /// <summary>One keyword, or what is written for it.</summary>
    public Token ReadWord<T>(TokenKind keyword, WordingTable<T> others) =>
        Kind == keyword ? Take() : Reword(others.Find(Position)?.Count ?? 1, Keywords.WordOf(keyword));

    /// <summary>Passes over some words that say nothing.</summary>
    public void PassNoise(int words)
    {
        Phrases.ReportNoise(Position, words);
        Skip(words);
    }
}
