using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A stretch of text and the kind of thing that it is.</summary>
/// <param name="Span">The stretch; on one line.</param>
/// <param name="Type">An index into <see cref="SemanticTokens.Types"/>.</param>
/// <param name="Modifiers">Bits, the lowest for the first of <see cref="SemanticTokens.Modifiers"/>.</param>
internal readonly record struct SemanticToken(TextSpan Span, int Type, int Modifiers = 0);

/// <summary>Colours for names by what they mean, and for the words of the language.</summary>
internal static class SemanticTokens
{
    /// <summary>The names of the types, by index, in the protocol's terms.</summary>
    public static ImmutableArray<string> Types { get; } =
        ["keyword", "namespace", "function", "enum", "enumMember", "property", "variable", "type", "string", "number"];

    /// <summary>
    /// The names of the modifiers, by bit. Words of force (may, must, must not …) are keywords of a sort of their own: who knows only the
    /// types of the protocol sees keywords.
    /// </summary>
    public static ImmutableArray<string> Modifiers { get; } = ["modality"];

    /// <summary>The tokens of a file, in text order.</summary>
    public static ImmutableArray<SemanticToken> Classify(Workspace workspace, SyntaxTree tree)
    {
        var names = new Dictionary<int, SemanticToken>();
        foreach (NameReference reference in workspace.Model.ReferencesIn(tree.File))
        {
            names[reference.Location.Span.Start] = new SemanticToken(reference.Location.Span, TypeOf(reference.Symbol));
        }

        var tokens = new List<SemanticToken>();
        int offset = 0;
        foreach (SyntaxBlock island in tree.Islands)
        {
            bool modality = false;
            foreach (Token token in island.Tokens)
            {
                var span = new TextSpan(offset + token.Start, token.Length);
                int type = names.TryGetValue(span.Start, out SemanticToken named) && named.Span == span
                    ? named.Type
                    : LexicalType(token.Kind);
                modality = type == 0 && SaysForce(token.Kind, modality);
                if (type >= 0 && token.Length > 0)
                {
                    tokens.Add(new SemanticToken(span, type, modality ? 1 : 0));
                }
            }

            offset += island.Text.Length;
        }

        return [.. tokens.Where(t => tree.Text.PositionOf(t.Span.Start).Line == tree.Text.PositionOf(t.Span.End).Line)];
    }

    // "not", "only" and a law-making verb belong to the modal word before them.
    private static bool SaysForce(TokenKind kind, bool after) =>
        kind is TokenKind.MayWord or TokenKind.MustWord or TokenKind.NeedWord or TokenKind.ShouldWord
        || (after && kind is TokenKind.NotWord or TokenKind.OnlyWord or TokenKind.AllowWord or TokenKind.ProhibitWord
            or TokenKind.RequireWord);

    private static int LexicalType(TokenKind kind) => kind switch
    {
        > TokenKind.Name or TokenKind.SelfJudged => 0,
        TokenKind.Text or TokenKind.Iri => 8,
        TokenKind.Number or TokenKind.Date => 9,
        _ => -1,
    };

    private static int TypeOf(Symbol symbol) => symbol switch
    {
        FrameworkSymbol => 1,
        ClauseSymbol => 2,
        TaxonomySymbol => 3,
        NodeSymbol { Taxonomy.IsJurisdictions: true } or BlocSymbol or OrganisationSymbol or PartySymbol => 7,
        NodeSymbol => 4,
        AttributeSymbol => 5,
        _ => 6,
    };
}
