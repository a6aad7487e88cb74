using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>
/// Makes a symbol for every declaration. What the user's files declare takes the place of what the prelude or the law library declares
/// under the same name; two declarations in the user's files are reported, but for taxonomies and parties, which add up.
/// </summary>
internal sealed class DeclarationCollector(BindingScope scope)
{
    // Of what stands in the prelude or the law library; everything else stands in the user's files.
    private readonly Dictionary<Symbol, DeclarationOrigin> _origins = [];
    private readonly HashSet<NodeSymbol> _declaredPlaces = [];
    private readonly HashSet<string> _replaceable = new(StringComparer.Ordinal);
    private readonly List<FileBinding> _lawOfLibrary = [];
    private DeclarationOrigin _origin;

    public List<(BlocSymbol Symbol, BlocSyntax Syntax, SyntaxContext Site)> Blocs { get; } = [];

    public List<(BlocSymbol Symbol, DatedListSyntax Syntax, SyntaxContext Site)> Lists { get; } = [];

    public List<(DefineSymbol Symbol, DefineSyntax Syntax, SyntaxContext Site)> Defines { get; } = [];

    public List<(OrganisationSymbol Symbol, OrganisationSyntax Syntax, SyntaxContext Site)> Organisations { get; } = [];

    public List<(AttributeSyntax Syntax, SyntaxContext Site)> Attributes { get; } = [];

    public List<(AttributeSyntax Syntax, SyntaxContext Site)> AttributesOfLibrary { get; } = [];

    public List<(TaxonomyNodeSyntax Syntax, NodeSymbol Node, SyntaxContext Site)> Opposing { get; } = [];

    public List<(AssumeSyntax Syntax, SyntaxContext Site)> Assumptions { get; } = [];

    public List<(ResolveSyntax Syntax, SyntaxContext Site)> Principles { get; } = [];

    /// <summary>The files of the law library that are used.</summary>
    public IEnumerable<string> FilesOfLibrary => _lawOfLibrary.Select(law => law.Tree.File);

    /// <summary>Enters the declarations of a file.</summary>
    /// <returns>Its law, which is to be bound when all names are known.</returns>
    public FileBinding Collect(SyntaxTree tree, DeclarationOrigin origin)
    {
        _origin = origin;
        var law = new FileBinding(tree);
        if (origin == DeclarationOrigin.Library)
        {
            _lawOfLibrary.Add(law);
        }

        foreach (PositionedNode<DeclarationSyntax> declaration in tree.Declarations)
        {
            Collect(declaration.Node, new SyntaxContext(tree, declaration.Offset), law);
        }

        BindingBag vocabulary = scope.Notes;
        scope.Notes = law.Notes;
        foreach (FrameworkUnit unit in tree.Frameworks)
        {
            CollectFramework(unit, law);
        }

        scope.Notes = vocabulary;
        return law;
    }

    private void Collect(DeclarationSyntax declaration, SyntaxContext site, FileBinding law)
    {
        switch (declaration)
        {
            case TaxonomySyntax taxonomy:
                CollectTaxonomy(taxonomy, site);
                break;
            case JurisdictionSyntax jurisdiction:
                CollectJurisdiction(jurisdiction, site);
                break;
            case AttributeSyntax attribute:
                (_origin == DeclarationOrigin.Library ? AttributesOfLibrary : Attributes).Add((attribute, site));
                break;
            case BlocSyntax bloc when Declare(scope.Blocs, new BlocSymbol(bloc.Name.Text, site.Locate(bloc.Name.Span), bloc.Supranational),
                bloc.Title, bloc) is { } symbol:
                RemoveEarlier(Blocs, b => b.Symbol.Name, symbol.Name);
                Blocs.Add((symbol, bloc, site));
                break;
            case DatedListSyntax list when Declare(scope.Lists,
                new BlocSymbol(list.Name.Text, site.Locate(list.Name.Span), supranational: false), list.Title, list) is { } symbol:
                RemoveEarlier(Lists, l => l.Symbol.Name, symbol.Name);
                Lists.Add((symbol, list, site));
                break;
            case DefineSyntax define when Declare(scope.Defines,
                new DefineSymbol(define.Name.Text, site.Locate(define.Name.Span), define.Condition is not null), null,
                define) is { } symbol:
                RemoveEarlier(Defines, d => d.Symbol.Name, symbol.Name);
                Defines.Add((symbol, define, site));
                break;
            case OrganisationSyntax organisation when Declare(scope.Organisations,
                new OrganisationSymbol(organisation.Name.Text, site.Locate(organisation.Name.Span)), organisation.Title,
                organisation) is { } symbol:
                Organisations.Add((symbol, organisation, site));
                break;
            case ResolveSyntax resolve:
                Principles.Add((resolve, site));
                break;
            case AssumeSyntax assumption:
                Assumptions.Add((assumption, site));
                break;
            case PartySyntax party:
                law.Declare(party, site, scope);
                break;
        }
    }

