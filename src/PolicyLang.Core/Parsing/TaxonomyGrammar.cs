using PolicyLang.Syntax;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>A taxonomy: a tree of names.</summary>
internal static class TaxonomyGrammar
{
    private static readonly Parser<NameSyntax> Name = DeclaredNameGrammar.NameOf(Declared.Taxonomy);
    private static readonly Parser<NameSyntax> NodeName = DeclaredNameGrammar.NameOf(Declared.Node);

    private static readonly Parser<TaxonomyNodeSyntax> Node = input =>
    {
        var at = new Cursor(input);
        NameSyntax name = at.Read(NodeName);
        IriLiteralSyntax? iri = at.ReadIf(TokenKind.Iri, LiteralGrammar.Iri);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        ReferenceSyntax? opposes = at.ReadAfter(TokenKind.OpposesWord, NameGrammar.Node);
        ImmutableArray<TaxonomyNodeSyntax> nodes = [];
        if (at.Accept(TokenKind.OpenBrace))
        {
            nodes = at.ReadWhile(static here => Keywords.IsWord(here.Kind), ReadNode);
            BraceGrammar.ReadClosing(ref at, Declared.Node);
        }

        var node = new TaxonomyNodeSyntax(name, iri, title, opposes, nodes, at.Span);
        at.Accept(TokenKind.Comma);
        return at.Success(node);
    };

    public static readonly Parser<DeclarationSyntax> Taxonomy = input =>
    {
        var at = new Cursor(input);
        Frame frame = Frame.Read(ref at);
        NameSyntax name = at.Read(Name);
        TextLiteralSyntax? title = at.ReadIf(TokenKind.Text, LiteralGrammar.Text);
        BraceGrammar.ReadOpening(ref at);
        ImmutableArray<TaxonomyNodeSyntax> nodes = at.ReadWhile(static here => Keywords.IsWord(here.Kind), ReadNode);
        BraceGrammar.ReadClosing(ref at, Declared.Taxonomy);
        return at.Success<DeclarationSyntax>(new TaxonomySyntax(name, title, nodes, frame.Documentation, frame.IsBroken, at.Span));
    };

    private static IResult<TaxonomyNodeSyntax> ReadNode(IInput input) =>
        Nested(input, Node, static span => new TaxonomyNodeSyntax(new NameSyntax(string.Empty, span), null, null, null, [], span));
}
