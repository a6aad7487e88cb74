using PolicyLang.Oracle.Model;
using PolicyLang.Syntax;

namespace PolicyLang.Oracle.Tests.Reading;

/// <summary>Reads taxonomies, places and blocs.</summary>
internal static class VocabularyReader
{
    /// <summary>A taxonomy may be declared in several parts; a node that is named again may lie below another one, too.</summary>
    public static ImmutableArray<TaxonomyModel> Taxonomies(ImmutableArray<SyntaxTree> trees)
    {
        var taxonomies = new Dictionary<string, List<NodeModel>>();
        foreach (DeclarationSyntax declaration in trees.SelectMany(t => t.Declarations).Select(d => d.Node))
        {
            switch (declaration)
            {
                case TaxonomySyntax taxonomy:
                    Add(Of(taxonomies, taxonomy.Name.Text), taxonomy.Nodes, null);
                    break;
                case JurisdictionSyntax jurisdiction:
                    List<NodeModel> places = Of(taxonomies, TaxonomyModel.Places);
                    Add(places, jurisdiction.Name.Text);
                    foreach (JurisdictionPartSyntax part in jurisdiction.Parts)
                    {
                        Add(places, part.Name.Text, jurisdiction.Name.Text);
                    }

                    break;
            }
        }

        return [.. taxonomies.Select(t => new TaxonomyModel(t.Key, [.. t.Value]))];
    }

    public static BlocModel Bloc(BlocSyntax bloc, ConditionReader conditions) =>
        new(bloc.Name.Text, bloc.Supranational, Members(bloc.Entries, conditions), bloc.Expression is null ? null : (ListSet)SetReader.Read(bloc.Expression));

    public static BlocModel List(DatedListSyntax list, ConditionReader conditions) =>
        new(list.Name.Text, false, Members(list.Entries, conditions)) { Taxonomy = list.TypeName.Text };

    private static ImmutableArray<MemberModel> Members(ImmutableArray<BlocEntrySyntax> entries, ConditionReader conditions) =>
        [.. entries.Select(e => new MemberModel(SetReader.Names(e.Members), SetReader.Day(e.Since), SetReader.Day(e.Until), conditions.Optional(e.When)))];

    private static List<NodeModel> Of(Dictionary<string, List<NodeModel>> taxonomies, string name)
    {
        if (!taxonomies.TryGetValue(name, out List<NodeModel>? nodes))
        {
            taxonomies[name] = nodes = [];
        }

        return nodes;
    }

    private static void Add(List<NodeModel> to, ImmutableArray<TaxonomyNodeSyntax> nodes, string? parent)
    {
        foreach (TaxonomyNodeSyntax node in nodes)
        {
            Add(to, node.Name.Text, parent, node.Opposes?.Text);
            Add(to, node.Nodes, node.Name.Text);
        }
    }

    private static void Add(List<NodeModel> to, string name, string? parent = null, string? opposes = null)
    {
        int known = to.FindIndex(n => n.Name == name);
        ImmutableArray<string> parents = parent is null ? [] : [parent];
        if (known < 0)
        {
            to.Add(new NodeModel(name, parents) { Opposes = opposes });
        }
        else
        {
            to[known] = to[known] with { Parents = [.. to[known].Parents.Union(parents)], Opposes = to[known].Opposes ?? opposes };
        }
    }
}