    // A file may declare again what others before it declare; looking for that each time would cost the square of the declarations.
    private void RemoveEarlier<T>(List<T> declared, Func<T, string> nameOf, string name)
    {
        if (_replaceable.Contains(name))
        {
            declared.RemoveAll(d => nameOf(d) == name);
        }
    }

    /// <summary>Enters a symbol, or reports that its name is taken and answers null.</summary>
    private T? Declare<T>(Dictionary<string, T> table, T symbol, TextLiteralSyntax? title, DeclarationSyntax syntax)
        where T : Symbol
    {
        if (symbol.Name.Length == 0)
        {
            return null;
        }

        if (table.TryGetValue(symbol.Name, out T? first) && OriginOf(first) >= _origin)
        {
            ReportDuplicate(symbol, first);
            return null;
        }

        if (first is not null && OriginOf(first) == DeclarationOrigin.Library)
        {
            _lawOfLibrary.ForEach(law => law.Frameworks.RemoveAll(f => ReferenceEquals(f.Symbol, first)));
            scope.Report(LibraryDiagnostics.TakesThePlace.Create(symbol.Location,
                $"'{symbol.Name}'{Titled(title?.Value)} takes the place of '{first.Name}'{Titled(first.Title)} of the law library.",
                "Give it another name, if the one of the library is to stay.",
                [new RelatedLocation(first.Location, "in the law library")]));
        }
        else if (first is not null)
        {
            Note(symbol.Location, first, $"'{symbol.Name}' takes the place of {first.Kind} of the vocabulary{Kept(first)}.",
                "Give it another name, if the one of the vocabulary is to stay.");
        }

        symbol.Title = title?.Value;
        symbol.Documentation = syntax.Documentation;
        symbol.HasErrors = syntax.IsBroken;
        table[symbol.Name] = scope.Refer(symbol, symbol.Location);
        if (_origin != DeclarationOrigin.Files)
        {
            _origins[symbol] = _origin;
            _replaceable.Add(symbol.Name);
        }

        return symbol;
    }

    private DeclarationOrigin OriginOf(Symbol symbol) =>
        _origins.TryGetValue(symbol, out DeclarationOrigin origin) ? origin : DeclarationOrigin.Files;

    // A node that is declared again elsewhere stays what it was at first.
    private void NoteOrigin(NodeSymbol node)
    {
        if (_origin != DeclarationOrigin.Files && !_origins.ContainsKey(node))
        {
            _origins.Add(node, _origin);
        }
    }

    private static string Titled(string? title) => title is null ? string.Empty : $" \"{title}\"";

    // What the drafter may not have meant: the vocabulary has the name already.
    private void Note(Location location, Symbol first, string message, string help) =>
        scope.Report(
            NameDiagnostics.DeclaredAnew.Create(location, message, help, [new RelatedLocation(first.Location, "in the vocabulary")]));

    private static string Kept(Symbol first) =>
        first is BlocSymbol { Supranational: true } ? ", whose law stands above that of its members" : string.Empty;

    private void ReportDuplicate(Symbol second, Symbol first) =>
        scope.Report(NameDiagnostics.Duplicate.Create(
            second.Location,
            $"'{second.Name}' is already declared as {first.Kind}.",
            "Give one of the two another name, or merge them.",
            [new RelatedLocation(first.Location, "first declared here")]));

    private void CollectFramework(FrameworkUnit unit, FileBinding law)
    {
        FrameworkSymbol symbol = law.Make(unit);
        if (Declare(scope.Frameworks, symbol, unit.Head.Node.Title, unit.Head.Node) is not null)
        {
            law.Frameworks.Add((symbol, unit));
        }
    }

    private void CollectJurisdiction(JurisdictionSyntax syntax, SyntaxContext site)
    {
        if (syntax.Name.IsMissing)
        {
            return;
        }

        NodeSymbol node = AddPlace(syntax.Name, syntax.Title, null, site, hasParts: !syntax.Parts.IsEmpty);
        node.Documentation ??= syntax.Documentation;
        foreach (JurisdictionPartSyntax part in syntax.Parts.Where(p => !p.Name.IsMissing))
        {
            AddPlace(part.Name, part.Title, node, site);
        }
    }

