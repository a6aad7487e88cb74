using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>The text and tokens of an island while it is parsed, and what is found in it.</summary>
internal sealed class ParseContext
{
    private readonly TokenInput?[] _inputs;

    // Nearly all islands are clean: these are made with the first finding.
    private List<BlockDiagnostic>? _diagnostics;
    private HashSet<int>? _reported;
    private int _lexical;

    public ParseContext(string text, Token[] tokens, bool missingBrace)
    {
        Text = text;
        Tokens = tokens;
        MissingBrace = missingBrace;
        _inputs = new TokenInput?[tokens.Length];
    }

    public string Text { get; }

    /// <summary>The tokens; the last one is <see cref="TokenKind.EndOfIsland"/>.</summary>
    public Token[] Tokens { get; }

    /// <summary>Whether the cutter saw that a closing brace is missing.</summary>
    public bool MissingBrace { get; }

    /// <summary>How deep conditions or taxonomies are nested at the moment.</summary>
    public int Depth { get; set; }

    public ImmutableArray<BlockDiagnostic> Diagnostics => _diagnostics is null ? [] : [.. _diagnostics];

    /// <summary>How much was found so far.</summary>
    public int Findings => _diagnostics?.Count ?? 0;

    public bool IsBroken => Findings > 0;

    public TokenInput InputAt(int position) => _inputs[position] ??= new TokenInput(this, position);

    public string TextOf(Token token) => Text.Substring(token.Start, token.Length);

    /// <summary>The name that a word means: in one form, without the hyphens and hidden characters that the lexer has reported.</summary>
    public string NameOf(Token token)
    {
        string text = NameTexts.Of(Text, token.Start, token.Length);
        return NameForms.Compose(text.IndexOfAny(WordJoiners.Joiners) < 0 ? text : WordJoiners.Cleaned(text));
    }

    /// <summary>The end of the token before; 0 at the start.</summary>
    public int EndBefore(int position) => position == 0 ? 0 : Tokens[position - 1].End;

    /// <summary>Adds what the lexer found; findings come in the order of the text.</summary>
    public void AddLexical(LexicalFinding finding, int offset)
    {
        TextSpan span = finding.Span.Shift(-offset);
        Add(new BlockDiagnostic(
            finding.Descriptor, span, finding.Message, finding.Help,
            finding.Edit is not null
                ? $"{(finding.Edit.Span.Length == 0 ? "Insert" : "Write")} '{finding.Edit.NewText.Trim()}'"
                : finding.Replacement is null ? null : finding.Replacement.Length == 0 ? "Remove it" : $"Write '{finding.Replacement}'",
            finding.Edit is { } edit
                ? [edit with { Span = edit.Span.Shift(-offset) }]
                : finding.Replacement is null ? [] : [new TextEdit(span, finding.Replacement)]));
        while (_lexical < Tokens.Length && Tokens[_lexical].Start < span.Start)
        {
            _lexical++;
        }

        if (_lexical < Tokens.Length && Tokens[_lexical].Kind == TokenKind.Unknown && span.Touches(Tokens[_lexical].Start))
        {
            MarkReported(_lexical);
        }
    }

    /// <summary>Reports something at a token; a second finding at the same token would only follow from the first.</summary>
    public void Report(int position, DiagnosticDescriptor descriptor, TextSpan span, string message, string? help, string? fixTitle = null,
        params TextEdit[] edits)
    {
        if (MarkReported(position))
        {
            Add(new BlockDiagnostic(descriptor, span, message, help, fixTitle, [.. edits]));
        }
    }

    /// <summary>Gives the finding made last a fix.</summary>
    public void MendLast(string title, params TextEdit[] edits)
    {
        if (_diagnostics is { Count: > 0 } found)
        {
            found[found.Count - 1] = found[found.Count - 1] with { FixTitle = title, FixEdits = [.. edits] };
        }
    }

    /// <summary>What is missing at the end only follows from what was reported already.</summary>
    public void SilenceEnd() => MarkReported(Tokens.Length - 1);

    /// <summary>Whether something was reported at a token.</summary>
    public bool IsReported(int position) => _reported?.Contains(position) ?? false;

    private void Add(BlockDiagnostic diagnostic) => (_diagnostics ??= []).Add(diagnostic);

    private bool MarkReported(int position) => (_reported ??= []).Add(position);

    /// <summary>A token as a message shows it.</summary>
    public string Show(Token token) =>
        token.Kind == TokenKind.EndOfIsland
        ? "the end"
        : token.Length > 30 ? $"'{Text.Substring(token.Start, 29)}…'" : $"'{TextOf(token)}'";
}
