using System.Diagnostics;
using System.Text;

namespace PolicyLang.Exchange.Graphs;

/// <summary>A graph of law in the language of Graphviz: <c>dot -Tsvg</c> draws it.</summary>
internal static class DotWriter
{
    /// <summary>The text, with LF line ends.</summary>
    public static string Write(LawGraph graph)
    {
        var text = new StringBuilder("digraph law {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n")
            .Append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
        int cluster = 0;
        foreach ((string framework, ImmutableArray<string> clauses) in graph.Frameworks)
        {
            text.Append($"  subgraph cluster_{cluster++} {{\n    label={Quote(framework)};\n");
            if (graph.Touches(framework))
            {
                text.Append($"    {Quote(framework)} [shape=folder];\n");
            }

            foreach (string clause in clauses)
            {
                text.Append($"    {Quote(clause)} [label={Quote(clause[(framework.Length + 1)..])}];\n");
            }

            text.Append("  }\n");
        }

        foreach (string party in graph.Parties)
        {
            text.Append($"  {Quote(LawGraph.PartyNode(party))} [label={Quote(party)}, shape=ellipse];\n");
        }

        foreach (GraphEdge edge in graph.Edges)
        {
            text.Append($"  {Quote(edge.FromNode)} -> {Quote(edge.To)} [label={Quote(edge.Label)}{Style(edge.Part)}];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Style(GraphParts part) => part switch
    {
        GraphParts.Precedence => string.Empty,
        GraphParts.Conflicts => ", color=red, style=dashed, dir=none",
        GraphParts.Parties => ", color=gray",
        _ => throw new UnreachableException(),
    };

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
