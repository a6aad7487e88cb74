using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Exchange.Odrl.Export;

/// <summary>What attributes and nodes are called in ODRL.</summary>
internal sealed class OdrlNames(Workspace workspace)
{
    private static readonly (string Prefix, string Namespace)[] Prefixes =
        [("dpv", Profile.Dpv), ("pd", Profile.Pd), ("pl", Profile.Namespace)];

    private readonly Dictionary<NodeSymbol, string> _iris = [];
    private readonly HashSet<string> _prelude = [.. workspace.Prelude.Select(t => t.File)];

    /// <summary>Whether something is declared in files, and not in the vocabulary that everybody has.</summary>
    public bool IsDeclared(Symbol symbol) => !_prelude.Contains(symbol.Location.File);

    /// <summary>The left operand of an attribute or clock.</summary>
    public static string Operand(string fact) => fact switch
    {
        BuiltInAttributes.Date => "dateTime",
        BuiltInAttributes.Purpose or BuiltInAttributes.Recipient => fact,
        BuiltInAttributes.Actor => $"pl:{Profile.Role}",
        _ => $"pl:{fact}",
    };

    /// <summary>The IRI of a node, short where a prefix fits.</summary>
    public string Of(NodeSymbol node)
    {
        string iri = Iri(node);
        foreach ((string prefix, string space) in Prefixes)
        {
            if (iri.StartsWith(space, StringComparison.Ordinal) && !iri.AsSpan(space.Length).ContainsAny('/', '#'))
            {
                return $"{prefix}:{iri[space.Length..]}";
            }
        }

        return iri;
    }

    private string Iri(NodeSymbol node)
    {
        if (!_iris.TryGetValue(node, out string? iri))
        {
            bool isOnly = node.Iri is { } own && node.Taxonomy.Nodes.Count(n => n.Iri == own) == 1;
            iri = isOnly && node.Iri is { } given ? given
                : node.Taxonomy.IsJurisdictions && !IsDeclared(node) && Countries.Three(node.Name) is { } three
                    ? Profile.Country + three
                    : Profile.Namespace + node.Name;
            _iris.Add(node, iri);
        }

        return iri;
    }
}
