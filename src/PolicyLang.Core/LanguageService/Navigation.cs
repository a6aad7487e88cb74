using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>From a name to what it means, and to every other place that names it.</summary>
internal static class Navigation
{
    /// <summary>The name at a place, in a reference or a declaration; null where none stands there.</summary>
    public static NameReference? ReferenceAt(Workspace workspace, string file, int offset) =>
        workspace.Model.ReferencesIn(file)
            .Where(r => r.Span.Touches(offset))
            .OrderBy(r => r.Span.Length)
            .Select(r => (NameReference?)r)
            .FirstOrDefault();

    /// <summary>Where the name at a place is declared, in the prelude too; null where no name stands there.</summary>
    public static Location? Definition(Workspace workspace, string file, int offset) =>
        ReferenceAt(workspace, file, offset)?.Symbol.Location;

    /// <summary>Where the type of the thing at a place is declared: the taxonomy of a node, the framework of a clause, the jurisdiction or
    /// bloc of a party.</summary>
    public static Location? TypeDefinition(Workspace workspace, string file, int offset) =>
        ReferenceAt(workspace, file, offset)?.Symbol switch
    {
        NodeSymbol node => (node.Parent ?? (Symbol)node.Taxonomy).Location,
        AttributeSymbol { Taxonomy: { } taxonomy } => taxonomy.Location,
        ClauseSymbol clause => clause.Framework.Location,
        PartySymbol { Place: { } place } => place.Location,
        _ => null,
    };

    /// <summary>Every place that names a symbol, in the order of files and offsets.</summary>
    public static ImmutableArray<Location> References(Workspace workspace, Symbol symbol, bool declaration) =>
        [.. workspace.Model.References
            .Where(r => ReferenceEquals(r.Symbol, symbol))
            .Select(r => r.Location)
            .Append(symbol.Location)
            .Where(l => declaration || l != symbol.Location)
            .Distinct()
            .OrderBy(l => l, Comparer<Location>.Create(Location.Compare))];
}
