using PolicyLang.Diagnostics;
using PolicyLang.Library;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Turns the trees of a workspace into its model.</summary>
internal static class Binder
{
    /// <param name="prelude">The prelude's trees.</param>
    /// <param name="files">The user's trees, in the order of their names.</param>
    /// <param name="principles">The principles of precedence, strongest first, where no file states them.</param>
    /// <param name="used">The trees of the law library that are used.</param>
    /// <param name="library">The law library; null where none is at hand.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static SemanticModel Bind(IEnumerable<SyntaxTree> prelude, IEnumerable<SyntaxTree> files, ImmutableArray<Principle> principles,
        IEnumerable<SyntaxTree>? used = null, LawCatalog? library = null, CancellationToken cancellation = default)
    {
        var nowhere = new Location(string.Empty, new SourceText(string.Empty), default);
        var jurisdictions = new TaxonomySymbol(TaxonomySymbol.Jurisdictions, nowhere) { Title = "Jurisdictions" };
        var scope = new BindingScope { Jurisdictions = jurisdictions, Library = library };
        scope.Taxonomies.Add(jurisdictions.Name, jurisdictions);
        var declarations = new DeclarationCollector(scope);
        FileBinding[] drafts =
            [.. prelude.Select(tree => declarations.Collect(tree, DeclarationOrigin.Prelude)),
            .. (used ?? []).Select(tree => declarations.Collect(tree, DeclarationOrigin.Library)),
            .. files.Select(tree => declarations.Collect(tree, DeclarationOrigin.Files))];
        var sets = new SetBinder(scope);
        var conditions = new ConditionBinder(scope, sets);
        Vocabulary ground = new VocabularyBinder(scope, sets, conditions).Bind(declarations, principles);
        ImmutableArray<BoundFile> parts = new LawBinder(scope, sets, conditions).Bind(drafts, cancellation);
        return WithoutCircles(scope, ground, parts);
    }

    /// <summary>Puts a model together, and takes out the claims to prevail that form circles.</summary>
    internal static SemanticModel WithoutCircles(BindingScope scope, Vocabulary ground, ImmutableArray<BoundFile> parts)
    {
        var notes = new BindingBag();
        scope.Notes = notes;
        ImmutableArray<PrecedenceEdge> precedence = new PrecedenceCycles(scope)
            .Remove([.. parts.SelectMany(p => p.Precedence), .. LawOfClaims.Expand(parts)]);
        return new SemanticModel(ground, parts, precedence, [.. notes.Diagnostics]);
    }
}
