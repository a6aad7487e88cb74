using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>From a general thing to what carries it out.</summary>
internal static class Implementations
{
    /// <summary>
    /// Of a framework, the frameworks that implement or replace it and the parties that adopt it; of a term, its narrower terms; of a bloc,
    /// its members; of an attribute or a definition, the clauses that use it.
    /// </summary>
    public static ImmutableArray<Location> Find(Workspace workspace, Symbol symbol)
    {
        SemanticModel model = workspace.Model;
        IEnumerable<Location> found = symbol switch
        {
            FrameworkSymbol framework =>
                model.Frameworks.Where(f => f.Implements.Contains(framework) || f.Replaces.Contains(framework)).Select(f => f.Location)
                .Concat(model.Parties.Where(p => p.Adoptions.Any(a => ReferenceEquals(a.Framework, framework))).Select(p => p.Location)),
            AttributeSymbol or DefineSymbol => Using(model, symbol),
            _ => Hierarchies.Below(model, symbol, null).Select(t => t.Term.Location),
        };
        return [.. found.Distinct().OrderBy(l => l, Comparer<Location>.Create(Location.Compare))];
    }

    private static IEnumerable<Location> Using(SemanticModel model, Symbol symbol)
    {
        ImmutableArray<Location> uses = [.. model.References.Where(r => ReferenceEquals(r.Symbol, symbol)).Select(r => r.Location)];
        return model.Clauses.Where(c => uses.Any(u => u.File == c.Whole.File && c.Whole.Span.Contains(u.Span))).Select(c => c.Location);
    }
}
