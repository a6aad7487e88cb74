using System.Text;
using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Text;

internal static class VocabularyText
{
    public static string Of(LawModel law)
    {
        var text = new StringBuilder();
        foreach (TaxonomyModel taxonomy in law.Taxonomies)
        {
            if (taxonomy.Name == TaxonomyModel.Places)
            {
                foreach (NodeModel place in taxonomy.Nodes.Where(n => n.Parent is null && !n.InPrelude))
                {
                    List<string> parts = [.. taxonomy.Nodes.Where(n => n.Parent == place.Name).Select(n => n.Name)];
                    text.AppendLine($"jurisdiction {place.Name}{(parts.Count == 0 ? "" : $" {{ {string.Join(" ", parts)} }}")}");
                }
            }
            else if (taxonomy.Nodes.Any(n => !n.InPrelude))
            {
                text.AppendLine($"taxonomy {taxonomy.Name} {Nodes(taxonomy, null)}");
            }
        }

        foreach (AttributeModel a in law.Attributes.Where(a => !a.InPrelude))
        {
            string type = a.Type switch
            {
                AttributeType.Flag => "flag",
                AttributeType.Count => "count",
                AttributeType.Date => "date",
                AttributeType.Leaf => a.Taxonomy ?? "",
                _ => "set of " + a.Taxonomy,
            };
            text.AppendLine($"attribute {a.Name} : {type}{(a.Chosen ? " chosen" : "")}");
        }

        foreach (BlocModel bloc in law.Blocs)
        {
            string head = $"bloc {bloc.Name}{(bloc.Supranational ? " supranational" : "")}";
            text.AppendLine(bloc.Same is { } same
                ? $"{head} = {SetText.Of(same)}"
                : $"{head} {{ {string.Join(" ", bloc.Members.Select(m => $"{PolicyText.Names(m.Places)}{PolicyText.Part("since", m.Since)}{PolicyText.Part("until", m.Until)}{(m.When is null ? "" : $" when ({SetText.Of(m.When)})")}"))} }}");
        }

        foreach (DefineModel define in law.Defines)
        {
            text.AppendLine(define.Set is { } set ? $"define {define.Name} = {SetText.Of(set)}" : define.Condition is { } condition ? $"define {define.Name} as {SetText.Of(condition)}" : "");
        }

        return text.ToString();
    }

    private static string Nodes(TaxonomyModel taxonomy, string? parent)
    {
        // A node of the prelude is named again where something new lies below it.
        IEnumerable<NodeModel> nodes = taxonomy.Nodes.Where(n => n.Parent == parent && IsWritten(taxonomy, n));
        return "{ " + string.Join(" ", nodes.Select(n =>
            $"{n.Name}{(n.Opposes is null || n.InPrelude ? "" : " opposes " + n.Opposes)}{(taxonomy.Nodes.Any(m => m.Parent == n.Name && IsWritten(taxonomy, m)) ? " " + Nodes(taxonomy, n.Name) : "")}")) + " }";
    }

    private static bool IsWritten(TaxonomyModel taxonomy, NodeModel node) => !node.InPrelude || taxonomy.Nodes.Any(n => n.Parent == node.Name && IsWritten(taxonomy, n));
}
