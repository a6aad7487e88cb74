using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds the vocabulary of a workspace: what its law is written in.</summary>
internal sealed class VocabularyBinder(BindingScope scope, SetBinder sets, ConditionBinder conditions)
{
    /// <param name="declarations">The declarations of all files.</param>
    /// <param name="principles">The principles of precedence, strongest first, where no file states them.</param>
    public Vocabulary Bind(DeclarationCollector declarations, ImmutableArray<Principle> principles)
    {
        CollectOrganisations(declarations);
        foreach (TaxonomySymbol taxonomy in scope.Taxonomies.Values)
        {
            taxonomy.Number();
        }

        BindOpposites(declarations);
        var attributes = new AttributeBinder(scope);
        declarations.Attributes.ForEach(a => attributes.Bind(a.Syntax, a.Site, ofLibrary: false));
        declarations.AttributesOfLibrary.ForEach(a => attributes.Bind(a.Syntax, a.Site, ofLibrary: true));
        new TakenNames(scope).Check(declarations);
        new PlaceBinder(scope, sets, conditions).Bind(declarations);
        var parties = new PartyBinder(scope, sets);
        declarations.Organisations.ForEach(o => parties.Bind(o.Symbol, o.Syntax, o.Site));
        new CycleFinder(scope).Check(declarations.Organisations.Select(o => o.Symbol));
        var stated = new PrincipleBinder(scope, principles);
        declarations.Principles.ForEach(p => stated.Bind(p.Syntax, p.Site));
        return new Vocabulary
        {
            Taxonomies = scope.Taxonomies,
            Jurisdictions = scope.Jurisdictions,
            Attributes = scope.Attributes,
            Blocs = scope.Blocs,
            Lists = scope.Lists,
            Defines = scope.Defines,
            Organisations = scope.Organisations,
            Library = scope.Library,
            UsedFiles = [.. declarations.FilesOfLibrary],
            BlocsDeclared = [.. declarations.Blocs.Select(b => b.Symbol)],
            DefinesDeclared = [.. declarations.Defines.Select(d => d.Symbol)],
            Assumptions = [.. declarations.Assumptions.Select(a => Bind(a.Syntax, a.Site)).OfType<BoundAssumption>()],
            Principles = stated.Principles,
            PrinciplesOfOrders = stated.OfOrders,
            Clocks = scope.Notes.Clocks.ToImmutableDictionary(StringComparer.Ordinal),
            References = [.. scope.Notes.References],
            Diagnostics = [.. scope.Notes.Diagnostics],
        };
    }

    // An organisation lies below those that it is under; circles are reported where its orders are bound.
    private void CollectOrganisations(DeclarationCollector declarations)
    {
        var taxonomy = new TaxonomySymbol(TaxonomySymbol.Organisations, scope.Jurisdictions.Location) { Title = "Organisations" };
        scope.Taxonomies[taxonomy.Name] = taxonomy;
        foreach ((OrganisationSymbol symbol, OrganisationSyntax _, SyntaxContext _) in declarations.Organisations)
        {
            NodeSymbol node = taxonomy.Find(symbol.Name) ?? taxonomy.Add(symbol.Name, symbol.Location);
            node.Title = symbol.Title;
            ReportTaken(symbol);
        }

        foreach ((OrganisationSymbol symbol, OrganisationSyntax syntax, SyntaxContext _) in declarations.Organisations)
        {
            foreach (ReferenceSyntax above in syntax.Under)
            {
                if (taxonomy.Find(symbol.Name) is { } node && taxonomy.Find(above.Text) is { } parent && !ReferenceEquals(node, parent))
                {
                    TaxonomySymbol.Link(node, parent);
                }
            }
        }
    }

    // Subjects and 'of' tell organisations, roles and places apart by their names alone.
    private void ReportTaken(OrganisationSymbol symbol)
    {
        Symbol? other = scope.Jurisdictions.Find(symbol.Name) ?? (Symbol?)scope.Taxonomy("role")?.Find(symbol.Name)
            ?? (scope.Blocs.TryGetValue(symbol.Name, out BlocSymbol? bloc) ? bloc : null);
        if (other is not null)
        {
            scope.Report(NameDiagnostics.Duplicate.Create(symbol.Location, $"'{symbol.Name}' is already {other.Kind}.",
                "Give the organisation another name; organisations, roles and places stand in the same slots.",
                [new RelatedLocation(other.Location, "declared here")]));
        }
    }

    private BoundAssumption? Bind(AssumeSyntax syntax, SyntaxContext site)
    {
        sets.Failed = syntax.IsBroken;
        BoundCondition? condition = conditions.Bind(syntax.Condition, site);
        BoundCondition? implied = syntax.Implied is null ? null : conditions.Bind(syntax.Implied, site);
        return sets.Failed || condition is null
            ? null
            : new BoundAssumption(syntax.Title?.Value, condition, implied, site.Locate(syntax.Span));
    }

    private void BindOpposites(DeclarationCollector declarations)
    {
        foreach ((TaxonomyNodeSyntax syntax, NodeSymbol node, SyntaxContext site) in declarations.Opposing)
        {
            if (syntax.Opposes is not { IsMissing: false } opposes)
            {
                continue;
            }

            Location location = site.Locate(opposes.Span);
            if (node.Taxonomy.Find(opposes.Text) is { } other)
            {
                node.Opposes = scope.Refer(other, location);
            }
            else
            {
                scope.ReportMissing(opposes.Text, location, $"a {node.Taxonomy.Name}", node.Taxonomy.NodeNames);
            }
        }
    }
}
