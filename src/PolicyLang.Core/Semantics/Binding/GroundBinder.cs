using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds the vocabulary of a workspace: what its law is written in.</summary>
internal sealed class GroundBinder(BindingScope scope, SetBinder sets, ConditionBinder conditions)
{
    /// <param name="declarations">The declarations of all files.</param>
    /// <param name="principles">The principles of precedence, strongest first, where no file states them.</param>
    public Ground Bind(DeclarationCollector declarations, ImmutableArray<Principle> principles)
    {
        foreach (TaxonomySymbol taxonomy in scope.Taxonomies.Values)
        {
            taxonomy.Number();
        }

        BindOpposites(declarations);
        var attributes = new AttributeBinder(scope);
        declarations.Attributes.ForEach(a => attributes.Bind(a.Syntax, a.Site));
        new PlaceBinder(scope, sets, conditions).Bind(declarations);
        var parties = new PartyBinder(scope, sets);
        declarations.Organisations.ForEach(o => parties.Bind(o.Symbol, o.Syntax, o.Site));
        new CycleFinder(scope).Check(declarations.Organisations.Select(o => o.Symbol));
        var stated = new PrincipleBinder(scope, principles);
        declarations.Principles.ForEach(p => stated.Bind(p.Syntax, p.Site));
        return new Ground
        {
            Taxonomies = scope.Taxonomies,
            Jurisdictions = scope.Jurisdictions,
            Attributes = scope.Attributes,
            Blocs = scope.Blocs,
            Defines = scope.Defines,
            Organisations = scope.Organisations,
            BlocsDeclared = [.. declarations.Blocs.Select(b => b.Symbol)],
            DefinesDeclared = [.. declarations.Defines.Select(d => d.Symbol)],
            Principles = stated.Principles,
            References = [.. scope.Notes.References],
            Diagnostics = [.. scope.Notes.Diagnostics],
        };
    }

    private void BindOpposites(DeclarationCollector declarations)
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
}
