using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Turns the trees of a workspace into its model.</summary>
public static class Binder
{
    /// <param name="prelude">The prelude's trees.</param>
    /// <param name="files">The user's trees, in the order of their names.</param>
    /// <param name="principles">The principles of precedence, strongest first, where no file states them.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static SemanticModel Bind(IEnumerable<SyntaxTree> prelude, IEnumerable<SyntaxTree> files, ImmutableArray<Principle> principles, CancellationToken cancellation = default)
    {
        var nowhere = new Location(string.Empty, new SourceText(string.Empty), default);
        var jurisdictions = new TaxonomySymbol(TaxonomySymbol.Jurisdictions, nowhere) { Title = "Jurisdictions" };
        var scope = new BindingScope { Jurisdictions = jurisdictions };
        scope.Taxonomies.Add(jurisdictions.Name, jurisdictions);
        var declarations = new DeclarationCollector(scope);
        foreach (SyntaxTree tree in prelude)
        {
            declarations.Collect(tree, prelude: true);
        }

        foreach (SyntaxTree tree in files)
        {
            declarations.Collect(tree, prelude: false);
        }

        foreach (TaxonomySymbol taxonomy in scope.Taxonomies.Values)
        {
            taxonomy.Number();
        }

        BindOpposites(scope, declarations);
        var attributes = new AttributeBinder(scope);
        foreach ((AttributeSyntax syntax, Site site) in declarations.Attributes)
        {
            attributes.Bind(syntax, site);
        }

        var sets = new SetBinder(scope);
        var conditions = new ConditionBinder(scope, sets);
        new PlaceBinder(scope, sets, conditions).Bind(declarations);
        BindFrameworks(scope, sets, conditions, declarations, cancellation);
        BindParties(scope, sets, declarations);
        ImmutableArray<PrecedenceEdge> precedence = new PrecedenceChecker(scope).Check(declarations.Frameworks.SelectMany(f => f.Symbol.Clauses));
        var others = new DirectiveBinder(scope, sets, principles);
        others.Bind(declarations.Others);
        var scenarios = new ScenarioBinder(scope, sets);
        var clauses = new ClauseBinder(scope, sets, conditions);
        ImmutableArray<BoundScenario> boundScenarios = [.. declarations.Others.Select(o => o.Syntax is ScenarioSyntax s ? scenarios.Bind(s, o.Site) : null).OfType<BoundScenario>()];
        ImmutableArray<BoundCheck> checks = [.. declarations.Others.Select(o => o.Syntax is CheckSyntax c ? BindCheck(clauses, c, o.Site) : null).OfType<BoundCheck>()];
        return new SemanticModel
        {
            Taxonomies = scope.Taxonomies,
            Jurisdictions = jurisdictions,
            Attributes = [.. scope.Attributes.Values],
            Blocs = [.. declarations.Blocs.Select(b => b.Symbol)],
            Defines = [.. declarations.Defines.Select(d => d.Symbol)],
            Frameworks = [.. declarations.Frameworks.Select(f => f.Symbol)],
            Parties = [.. scope.Parties.Values],
            Organisations = [.. declarations.Organisations.Select(o => o.Symbol)],
            Precedence = precedence,
            Principles = others.Principles,
            Acknowledgements = others.Acknowledgements,
            Scenarios = boundScenarios,
            Checks = checks,
            References = [.. scope.References],
            Diagnostics = [.. scope.Diagnostics],
        };
    }

    private static BoundCheck? BindCheck(ClauseBinder clauses, CheckSyntax syntax, Site site)
    {
        Location head = site.Locate(syntax.Title is null ? syntax.Span : TextSpan.FromBounds(syntax.Span.Start, syntax.Title.Span.End));
        return clauses.BindPattern(syntax, site) is { } pattern
            ? new BoundCheck(syntax.Title?.Value ?? string.Empty, syntax.Quantifier, syntax.Outcome, pattern, site.Locate(syntax.Span), head)
            : null;
    }

    private static void BindOpposites(BindingScope scope, DeclarationCollector declarations)
    {
        foreach ((TaxonomyNodeSyntax syntax, NodeSymbol node, Site site) in declarations.Opposing)
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

    private static void BindFrameworks(BindingScope scope, SetBinder sets, ConditionBinder conditions, DeclarationCollector declarations, CancellationToken cancellation)
    {
        var frameworks = new FrameworkBinder(scope, sets);
        foreach ((FrameworkSymbol symbol, FrameworkUnit unit, SyntaxTree tree) in declarations.Frameworks)
        {
            frameworks.DeclareClauses(symbol, unit, tree);
        }

        foreach ((FrameworkSymbol symbol, FrameworkUnit unit, SyntaxTree tree) in declarations.Frameworks)
        {
            frameworks.BindProperties(symbol, unit, tree);
        }

        var clauses = new ClauseBinder(scope, sets, conditions);
        foreach ((FrameworkSymbol symbol, FrameworkUnit _, SyntaxTree tree) in declarations.Frameworks)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (ClauseSymbol clause in symbol.Clauses)
            {
                clauses.Bind(clause, new Site(tree, clause.Syntax.Offset));
            }
        }
    }

    private static void BindParties(BindingScope scope, SetBinder sets, DeclarationCollector declarations)
    {
        var parties = new PartyBinder(scope, sets);
        foreach ((PartySymbol symbol, PartySyntax syntax, Site site) in declarations.Parties)
        {
            parties.Bind(symbol, syntax, site);
        }

        foreach ((OrganisationSymbol symbol, OrganisationSyntax syntax, Site site) in declarations.Organisations)
        {
            parties.Bind(symbol, syntax, site);
        }

        new CycleFinder(scope).Check(declarations.Organisations.Select(o => o.Symbol));
    }
}
