using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Parsing;

/// <summary>Puts a tree together from the islands of its stretches of code.</summary>
internal sealed class TreeBuilder
{
    // Fewer are parsed sooner than a second worker has started.
    private const int LeastShared = 256;

    private static readonly List<LexicalFinding> NoFindings = [];

    private readonly string _file;
    private readonly SourceText _text;
    private readonly SyntaxTree? _previous;
    private readonly int _workers;
    private readonly Dictionary<(SyntaxBlockKind, string), SyntaxBlock> _reusable = [];
    private readonly ImmutableArray<SyntaxBlock>.Builder _islands = ImmutableArray.CreateBuilder<SyntaxBlock>();
    private readonly ImmutableArray<FrameworkUnit>.Builder _frameworks = ImmutableArray.CreateBuilder<FrameworkUnit>();
    private readonly ImmutableArray<PositionedNode<DeclarationSyntax>>.Builder _declarations =
        ImmutableArray.CreateBuilder<PositionedNode<DeclarationSyntax>>();
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private PositionedNode<FrameworkHeadSyntax>? _head;
    private ImmutableArray<PositionedNode<FrameworkMemberSyntax>>.Builder _members =
        ImmutableArray.CreateBuilder<PositionedNode<FrameworkMemberSyntax>>();
    private int _frameworkEnd;
    private int _unclosed = -1;
    private TextSpan? _closed;

    public TreeBuilder(string file, SourceText text, SyntaxTree? previous, int workers)
    {
        _workers = workers;
        _file = file;
        _text = text;
        _previous = previous;
        foreach (SyntaxBlock island in previous?.Islands ?? [])
        {
            // Findings of an island may depend on its surroundings, so reuse only clean ones.
            if (island.Diagnostics.IsEmpty && island.Node is not null)
            {
                _reusable[(island.Kind, island.Text)] = island;
            }
        }
    }

    /// <summary>Adds a literate file by its fences; null where its Markdown cannot be read.</summary>
    public void AddLiterate(ImmutableArray<Fence>? fences)
    {
        int end = 0;
        foreach (Fence fence in fences ?? [])
        {
            if (fence.Kind != FenceKind.Policy)
            {
                _diagnostics.Add(Unread(fence));
                continue;
            }

            AddMarkdown(TextSpan.FromBounds(end, fence.Code.Start));
            AddCode(fence.Code);
            end = fence.Code.End;
        }

        AddMarkdown(TextSpan.FromBounds(end, _text.Length));
        if (fences is null)
        {
            _diagnostics.Add(SyntaxDiagnostics.TooDeep.Create(new Location(_file, _text, new TextSpan(0, 0)),
                "The lists and quotations of this page are nested too deeply to be read.", "Take the inner ones out."));
        }
    }

    private Diagnostic Unread(Fence fence)
    {
        var location = new Location(_file, _text, fence.Word);
        return fence.Kind == FenceKind.Enclosed
            ? SyntaxDiagnostics.UnreadBlock.Create(
                location, "This block stands in a list or a quotation, and is not read.", "Put it outside of lists and quotations.")
            : SyntaxDiagnostics.UnreadBlock.Create(
                location, $"'{_text.Slice(fence.Word)}' is not 'policy', so that this block is not read.",
                    "Write 'policy' as the first word after the fence.",
                fix: new Fix("Write 'policy'", [new TextEdit(fence.Word, "policy")]));
    }

    private void AddMarkdown(TextSpan span)
    {
        if (span.Length > 0)
        {
            _islands.Add(new SyntaxBlock(SyntaxBlockKind.Markdown, _text.Slice(span), [], null, []));
        }
    }

    public void AddCode(TextSpan span)
    {
        string code = span.Length == _text.Length ? _text.Content : _text.Slice(span);
        ScannedText scanned = IncrementalLexer.Read(code, span.Length == _text.Length ? _previous : null);
        List<Token> tokens = scanned.Tokens;
        List<LexicalFinding> findings = scanned.Findings;
        List<Segment> cuts = Segmenter.Run(code, tokens);
        var pieces = new List<Piece>(cuts.Count);
        int start = 0;
        int nextFinding = 0;
        for (int c = 0; c < cuts.Count; c++)
        {
            int end = c + 1 < cuts.Count ? EndOfIsland(code, tokens, cuts[c]) : code.Length;
            int first = nextFinding;
            while (nextFinding < findings.Count && (findings[nextFinding].Span.Start < end || c + 1 == cuts.Count))
            {
                nextFinding++;
            }

            pieces.Add(new Piece(cuts[c], code.Substring(start, end - start), start,
                nextFinding > first ? findings.GetRange(first, nextFinding - first) : NoFindings));
            start = end;
        }

        if (cuts.Count == 0 && code.Length > 0)
        {
            pieces.Add(new Piece(new Segment(SyntaxBlockKind.Stray, 0, 0), code, 0, findings));
        }

        SyntaxBlock[] islands = InOrder.Select(pieces, pieces.Count < LeastShared ? 1 : _workers, piece => Parse(piece, tokens));
        for (int i = 0; i < islands.Length; i++)
        {
            AddIsland(pieces[i].Cut, islands[i], span.Start + pieces[i].Offset);
        }

        CloseFramework();
    }

