using System.Text;
using PolicyLang.Exchange.Rdf;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Workspaces;

namespace PolicyLang.Exchange.Odrl.Import;

/// <summary>The names that an imported file has to declare, beside those of the vocabulary that everybody has.</summary>
internal sealed class Declarations
{
    private readonly SemanticModel _usual = Workspace.Empty.Model;
    private readonly Dictionary<string, List<(string Name, List<string> Parents)>> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Taxonomy, string Key), string> _named = [];
    private readonly Dictionary<string, (string Range, bool Chosen, string? Title)> _attributes = new(StringComparer.Ordinal);

    /// <summary>Takes over what a document in our profile tells.</summary>
    public void Add(ImmutableArray<OdrlTerm> terms, ImmutableArray<OdrlAttribute> attributes)
    {
        foreach (OdrlTerm term in terms)
        {
            Declare(term.Taxonomy, term.Name, term.Broader);
            _named[(term.Taxonomy, Profile.Namespace + term.Name)] = term.Name;
            if (term.Iri is { } iri)
            {
                _named[(term.Taxonomy, iri)] = term.Name;
            }
        }

        foreach (OdrlAttribute attribute in attributes)
        {
            _attributes[attribute.Name] = (attribute.Range, attribute.Chosen, null);
        }
    }

    /// <summary>The range of an attribute: <c>flag</c>, <c>count</c>, <c>date</c>, a taxonomy, or <c>set of</c> one; null where there is
    /// none.</summary>
    public string? RangeOf(string attribute) =>
        _attributes.TryGetValue(attribute, out var own) ? own.Range : _usual.Attribute(attribute) is { } known
            ? known.Type switch
            {
                AttributeType.Flag => "flag",
                AttributeType.Count => "count",
                AttributeType.Date => "date",
                AttributeType.Node => known.Taxonomy?.Name,
                AttributeType.NodeSet => $"set of {known.Taxonomy?.Name}",
                _ => throw new System.Diagnostics.UnreachableException(),
            }
            : null;

    /// <summary>Declares an attribute, unless there is one of this name.</summary>
    public void DeclareAttribute(string name, string range, bool chosen = false, string? title = null)
    {
        if (RangeOf(name) is null)
        {
            _attributes.Add(name, (range, chosen, title));
        }
    }

    /// <summary>Whether a node is there, be it of the usual vocabulary or declared here.</summary>
    public bool Has(string taxonomy, string name) => Usual(taxonomy, name) is not null || Own(taxonomy, name) is not null;

    /// <summary>Declares a node below others.</summary>
    public void Declare(string taxonomy, string name, IEnumerable<string> parents)
    {
        if (!_nodes.TryGetValue(taxonomy, out List<(string, List<string>)>? nodes))
        {
            _nodes.Add(taxonomy, nodes = []);
        }

        if (Own(taxonomy, name) is { } own)
        {
            own.Parents.AddRange(parents.Except(own.Parents));
        }
        else
        {
            nodes.Add((name, [.. parents]));
        }
    }

    /// <summary>The name of a value in a taxonomy; a value that nobody knows is declared.</summary>
    public string Node(string taxonomy, RdfTerm value, MappedName? mapped)
    {
        string key = value switch { Iri iri => iri.Value, Literal text => text.Value, _ => "value" };
        if (_named.TryGetValue((taxonomy, key), out string? known))
        {
            return known;
        }

        string name = Known(taxonomy, key) ?? mapped?.Name ?? Fresh(taxonomy, key);
        if (!Has(taxonomy, name))
        {
            Declare(taxonomy, name, mapped?.In is { } above ? [above] : []);
            if (mapped?.In is { } parent && !Has(taxonomy, parent))
            {
                Declare(taxonomy, parent, []);
            }
        }

        _named[(taxonomy, key)] = name;
        return name;
    }

    /// <summary>The nodes right below one.</summary>
    public IEnumerable<string> Children(string taxonomy, string name) =>
        (Usual(taxonomy, name)?.Children.Select(c => c.Name) ?? [])
            .Concat(_nodes.GetValueOrDefault(taxonomy)?.Where(n => n.Parents.Contains(name)).Select(n => n.Name) ?? []).Distinct();

    /// <summary>The nodes of a taxonomy that lie below no other.</summary>
    public IEnumerable<string> Roots(string taxonomy)
    {
        var own = _nodes.GetValueOrDefault(taxonomy) ?? [];
        IEnumerable<string> usual = _usual.Taxonomies.TryGetValue(taxonomy, out TaxonomySymbol? known) ? known.Roots.Select(r =>
            r.Name) : [];
        return usual.Where(r => !own.Any(n => n.Name == r && IsBelow(n.Parents)))
            .Concat(own.Where(n => !IsBelow(n.Parents) && Usual(taxonomy, n.Name) is null).Select(n => n.Name)).Distinct();

        // An organisation may be under a place, which is of another taxonomy.
        bool IsBelow(List<string> parents) => parents.Any(p => Has(taxonomy, p));
    }

    /// <summary>Whether a duty to do something would forbid something else by itself.</summary>
    public bool Opposes(string action) => Opposes(action, []);

    /// <summary>A name in the form of the language.</summary>
    public static string Sanitize(string text)
    {
        string last = text.TrimEnd('/', '#').Split('/', '#')[^1];
        last = text.Contains("://", StringComparison.Ordinal) || last.Length == 0 ? last : text;
        var name = new StringBuilder();
        foreach (char c in last)
        {
            name.Append(char.IsAsciiLetterOrDigit(c) ? c : name.Length > 0 && name[^1] != '_' ? "_" : string.Empty);
        }

        string plain = name.ToString().TrimEnd('_');
        return plain.Length == 0 || !char.IsAsciiLetter(plain[0]) || Keywords.KindOf(plain) != TokenKind.Name ? $"v_{plain}".TrimEnd('_')
            : plain;
    }

    /// <summary>The declarations, one block each.</summary>
    public void Write(StringBuilder text)
    {
        foreach (var (taxonomy, nodes) in _nodes.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            switch (taxonomy)
            {
                case TaxonomySymbol.Organisations:
                    nodes.ForEach(n => text.Append($"organisation "
                        + $"{n.Name}{(n.Parents.Count == 0 ? string.Empty : $" under {string.Join(", ", n.Parents)}")}\n"));
                    break;
                case "bloc":
                    nodes.ForEach(n => text.Append($"bloc {n.Name} {{ }}\n"));
                    break;
                case TaxonomySymbol.Jurisdictions:
                    Jurisdictions(text, nodes);
                    break;
                default:
                    Taxonomy(text, taxonomy, nodes);
                    break;
            }

            text.Append('\n');
        }

        foreach (var (name, attribute) in _attributes)
        {
            string title = attribute.Title is { } told ? $" {Quote(told)}" : string.Empty;
            text.Append($"attribute {name} : {attribute.Range}{(attribute.Chosen ? " chosen" : string.Empty)}{title}\n");
        }

        text.Append(_attributes.Count > 0 ? "\n" : string.Empty);
    }

    /// <summary>A text in quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", _ when char.IsControl(c) => " ", _ => c.ToString() });
        }

        return quoted.Append('"').ToString();
    }

    // Each place that has others within it, or lies within none, once.
    private static void Jurisdictions(StringBuilder text, List<(string Name, List<string> Parents)> nodes)
    {
        IEnumerable<string> heads = nodes.Where(n => n.Parents.Count == 0).Select(n => n.Name).Concat(nodes.SelectMany(n =>
            n.Parents)).Distinct();
        foreach (string head in heads)
        {
            string[] within = [.. nodes.Where(n => n.Parents.Contains(head)).Select(n => n.Name)];
            text.Append(within.Length == 0 ? $"jurisdiction {head}\n" : $"jurisdiction {head} {{ {string.Join(' ', within)} }}\n");
        }
    }

    private static void Taxonomy(StringBuilder text, string taxonomy, List<(string Name, List<string> Parents)> nodes)
    {
        text.Append($"taxonomy {taxonomy} {{\n");
        var told = new HashSet<string>(StringComparer.Ordinal);
        var own = new HashSet<string>(nodes.Select(n => n.Name), StringComparer.Ordinal);
        IEnumerable<string> heads = nodes.Where(n => n.Parents.Count == 0).Select(n => n.Name)
            .Concat(nodes.SelectMany(n => n.Parents).Where(p => !own.Contains(p))).Distinct();
        foreach (string head in heads)
        {
            Tell(head);
        }

        text.Append("}\n");

        // What lies below a node is told where it is named first.
        void Tell(string name)
        {
            text.Append(name);
            string[] below = told.Add(name) ? [.. nodes.Where(n => n.Parents.Contains(name)).Select(n => n.Name)] : [];
            if (below.Length > 0)
            {
                text.Append(" { ");
                Array.ForEach(below, Tell);
                text.Append('}');
            }

            text.Append('\n');
        }
    }

    private string? Known(string taxonomy, string key)
    {
        if (key.StartsWith(Profile.Namespace, StringComparison.Ordinal))
        {
            return key[Profile.Namespace.Length..];
        }

        bool isPlace = taxonomy == TaxonomySymbol.Jurisdictions;
        string last = key.Split('/', '#', ':')[^1];
        if (isPlace && (key == last || key.Contains("country", StringComparison.OrdinalIgnoreCase)) && Countries.Two(last) is { } two)
        {
            return two;
        }

        return _usual.Taxonomies.TryGetValue(taxonomy, out TaxonomySymbol? known)
            ? known.Nodes.FirstOrDefault(n => n.Iri == key)?.Name ?? (key.Contains(':', StringComparison.Ordinal)
                ? null : known.Find(key)?.Name)
            : null;
    }

    // Two values that would be called the same are told apart by a number.
    private string Fresh(string taxonomy, string key)
    {
        string name = Sanitize(key);
        string free = name;
        for (int i = 2; Has(taxonomy, free); i++)
        {
            free = $"{name}_{i}";
        }

        return free;
    }

    private bool Opposes(string action, HashSet<string> seen) => seen.Add(action)
        && ((Usual("action", action) is { } node && node.Oppositions().Any())
            || (Own("action", action)?.Parents.Any(p => Opposes(p, seen)) ?? false));

    private NodeSymbol? Usual(string taxonomy, string name) =>
        _usual.Taxonomies.TryGetValue(taxonomy, out TaxonomySymbol? known) ? known.Find(name) : null;

    private (string Name, List<string> Parents)? Own(string taxonomy, string name) =>
        _nodes.GetValueOrDefault(taxonomy)?.Where(n => n.Name == name).Select(n => ((string, List<string>)?)n).FirstOrDefault();
}
