namespace PolicyLang.Runtime;

/// <summary>A changed value: of a variable, or of one element of a set.</summary>
internal readonly record struct ValueChange(int Variable, int Element, long Value);

/// <summary>
/// Finds every minimal set of changes to the values of a case that leads to what a diagram wants: no proper part of such a set does.
/// For numbers, the nearest value of each stretch that leads to the same place stands for the stretch.
/// </summary>
internal sealed class ChangeSearch
{
    /// <summary>The set of no changes.</summary>
    public const int Nothing = 0;

    /// <summary>Sets beyond this number are not looked for.</summary>
    private const int MostSets = 20_000;

    // Of more changes not every part is looked at.
    private const int MostParts = 8;

    // A variable of more values is a number.
    private const long MostListed = 1 << 12;

    // All changes of a set, however many.
    private const int Whole = -1;

    private readonly PolicyModel _model;
    private readonly ChoiceDiagram _diagram;
    private readonly TaxonomyStretch _taxonomy;
    private readonly Comparison<int> _order;

    // A set is a change and a smaller set; those of a node adjoin.
    private readonly List<ChangeSet> _links = [];
    private readonly List<int> _sets = [];
    private readonly List<(int First, int Count)> _known = [];
    private readonly List<long> _candidates = [];
    private readonly List<bool> _isMinimal = [];
    private readonly List<ValueChange> _changes = [];
    private readonly List<int> _found = [];

    public ChangeSearch(PolicyModel model, ChoiceDiagram diagram)
    {
        _model = model;
        _diagram = diagram;
        _taxonomy = new TaxonomyStretch(diagram);
        _order = Compare;
    }

    /// <summary>Whether there were not too many to find.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The minimal sets: fewest changes first, then in the order of variables and values.</summary>
    /// <param name="goal">The root of the diagram.</param>
    public List<int> Find(int goal)
    {
        IsComplete = true;
        _links.Clear();
        _links.Add(default);
        _sets.Clear();
        _sets.Add(Nothing);
        _known.Clear();
        _known.Add((0, 0));
        _known.Add((0, 1));
        while (_known.Count < _diagram.Count)
        {
            _known.Add((-1, 0));
        }

        (int first, int count) = From(goal);
        _found.Clear();
        for (int i = first; i < first + count; i++)
        {
            _found.Add(_sets[i]);
        }

        _found.Sort(_order);
        return _found;
    }

    /// <summary>The first change of a set, and the set of the others.</summary>
    public ChangeSet Set(int set) => _links[set];

    private (int First, int Count) From(int at)
    {
        if (_known[at].First >= 0)
        {
            return _known[at];
        }

        ChoiceNode node = _diagram.Node(at);
        long current = _diagram.ValueIn(node);
        int stay = _diagram.Child(node, current);
        (int First, int Count) unchanged = From(stay);
        CaseAttribute attribute = _model.AttributeOf(node.Variable);
        bool mayChange = attribute.Name != CaseModel.Action;
        for (int i = 0; i < node.Count && mayChange; i++)
        {
            From(_diagram.Edge(node, i).Child);
        }

        int first = _sets.Count;
        for (int i = 0; i < unchanged.Count; i++)
        {
            _sets.Add(_sets[unchanged.First + i]);
        }

        if (mayChange)
        {
            _taxonomy.Begin(node, attribute);
            for (int i = 0; i < node.Count; i++)
            {
                if (_diagram.Edge(node, i).Child != stay)
                {
                    AddChanged(node, attribute, i, current, first, unchanged.Count);
                }
            }
        }

        return _known[at] = (first, _sets.Count - first);
    }

    private void AddChanged(in ChoiceNode node, CaseAttribute attribute, int edge, long current, int first, int unchanged)
    {
        (int First, int Count) rest = _known[_diagram.Edge(node, edge).Child];
        if (rest.Count == 0)
        {
            return;
        }

        bool isNumber = node.Element < 0 && PolicyModel.MaximumOf(attribute) > MostListed;
        Candidates(node, attribute, isNumber, edge, current);
        _isMinimal.Clear();
        foreach (long value in _candidates)
        {
            for (int i = 0; i < rest.Count; i++)
            {
                if (_sets.Count - first >= MostSets)
                {
                    IsComplete = false;
                    return;
                }

                int set = _sets[rest.First + i];
                if (_isMinimal.Count == i)
                {
                    _isMinimal.Add(IsMinimal(node, edge, current, set, first, unchanged, isNumber));
                }

                if (_isMinimal[i])
                {
                    _links.Add(new ChangeSet(new ValueChange(node.Variable, node.Element, value), set, _links[set].Count + 1));
                    _sets.Add(_links.Count - 1);
                }
            }
        }
    }

