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
                foreach (NodeModel place in taxonomy.Nodes.Where(n => n.Parents.IsEmpty && !n.InPrelude))
                {
                    text.AppendLine($"jurisdiction {place.Name}{Parts(taxonomy, place)}");
                }

                // A part that has parts of its own is named once more, with them.
                foreach (NodeModel place in taxonomy.Nodes.Where(n => !n.Parents.IsEmpty && taxonomy.Nodes.Any(m => m.Parents.Contains(n.Name))))
                {
                    text.AppendLine($"jurisdiction {place.Name}{Parts(taxonomy, place)}");
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
            text.AppendLine($"attribute {a.Name} : {type}{(a.Chosen ? " chosen" : "")}{(a.IsSelfJudged ? " self-judged" : "")}");
        }

        foreach (BlocModel bloc in law.Blocs)
        {
            string head = bloc.IsBloc ? $"bloc {bloc.Name}{(bloc.Supranational ? " supranational" : "")}" : $"list {bloc.Name} : {bloc.Taxonomy}";
            text.AppendLine(bloc.Same is { } same
                ? $"{head} = {SetText.Of(same)}"
                : $"{head} {{ {string.Join(" ", bloc.Members.Select(m => $"{PolicyText.Names(m.Names)}{PolicyText.Part("since", m.Since)}{PolicyText.Part("until", m.Until)}{(m.When is null ? "" : $" when ({SetText.Of(m.When)})")}"))} }}");
        }

        foreach (DefineModel define in law.Defines)
        {
            text.AppendLine(define.Set is { } set ? $"define {define.Name} = {SetText.Of(set)}" : define.Condition is { } condition ? $"define {define.Name} as {SetText.Of(condition)}" : "");
        }

        foreach (AssumptionModel assumption in law.Assumptions)
        {
            text.AppendLine(assumption.Implied is { } implied ? $"assume ({SetText.Of(assumption.Condition)}) implies {SetText.Of(implied)}" : $"assume never {SetText.Of(assumption.Condition)}");
        }

        return text.ToString();
    }

    private static string Parts(TaxonomyModel places, NodeModel place)
    {
        List<string> parts = [.. places.Nodes.Where(n => n.Parents.Contains(place.Name)).Select(n => n.Name)];
        return parts.Count == 0 ? "" : $" {{ {string.Join(" ", parts)} }}";
    }

    // A node of the prelude is named again where something new lies below it, and a node with several parents below each of them; what lies
    // below it stands where it is named first.
    private static string Nodes(TaxonomyModel taxonomy, string? parent)
    {
        IEnumerable<NodeModel> nodes = taxonomy.Nodes.Where(n => (parent is null ? n.Parents.IsEmpty : n.Parents.Contains(parent)) && IsWritten(taxonomy, n));
        return "{ " + string.Join(" ", nodes.Select(n =>
        {
            bool first = parent is null || n.Parents[0] == parent;
            string opposes = n.Opposes is null || n.InPrelude || !first ? "" : " opposes " + n.Opposes;
            return $"{n.Name}{opposes}{(first && taxonomy.Nodes.Any(m => m.Parents.Contains(n.Name) && IsWritten(taxonomy, m)) ? " " + Nodes(taxonomy, n.Name) : "")}";
        })) + " }";
    }

    private static bool IsWritten(TaxonomyModel taxonomy, NodeModel node) => !node.InPrelude || taxonomy.Nodes.Any(n => n.Parents.Contains(node.Name) && IsWritten(taxonomy, n));
}
