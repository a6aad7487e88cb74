namespace PolicyLang.Regions;

/// <summary>A walk over nodes, which knows where it has been. No node may be made while it goes on.</summary>
/// <param name="visited">By the numbers of nodes, the last walk that came by.</param>
/// <param name="number">The number of this walk.</param>
internal readonly struct NodeWalk(int[] visited, int number)
{
    /// <summary>Comes by a node.</summary>
    /// <returns>Whether it is there for the first time.</returns>
    public bool Visit(Region node) => Visit(node.Id);

    /// <summary>Comes by the node with a number.</summary>
    /// <returns>Whether it is there for the first time.</returns>
    public bool Visit(int node)
    {
        ref int last = ref visited[node];
        if (last == number)
        {
            return false;
        }

        last = number;
        return true;
    }

    /// <summary>Begins walks, one after the other.</summary>
    internal sealed class Starter
    {
        private int[] _visited = [];
        private int _number;

        /// <summary>A walk over nodes whose numbers are below a limit. It ends every earlier one.</summary>
        public NodeWalk Begin(int limit)
        {
            if (_visited.Length < limit)
            {
                _visited = new int[Math.Max(limit, _visited.Length * 2)];
            }

            return new NodeWalk(_visited, ++_number);
        }
    }
}