    // Names a node under another, or says which circle that would close.
    private void Link(NodeSymbol node, NodeSymbol? parent, Location location)
    {
        if (parent is not null && TaxonomySymbol.Link(node, parent) is { IsEmpty: false } circle)
        {
            scope.Report(NameDiagnostics.Cycle.Create(
                location,
                $"'{node.Name}' would lie below itself: {string.Join(" → ", circle.Append(node).Select(n => n.Name))}.",
                $"Take '{node.Name}' out of '{parent.Name}', or '{parent.Name}' out of what lies below '{node.Name}'."));
        }
    }

    private void NoteNode(NodeSymbol node, NodeSymbol? parent, Location location, bool hasChildren)
    {
        if (OriginOf(node) != DeclarationOrigin.Prelude || _origin == DeclarationOrigin.Prelude)
        {
            return;
        }

        bool moves = parent is not null && !node.Parents.Contains(parent);
        string what = moves
            ? $"it now lies below '{parent?.Name}', too"
            : hasChildren ? "what stands below it here is added to it" : "this adds nothing to it";
        Note(location, node, $"The vocabulary has '{node.Name}'; {what}.", "Give it another name, if another thing is meant.");
    }

    private NodeSymbol AddPlace(NameSyntax name, TextLiteralSyntax? title, NodeSymbol? parent, SyntaxContext site, bool hasParts = false)
    {
        Location location = site.Locate(name.Span);
        if (scope.Jurisdictions.Find(name.Text) is { } known)
        {
            // A place may be declared once, and named under others.
            bool again = parent is null ? !_declaredPlaces.Add(known) : known.Parents.Contains(parent);
            if (again && OriginOf(known) >= _origin)
            {
                ReportDuplicate(new NodeSymbol(name.Text, location, scope.Jurisdictions), known);
            }

            NoteNode(known, parent, location, hasParts);
            Link(known, parent, location);
            known.Title = title?.Value ?? known.Title;
            return scope.Refer(known, location);
        }

        NodeSymbol node = scope.Jurisdictions.Add(name.Text, location);
        Link(node, parent, location);
        if (parent is null)
        {
            _declaredPlaces.Add(node);
        }

        node.Title = title?.Value;
        NoteOrigin(node);
        return scope.Refer(node, location);
    }

    private void CollectTaxonomy(TaxonomySyntax syntax, SyntaxContext site)
    {
        if (syntax.Name.IsMissing)
        {
            return;
        }

        if (!scope.Taxonomies.TryGetValue(syntax.Name.Text, out TaxonomySymbol? taxonomy))
        {
            taxonomy = new TaxonomySymbol(syntax.Name.Text, site.Locate(syntax.Name.Span));
            scope.Taxonomies.Add(taxonomy.Name, taxonomy);
        }

        taxonomy.Title ??= syntax.Title?.Value;
        taxonomy.Documentation ??= syntax.Documentation;
        scope.Refer(taxonomy, site.Locate(syntax.Name.Span));
        var declaredHere = new Dictionary<(NodeSymbol? Parent, NodeSymbol Node), Location>();
        CollectNodes(syntax.Nodes, taxonomy, null, site, declaredHere);
    }

    private void CollectNodes(ImmutableArray<TaxonomyNodeSyntax> nodes, TaxonomySymbol taxonomy, NodeSymbol? parent, SyntaxContext site,
        Dictionary<(NodeSymbol? Parent, NodeSymbol Node), Location> declaredHere)
    {
        foreach (TaxonomyNodeSyntax syntax in nodes.Where(n => !n.Name.IsMissing))
        {
            Location location = site.Locate(syntax.Name.Span);
            NodeSymbol? known = taxonomy.Find(syntax.Name.Text);
            NodeSymbol node = known ?? taxonomy.Add(syntax.Name.Text, location);
            if (known is null)
            {
                NoteOrigin(node);
            }

            if (!declaredHere.ContainsKey((parent, node)))
            {
                NoteNode(node, parent, location, hasChildren: !syntax.Nodes.IsEmpty);
            }

            if (declaredHere.TryGetValue((parent, node), out Location? first))
            {
                string where = parent is null ? $"in the taxonomy '{taxonomy.Name}'" : $"under '{parent.Name}'";
                scope.Report(NameDiagnostics.Duplicate.Create(location, $"'{node.Name}' stands twice {where}.",
                    "Remove one of the two; a node may be named again under another one.", [new RelatedLocation(first, "first here")]));
            }
            else
            {
                declaredHere.Add((parent, node), location);
                Link(node, parent, location);
            }

            scope.Refer(node, location);
            node.Title ??= syntax.Title?.Value;
            node.Iri ??= syntax.Iri?.Value;
            if (syntax.Opposes is not null)
            {
                Opposing.Add((syntax, node, site));
            }

            CollectNodes(syntax.Nodes, taxonomy, node, site, declaredHere);
        }
    }
}
