using PolicyLang.Syntax;
using Sprache;

namespace PolicyLang.Parsing;

/// <summary>The tokens of one island as Sprache reads them: the current "character" is the kind of the token.</summary>
internal sealed class TokenInput : IInput
{
    private Dictionary<object, object>? _memos;

    public TokenInput(ParseContext reader, int position)
    {
        Reader = reader;
        Position = position;
    }

    /// <summary>The island that is read.</summary>
    public ParseContext Reader { get; }

    /// <summary>The index of the current token.</summary>
    public int Position { get; }

    public Token Token => Reader.Tokens[Position];

    public TokenKind Kind => Reader.Tokens[Position].Kind;

    public char Current => (char)Kind;

    public bool AtEnd => Kind == TokenKind.EndOfIsland;

    public string Source => Reader.Text;

    public int Line => 1;

    public int Column => Position + 1;

    // Sprache detects left recursion through these; they must not be shared between positions.
    public IDictionary<object, object> Memos => _memos ??= [];

    /// <summary>The kind of the token after the current one.</summary>
    public TokenKind Next => Reader.Tokens[Math.Min(Position + 1, Reader.Tokens.Length - 1)].Kind;

    /// <summary>Whether the token after the current one is a name that begins with a capital.</summary>
    public bool IsNextCapital => Next == TokenKind.Name && char.IsUpper(Reader.Text[Reader.Tokens[Position + 1].Start]);

    /// <summary>Whether the current token is the first of its line, comments aside.</summary>
    public bool StartsLine => Reader.Text.IndexOf('\n', Reader.EndBefore(Position), Token.Start - Reader.EndBefore(Position)) >= 0;

    public IInput Advance() => Reader.InputAt(Math.Min(Position + 1, Reader.Tokens.Length - 1));

    /// <summary>The position so many tokens further on.</summary>
    public TokenInput Skip(int count) => Reader.InputAt(Position + count);

    public bool Equals(IInput? other) => other is TokenInput input && ReferenceEquals(Reader, input.Reader) && Position == input.Position;

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => Position;
}
