using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>What a thing in the outline is.</summary>
internal enum OutlineKind
{
    Framework,
    Clause,
    Party,
    Place,
    Vocabulary,
    Attribute,
    Definition,
    Scenario,
}

/// <summary>A declaration in the outline of a file.</summary>
/// <param name="Name">Its name, or its title where it has no name.</param>
/// <param name="Detail">Its title, or the article that it renders.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Span">All of it.</param>
/// <param name="NameSpan">Its name.</param>
/// <param name="Children">What it holds.</param>
internal sealed record OutlineItem(
    string Name, string Detail, OutlineKind Kind, TextSpan Span, TextSpan NameSpan, ImmutableArray<OutlineItem> Children)
{
    /// <summary>How far the drafting of a clause is; null where it does not say, and for everything else.</summary>
    public ClauseStatus? Status { get; init; }
}

/// <summary>The declarations of a file. Asks for the tree alone, so that it never waits for what the names mean.</summary>
internal static class Outline
{
    /// <summary>In text order.</summary>
    public static ImmutableArray<OutlineItem> Build(SyntaxTree tree) =>
        [.. tree.Frameworks.Select(Framework).Concat(tree.Declarations.Select(Declaration).OfType<OutlineItem>())
            .OrderBy(i => i.Span.Start)];

    /// <summary>Every declaration of the user's files whose name or title holds the letters of a query, in their order.</summary>
    public static IEnumerable<(string File, OutlineItem Item, string Container)> Find(Workspace workspace, string query) =>
        from tree in workspace.Trees
        from item in Build(tree)
        from found in item.Children.Select(c => (Item: c, Container: item.Name)).Prepend((Item: item, Container: string.Empty))
        where Matches(found.Item.Name, query) || Matches(found.Item.Detail, query)
        select (tree.File, found.Item, found.Container);

    private static bool Matches(string text, string query)
    {
        int at = 0;
        foreach (char c in query)
        {
            at = text.IndexOf(c.ToString(), at, StringComparison.OrdinalIgnoreCase) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static OutlineItem Framework(FrameworkUnit unit)
    {
        FrameworkHeadSyntax head = unit.Head.Node;
        return new OutlineItem(
            Name(head.Name), head.Title?.Value ?? string.Empty, OutlineKind.Framework, unit.Span, unit.Head.Absolute(head.Name.Span),
            [.. unit.Members.Select(Clause).OfType<OutlineItem>()]);
    }

    private static OutlineItem? Clause(PositionedNode<FrameworkMemberSyntax> member) => member.Node is ClauseSyntax clause
        ? new OutlineItem(Name(clause.Name), clause.Title?.Value ?? clause.Cites?.Value ?? string.Empty, OutlineKind.Clause,
            member.Absolute(clause.Span), member.Absolute(clause.Name.Span), [])
        { Status = ClauseStatus.Of(clause.Documentation) }
        : null;

    private static OutlineItem? Declaration(PositionedNode<DeclarationSyntax> placed)
    {
        (OutlineKind Kind, NameSyntax? Name, TextLiteralSyntax? Title)? described = placed.Node switch
        {
            PartySyntax party => (OutlineKind.Party, party.Name, party.Title),
            OrganisationSyntax organisation => (OutlineKind.Party, organisation.Name, organisation.Title),
            JurisdictionSyntax jurisdiction => (OutlineKind.Place, jurisdiction.Name, jurisdiction.Title),
            BlocSyntax bloc => (OutlineKind.Place, bloc.Name, bloc.Title),
            TaxonomySyntax taxonomy => (OutlineKind.Vocabulary, taxonomy.Name, taxonomy.Title),
            AttributeSyntax attribute => (OutlineKind.Attribute, attribute.Name, attribute.Title),
            DefineSyntax define => (OutlineKind.Definition, define.Name, null),
            ScenarioSyntax scenario => (OutlineKind.Scenario, null, scenario.Title),
            CheckSyntax check => (OutlineKind.Scenario, null, check.Title),
            _ => null,
        };
        if (described is not { } known)
        {
            return null;
        }

        TextSpan name = known.Name?.Span ?? known.Title?.Span ?? new TextSpan(placed.Node.Span.Start, 0);
        return new OutlineItem(
            known.Name is { } text ? Name(text) : known.Title?.Value is { Length: > 0 } title ? title : "(no title)",
            known.Name is null ? string.Empty : known.Title?.Value ?? string.Empty,
            known.Kind, placed.Absolute(placed.Node.Span), placed.Absolute(name), []);
    }

    private static string Name(NameSyntax name) => name.Text.Length > 0 ? name.Text : "(no name)";
}
