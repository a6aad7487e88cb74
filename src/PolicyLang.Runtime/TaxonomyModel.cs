namespace PolicyLang.Runtime;

/// <summary>A taxonomy: a graph of nodes without circles. Made by the compiler of policies; not meant to be written by hand.</summary>
public sealed class TaxonomyModel
{
    // Sparse enough that a look-up nearly always ends at its first entry.
    private const int PlacesPerNode = 4;

    // What marks a value that names nothing; the value itself is kept beside it.
    private const long Unknown = long.MinValue;

    private readonly int[]?[] _below;
    private readonly (int Number, int Place)[] _places;
    private int[][]? _parents;

    /// <summary>Makes a taxonomy.</summary>
    /// <param name="name">Its name in the policy files.</param>
    /// <param name="names">The nodes' names as the policy files write them; a node's place is its index here.</param>
    /// <param name="edges">For each node and each node right above it, the place of one and of the other; by node.</param>
    /// <param name="numbers">For each node the number of its enum member, which depends on its name alone and is never 0.</param>
    public TaxonomyModel(string name, string[] names, Ints edges, Ints numbers)
    {
        Name = name;
        Names = names;
        var pairs = new (int Node, int Parent)[edges.Length / 2];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (edges[2 * i], edges[(2 * i) + 1]);
        }

        Edges = pairs;
        Numbers = [.. numbers];
        _below = new int[]?[names.Length];
        int size = PlacesPerNode;
        while (size < names.Length * PlacesPerNode)
        {
            size *= 2;
        }

        _places = new (int, int)[size];
        for (int node = 0; node < numbers.Length; node++)
        {
            int at = numbers[node] & (size - 1);
            while (_places[at].Number != 0)
            {
                at = (at + 1) & (size - 1);
            }

            _places[at] = (numbers[node], node + 1);
        }
    }

    /// <summary>Its name in the policy files.</summary>
    public string Name { get; }

    /// <summary>The nodes' names as the policy files write them; a node's place is its index here.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>For each node and each node right above it, their places.</summary>
    public IReadOnlyList<(int Node, int Parent)> Edges { get; }

    /// <summary>For each node the number of its enum member.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>How a case keeps an enum member: 0 for none, else the place of its node and 1; negative for a number that is no
    /// member.</summary>
    /// <param name="number">The number of the enum member.</param>
    public long Keep(int number)
    {
        if (number == 0)
        {
            return 0;
        }

        (int Number, int Place)[] places = _places;
        int at = number & (places.Length - 1);
        while (places[at].Number != number)
        {
            if (places[at].Number == 0)
            {
                return Unknown | (uint)number;
            }

            at = (at + 1) & (places.Length - 1);
        }

        return places[at].Place;
    }

    /// <summary>The number of the enum member that a case keeps: the contrary of <see cref="Keep"/>.</summary>
    /// <param name="kept">What a case keeps.</param>
    public int NumberOf(long kept) => kept > 0 ? Numbers[(int)kept - 1] : unchecked((int)kept);

    /// <summary>The place of a node by its name; -1 for none.</summary>
    internal int Find(string name)
    {
        for (int node = 0; node < Names.Count; node++)
        {
            if (Names[node] == name)
            {
                return node;
            }
        }

        return -1;
    }

    /// <summary>The places of the nodes right above a node.</summary>
    /// <param name="node">The node's place.</param>
    internal int[] ParentsOf(int node)
    {
        int[][]? parents = Volatile.Read(ref _parents);
        if (parents is null)
        {
            parents = [.. Names.Select((_, own) => Edges.Where(e => e.Node == own).Select(e => e.Parent).ToArray())];
            Volatile.Write(ref _parents, parents);
        }

        return parents[node];
    }

    /// <summary>The places of a node and of all below it.</summary>
    /// <param name="node">The node's place.</param>
    internal int[] Below(int node)
    {
        int[]? below = Volatile.Read(ref _below[node]);
        if (below is null)
        {
            below = [.. Reach(node)];
            Volatile.Write(ref _below[node], below);
        }

        return below;
    }

    private HashSet<int> Reach(int node)
    {
        var reached = new HashSet<int>();
        var pending = new Stack<int>([node]);
        while (pending.Count > 0)
        {
            int next = pending.Pop();
            if (reached.Add(next))
            {
                foreach ((int child, int parent) in Edges)
                {
                    if (parent == next)
                    {
                        pending.Push(child);
                    }
                }
            }
        }

        return reached;
    }
}
