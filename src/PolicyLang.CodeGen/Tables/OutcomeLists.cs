namespace PolicyLang.CodeGen.Tables;

/// <summary>The lists of items that outcomes leave to be asked one by one.</summary>
internal sealed class OutcomeLists(DiagramStore store)
{
    private readonly List<OutcomeItem[]> _lists = [];
    private readonly Dictionary<NodeKey, int> _known = [];
    private readonly Dictionary<int, int> _places = [];
    private int _next;

    /// <summary>The terminal that stands for a list.</summary>
    public DiagramNode Terminal(OutcomeItem[] items)
    {
        NodeKey key = OutcomeBuilder.KeyOf(items);
        if (!_known.TryGetValue(key, out int number))
        {
            number = _lists.Count;
            _lists.Add(items);
            _known.Add(key, number);
        }

        return store.Terminal(Effects.FirstList + number);
    }

    /// <summary>The items that a terminal stands for; none for an outcome.</summary>
    public IReadOnlyList<OutcomeItem> ItemsOf(DiagramNode terminal) =>
        terminal.Terminal >= Effects.FirstList ? _lists[terminal.Terminal - Effects.FirstList] : [];

    /// <summary>What a terminal is in tables: an outcome, or the place of a list.</summary>
    public int Says(DiagramNode terminal)
    {
        if (terminal.Terminal < Effects.FirstList)
        {
            return terminal.Terminal;
        }

        int list = terminal.Terminal - Effects.FirstList;
        if (!_places.TryGetValue(list, out int place))
        {
            place = _next;
            _next += 1 + (3 * _lists[list].Length);
            _places.Add(list, place);
            Used.Add(_lists[list]);
        }

        return Effects.FirstList + place;
    }

    /// <summary>The lists that terminals in tables refer to, in the order of their places.</summary>
    public List<OutcomeItem[]> Used { get; } = [];
}
