using PolicyLang.Syntax;

namespace PolicyLang.Library;

/// <summary>The names that a file declares, of whatever kind, but for clauses and parties.</summary>
internal static class DeclaredNames
{
    public static IEnumerable<string> In(SyntaxTree tree) =>
        tree.Frameworks.Select(f => f.Head.Node.Name).Concat(tree.Declarations.SelectMany(d => Of(d.Node)))
            .Where(name => !name.IsMissing).Select(name => name.Text);

    private static IEnumerable<NameSyntax> Of(DeclarationSyntax declaration) => declaration switch
    {
        TaxonomySyntax taxonomy => taxonomy.Nodes.SelectMany(Of),
        JurisdictionSyntax jurisdiction => jurisdiction.Parts.Select(p => p.Name).Prepend(jurisdiction.Name),
        AttributeSyntax attribute => [attribute.Name],
        BlocSyntax bloc => [bloc.Name],
        DatedListSyntax list => [list.Name],
        DefineSyntax define => [define.Name],
        OrganisationSyntax organisation => [organisation.Name],
        _ => [],
    };

    private static IEnumerable<NameSyntax> Of(TaxonomyNodeSyntax node) => node.Nodes.SelectMany(Of).Prepend(node.Name);
}
