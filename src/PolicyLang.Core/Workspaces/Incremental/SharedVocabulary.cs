using PolicyLang.Syntax;

namespace PolicyLang.Workspaces.Incremental;

/// <summary>
/// Whether two snapshots differ in nothing but clauses, scenarios, acknowledgements and properties of frameworks that are not addressed to
/// States: the vocabulary, the parties, the checks and the frameworks are the same pieces of syntax in the same order. Their names then
/// mean the same things.
/// </summary>
internal static class SharedVocabulary
{
    public static bool IsUnchanged(ImmutableArray<SyntaxTree> before, ImmutableArray<SyntaxTree> now) =>
        before == now || Pieces(before).SequenceEqual(Pieces(now));

    private static IEnumerable<SyntaxNode> Pieces(ImmutableArray<SyntaxTree> trees) => trees.SelectMany(tree =>
        tree.Declarations.Select(d => (SyntaxNode)d.Node).Where(d => d is not (ScenarioSyntax or AcknowledgeSyntax))
            .Concat(tree.Frameworks.SelectMany(f => Properties(f).Prepend(f.Head.Node))));

    // Whom a treaty binds, and since when, decides which laws it is about.
    private static IEnumerable<SyntaxNode> Properties(FrameworkUnit framework) =>
        framework.Members.Any(m => m.Node is ClauseSyntax { Sentence: LawSentenceSyntax })
            ? framework.Members.Select(m => m.Node).OfType<PropertiesSyntax>()
            : [];
}