    // A comment on the last token's line belongs to this island, later ones follow.
    private static int EndOfIsland(string code, List<Token> tokens, Segment cut)
    {
        int end = tokens[cut.End - 1].End;
        int next = cut.End < tokens.Count ? tokens[cut.End].Start : code.Length;
        int line = code.IndexOf('\n', end, next - end);
        return line < 0 ? end : line + 1;
    }

    private SyntaxBlock Parse(Piece piece, List<Token> tokens) =>
        piece.Findings.Count == 0 && !piece.Cut.MissingBrace
            && _reusable.TryGetValue((piece.Cut.Kind, piece.Text), out SyntaxBlock? known)
            ? known
            : BlockParser.Parse(piece.Cut, piece.Text, tokens, piece.Offset, piece.Findings);

    private void AddIsland(Segment cut, SyntaxBlock island, int absolute)
    {
        _islands.Add(island);
        foreach (BlockDiagnostic diagnostic in island.Diagnostics)
        {
            _diagnostics.Add(Mended(diagnostic.Locate(_file, _text, absolute), island, absolute));
        }

        _closed = island.Kind == SyntaxBlockKind.FrameworkEnd && _head is not null ? island.Tokens[0].Span.Shift(absolute) : null;

        switch (island.Node)
        {
            case FrameworkHeadSyntax head:
                CloseFramework();
                _head = new PositionedNode<FrameworkHeadSyntax>(head, absolute);
                _unclosed = cut.MissingBrace && island.Diagnostics.Length == 1
                    && island.Diagnostics[0] is { FixTitle: null, Descriptor: var reported } && reported == SyntaxDiagnostics.MissingBrace
                    ? _diagnostics.Count - 1
                    : -1;
                break;
            case FrameworkMemberSyntax member:
                _members.Add(new PositionedNode<FrameworkMemberSyntax>(member, absolute));
                break;
            case DeclarationSyntax declaration:
                CloseFramework();
                _declarations.Add(new PositionedNode<DeclarationSyntax>(declaration, absolute));
                break;
        }

        if (_head is not null)
        {
            _frameworkEnd = absolute + (island.Tokens.IsEmpty ? 0 : island.Tokens[island.Tokens.Length - 1].End);
        }

        if (island.Kind == SyntaxBlockKind.FrameworkEnd)
        {
            CloseFramework();
        }
    }

    private void CloseFramework()
    {
        if (_head is { } head)
        {
            int start = head.Offset + head.Node.Span.Start;
            _frameworks.Add(new FrameworkUnit(head, _members.ToImmutable(), TextSpan.FromBounds(start, _frameworkEnd)));
            _members = ImmutableArray.CreateBuilder<PositionedNode<FrameworkMemberSyntax>>();
            _head = null;
            if (_unclosed >= 0)
            {
                _diagnostics[_unclosed] =
                    _diagnostics[_unclosed] with { Fix = new Fix("Insert '}'", [new TextEdit(new TextSpan(_frameworkEnd, 0), "\n}")]) };
                _unclosed = -1;
            }
        }
    }

    // A clause right after a framework's closing brace: the brace moves behind it.
    private Diagnostic Mended(Diagnostic diagnostic, SyntaxBlock island, int absolute) =>
        _closed is not { } brace || island.Kind != SyntaxBlockKind.Stray
            || diagnostic.Descriptor != SyntaxDiagnostics.ClauseOutsideFramework
            || island.Tokens[island.Tokens.Length - 1].Kind != TokenKind.CloseBrace
            ? diagnostic
            : diagnostic with
            {
                Help = "Move the framework's closing brace behind it.",
                Fix = new Fix("Move the framework's '}' behind the clause",
                    [new TextEdit(brace, string.Empty),
                    new TextEdit(new TextSpan(absolute + island.Tokens[island.Tokens.Length - 1].End, 0), "\n}")]),
            };

    public SyntaxTree Build()
    {
        AddDeceptive();
        _diagnostics.Sort(Diagnostic.Compare);
        return new SyntaxTree(
            _file, _text, _islands.ToImmutable(), _frameworks.ToImmutable(), _declarations.ToImmutable(), _diagnostics.ToImmutable());
    }

    // Between tokens such a character has already been reported as misplaced.
    private void AddDeceptive()
    {
        List<Diagnostic> found = [.. DeceptiveText.FindIn(_file, _text, _islands)];
        if (found.Count == 0)
        {
            return;
        }

        var reported = new bool[_text.Length + 1];
        foreach (TextSpan span in _diagnostics.Where(d => d.Descriptor == SyntaxDiagnostics.UnknownCharacter).Select(d => d.Location.Span))
        {
            for (int i = span.Start; i < span.End; i++)
            {
                reported[i] = true;
            }
        }

        _diagnostics.AddRange(found.Where(d => !reported[d.Location.Span.Start]));
    }

    /// <summary>An island before it is parsed.</summary>
    /// <param name="Cut">Its tokens.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Offset">Where it starts in its stretch of code.</param>
    /// <param name="Findings">What the lexer found in it.</param>
    private sealed record Piece(Segment Cut, string Text, int Offset, List<LexicalFinding> Findings);
}
