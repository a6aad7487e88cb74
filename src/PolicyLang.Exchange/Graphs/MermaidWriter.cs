using System.Diagnostics;
using System.Text;

namespace PolicyLang.Exchange.Graphs;

/// <summary>A graph of law as a Mermaid flowchart, which many Markdown viewers draw.</summary>
internal static class MermaidWriter
{
    /// <summary>The text, with LF line ends.</summary>
    public static string Write(LawGraph graph)
    {
        var text = new StringBuilder("flowchart LR\n");
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        int number = 0;
        foreach ((string framework, ImmutableArray<string> clauses) in graph.Frameworks)
        {
            text.Append($"  subgraph f{number++} [{Quote(framework)}]\n");
            if (graph.Touches(framework))
            {
                text.Append($"    {Id(framework)}[/{Quote(framework)}/]\n");
            }

            foreach (string clause in clauses)
            {
                text.Append($"    {Id(clause)}[{Quote(clause[(framework.Length + 1)..])}]\n");
            }

            text.Append("  end\n");
        }

        foreach (string party in graph.Parties)
        {
            text.Append($"  {Id(LawGraph.PartyNode(party))}([{Quote(party)}])\n");
        }

        foreach (GraphEdge edge in graph.Edges)
        {
            text.Append($"  {Id(edge.FromNode)} {Arrow(edge.Part)}|{Quote(edge.Label)}| {Id(edge.To)}\n");
        }

        for (int i = 0; i < graph.Edges.Length; i++)
        {
            if (graph.Edges[i].Part == GraphParts.Conflicts)
            {
                text.Append($"  linkStyle {i} stroke:red\n");
            }
        }

        return text.ToString();

        string Id(string name)
        {
            if (!ids.TryGetValue(name, out string? id))
            {
                ids.Add(name, id = $"n{ids.Count}");
            }

            return id;
        }
    }

    private static string Arrow(GraphParts part) => part switch
    {
        GraphParts.Precedence => "-->",
        GraphParts.Conflicts => "-.-",
        GraphParts.Parties => "==>",
        _ => throw new UnreachableException(),
    };

    private static string Quote(string text) => $"\"{text.Replace("\"", "#quot;", StringComparison.Ordinal)}\"";
}
