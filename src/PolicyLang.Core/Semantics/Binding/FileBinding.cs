using PolicyLang.Syntax;

namespace PolicyLang.Semantics.Binding;

/// <summary>The law in one file while it is being bound.</summary>
internal sealed class FileBinding(SyntaxTree tree)
{
    public SyntaxTree Tree => tree;

    public BindingBag Notes { get; } = new();

    public List<(FrameworkSymbol Symbol, FrameworkUnit Unit)> Frameworks { get; } = [];

    public List<(PartySymbol Symbol, PartySyntax Syntax, SyntaxContext Site)> Parties { get; } = [];

    /// <summary>The symbol of a framework of this file.</summary>
    public FrameworkSymbol Make(FrameworkUnit unit)
    {
        FrameworkHeadSyntax head = unit.Head.Node;
        return new FrameworkSymbol(head.Name.Text, new SyntaxContext(tree, unit.Head.Offset).Locate(head.Name.Span))
        {
            Title = head.Title?.Value,
            Documentation = head.Documentation,
            HasErrors = head.IsBroken,
        };
    }

    /// <summary>Enters a party, which other declarations may speak of too.</summary>
    public void Declare(PartySyntax syntax, SyntaxContext site, BindingScope scope)
    {
        if (syntax.Name.IsMissing)
        {
            return;
        }

        if (!scope.Parties.TryGetValue(syntax.Name.Text, out PartySymbol? party))
        {
            party = new PartySymbol(syntax.Name.Text, site.Locate(syntax.Name.Span))
            { Title = syntax.Title?.Value, Documentation = syntax.Documentation };
            scope.Parties.Add(party.Name, party);
        }

        Notes.References.Add(new NameReference(site.Locate(syntax.Name.Span), party));
        Parties.Add((party, syntax, site));
    }
}
