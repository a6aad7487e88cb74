using PolicyLang.Syntax;

namespace PolicyLang.Workspaces;

/// <summary>
/// Whether two snapshots differ in nothing but clauses, scenarios and acknowledgements: the vocabulary, the parties, the checks, and the
/// frameworks with their properties are the same pieces of syntax in the same order. Their names then mean the same things.
/// </summary>
internal static class CommonGround
{
    public static bool Have(ImmutableArray<SyntaxTree> before, ImmutableArray<SyntaxTree> now) => before == now || Of(before).SequenceEqual(Of(now));

    private static IEnumerable<SyntaxNode> Of(ImmutableArray<SyntaxTree> trees) => trees.SelectMany(tree =>
        tree.Declarations.Select(d => (SyntaxNode)d.Node).Where(d => d is not (ScenarioSyntax or AcknowledgeSyntax))
            .Concat(tree.Frameworks.SelectMany(f => f.Members.Select(m => m.Node).Where(m => m is not ClauseSyntax).Prepend<SyntaxNode>(f.Head.Node))));
}