    // A set that works without this change, or with a nearer number, supersedes it.
    private bool IsMinimal(in ChoiceNode node, int edge, long current, int set, int first, int unchanged, bool isNumber)
    {
        for (int i = first; i < first + unchanged; i++)
        {
            if (IsPart(_sets[i], set))
            {
                return false;
            }
        }

        _changes.Clear();
        for (int at = set; at != Nothing; at = _links[at].Rest)
        {
            _changes.Add(_links[at].Change);
        }

        return !SomePartLeads(_diagram.Child(node, current)) && !(isNumber && NearerLeads(node, edge, current));
    }

    // Both are in the order of the diagram.
    private bool IsPart(int part, int set)
    {
        while (part != Nothing && part != set && _links[part].Count <= _links[set].Count)
        {
            part = _links[part].Change == _links[set].Change ? _links[part].Rest : part;
            set = _links[set].Rest;
        }

        return part == Nothing || part == set;
    }

    // Whether the changes of the set, or some of them, suffice without this one.
    private bool SomePartLeads(int stay)
    {
        for (int part = 1; _changes.Count <= MostParts && part < 1 << _changes.Count; part++)
        {
            if (Leads(stay, part))
            {
                return true;
            }
        }

        return false;
    }

    // Whether the set suffices with a number nearer to the current one.
    private bool NearerLeads(in ChoiceNode node, int edge, long current)
    {
        long own = _diagram.Edge(node, edge).Start;
        for (int i = 0; i < node.Count; i++)
        {
            (long start, int child) = _diagram.Edge(node, i);
            if ((own > current ? i < edge && start > current : i > edge && start <= current) && Leads(child, Whole))
            {
                return true;
            }
        }

        return false;
    }

    // Whether a part of the changes, a bit for each, leads to what is wanted.
    private bool Leads(int at, int part)
    {
        while (at > ChoiceDiagram.All)
        {
            ChoiceNode node = _diagram.Node(at);
            int change = 0;
            while (change < _changes.Count && !((part >> change & 1) != 0
                && _changes[change].Variable == node.Variable && _changes[change].Element == node.Element))
            {
                change++;
            }

            at = _diagram.Child(node, change == _changes.Count ? _diagram.ValueIn(node) : _changes[change].Value);
        }

        return at == ChoiceDiagram.All;
    }

    private void Candidates(in ChoiceNode node, CaseAttribute attribute, bool isNumber, int edge, long current)
    {
        _candidates.Clear();
        long start = _diagram.Edge(node, edge).Start;
        long end = edge + 1 < node.Count ? _diagram.Edge(node, edge + 1).Start - 1 : PolicyModel.MaximumOf(attribute);
        if (attribute is { Kind: AttributeKind.Node, Taxonomy: not null } && !isNumber)
        {
            _taxonomy.AddRepresentatives((int)start, (int)end, _candidates);
        }
        else
        {
            _candidates.Add(isNumber && current >= start ? end : start);
        }
    }

    private int Compare(int a, int b)
    {
        int order = _links[a].Count.CompareTo(_links[b].Count);
        for (; order == 0 && a != b; a = _links[a].Rest, b = _links[b].Rest)
        {
            (ValueChange left, ValueChange right) = (_links[a].Change, _links[b].Change);
            order = left.Variable != right.Variable ? left.Variable.CompareTo(right.Variable)
                : left.Element != right.Element ? left.Element.CompareTo(right.Element)
                : left.Value.CompareTo(right.Value);
        }

        return order;
    }
}

/// <summary>A set of changes.</summary>
/// <param name="Change">Its first change, in the order of the diagram.</param>
/// <param name="Rest">The set of the others.</param>
/// <param name="Count">How many changes there are.</param>
internal readonly record struct ChangeSet(ValueChange Change, int Rest, int Count);
