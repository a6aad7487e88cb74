using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Exchange.Odrl.Export;

/// <summary>
/// The names that files declare, for whoever reads the export without them: nodes with those above them, attributes, organisations, blocs
/// that are legal orders. Given flags and counts that some constraint compares are known from there.
/// </summary>
internal sealed class TermText(Workspace workspace, OdrlNames names)
{
    /// <summary>A line for each name.</summary>
    /// <param name="used">The attributes and clocks that the exported rules speak of.</param>
    public ImmutableArray<string> Write(IReadOnlySet<string> used)
    {
        SemanticModel model = workspace.Model;
        SemanticModel usual = Workspace.Empty.Model;
        var known = new HashSet<string>(used.Concat(used.Select(f => ClockNames.Parse(f)?.Event).OfType<string>()), StringComparer.Ordinal);
        return
        [
            .. model.Taxonomies.Values.Where(t => !t.IsOrganisations).SelectMany(t => t.Nodes.Where(n => IsNew(n, usual))
                .Select(n => Term(t.Name, n.Name, n.Parents.Select(p => p.Name), n.Iri))),
            .. model.Organisations.Select(o => Term(TaxonomySymbol.Organisations, o.Name, o.Under.Select(u => u.Name), null)),
            .. model.Frameworks.Select(f => f.Authority).OfType<BlocSymbol>().Where(names.IsDeclared).Distinct()
                .Select(b => Term("bloc", b.Name, [], null)),
            .. model.Attributes.Where(a => names.IsDeclared(a) && !(IsPlain(a) && known.Contains(a.Name))).Select(Attribute),
        ];
    }

    private static bool IsNew(NodeSymbol node, SemanticModel usual) =>
        !usual.Taxonomies.TryGetValue(node.Taxonomy.Name, out TaxonomySymbol? taxonomy) || taxonomy.Find(node.Name) is not { } known
            || !known.Parents.Select(p => p.Name).SequenceEqual(node.Parents.Select(p => p.Name));

    private static bool IsPlain(AttributeSymbol attribute) =>
        !attribute.Chosen && attribute.Type is AttributeType.Flag or AttributeType.Count && !attribute.Chosen;

    private static string Term(string taxonomy, string name, IEnumerable<string> broader, string? iri)
    {
        string above = string.Join(", ", broader.Select(Json.Quote));
        return $"{{\"pl:taxonomy\": {Json.Quote(taxonomy)}, \"pl:name\": {Json.Quote(name)}"
            + (above.Length == 0 ? string.Empty : $", \"pl:broader\": [{above}]")
            + (iri is null ? "}" : $", \"pl:iri\": {Json.Quote(iri)}}}");
    }

    private static string Attribute(AttributeSymbol attribute)
    {
        string range = attribute.Type switch
        {
            AttributeType.Flag => "flag",
            AttributeType.Count => "count",
            AttributeType.Date => "date",
            AttributeType.Node => attribute.Taxonomy?.Name ?? string.Empty,
            AttributeType.NodeSet => $"set of {attribute.Taxonomy?.Name}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return $"{{\"pl:attribute\": {Json.Quote(attribute.Name)}, \"pl:range\": {Json.Quote(range)}"
            + (attribute.Chosen ? ", \"pl:chosen\": true}" : "}");
    }
}
