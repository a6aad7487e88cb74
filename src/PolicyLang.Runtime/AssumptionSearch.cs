namespace PolicyLang.Runtime;

/// <summary>
/// Finds what a case leaves out and its answer rests on: the attributes in some minimal set of left-out ones of which other values lead to
/// what a diagram wants.
/// </summary>
internal sealed class AssumptionSearch
{
    /// <summary>Sets beyond this number are not looked for.</summary>
    private const int MostSets = 5_000;

    private const int BitsPerWord = 64;

    private readonly PolicyModel _model;
    private readonly ChoiceDiagram _diagram;
    private readonly int _words;

    // Sets of attributes as bits of their slots; those of a node follow each other.
    private readonly List<ulong> _sets = [];
    private readonly List<(int First, int Count)> _known = [];
    private readonly List<int> _sizes = [];

    // By node, the last node that it was looked at as the child of.
    private readonly List<int> _parents = [];
    private readonly ulong[] _union;

    public AssumptionSearch(PolicyModel model, ChoiceDiagram diagram)
    {
        _model = model;
        _diagram = diagram;
        _words = (model.Case.Slots + BitsPerWord - 1) / BitsPerWord;
        _union = new ulong[_words];
    }

    /// <summary>Whether there were not too many to find.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Searches a diagram; <see cref="RestsOn"/> tells what was found.</summary>
    /// <param name="goal">The root of the diagram.</param>
    public void Find(int goal)
    {
        IsComplete = true;
        _sets.Clear();
        _known.Clear();
        _parents.Clear();
        for (int i = 0; i < _diagram.Count; i++)
        {
            _known.Add((-1, 0));
            _parents.Add(-1);
        }

        // All values do: the empty set.
        AddEmpty();
        _known[ChoiceDiagram.None] = (0, 0);
        _known[ChoiceDiagram.All] = (0, 1);
        (int first, int count) = From(goal);
        Array.Clear(_union, 0, _words);
        for (int i = first * _words; i < (first + count) * _words; i++)
        {
            _union[i % _words] |= _sets[i];
        }
    }

    /// <summary>Whether the answer rests on an attribute.</summary>
    public bool RestsOn(CaseAttribute attribute) => (_union[attribute.Slot / BitsPerWord] >> (attribute.Slot % BitsPerWord) & 1) != 0;

    private (int First, int Count) From(int at)
    {
        if (_known[at].First >= 0)
        {
            return _known[at];
        }

        ChoiceNode node = _diagram.Node(at);
        int stay = _diagram.Child(node, _diagram.ValueIn(node));
        From(stay);
        for (int i = 0; i < node.Count; i++)
        {
            From(_diagram.Edge(node, i).Child);
        }

        int first = _sets.Count / _words;
        int slot = _model.AttributeOf(node.Variable).Slot;
        _parents[stay] = at;
        Add(_known[stay], -1);
        for (int i = 0; i < node.Count; i++)
        {
            int child = _diagram.Edge(node, i).Child;
            if (_parents[child] != at)
            {
                _parents[child] = at;
                Add(_known[child], slot);
            }
        }

        KeepMinimal(first);
        return _known[at] = (first, (_sets.Count / _words) - first);
    }

    private void AddEmpty()
    {
        for (int word = 0; word < _words; word++)
        {
            _sets.Add(0);
        }
    }

    // The sets of a node, each with one more attribute, if any.
    private void Add((int First, int Count) sets, int slot)
    {
        for (int i = sets.First * _words; i < (sets.First + sets.Count) * _words; i++)
        {
            _sets.Add(_sets[i] | (slot / BitsPerWord == i % _words && slot >= 0 ? 1UL << (slot % BitsPerWord) : 0));
        }
    }

    // Keeps the sets that contain no other one, the smallest first.
    private void KeepMinimal(int first)
    {
        int end = _sets.Count / _words;
        _sizes.Clear();
        int largest = 0;
        for (int set = first; set < end; set++)
        {
            _sizes.Add(SizeOf(set));
            largest = Math.Max(largest, _sizes[set - first]);
        }

        for (int size = 0; size <= largest; size++)
        {
            for (int set = first; set < end; set++)
            {
                if (_sizes[set - first] != size)
                {
                    continue;
                }

                if ((_sets.Count / _words) - end >= MostSets)
                {
                    IsComplete = false;
                    size = largest;
                    break;
                }

                if (!HasPart(end, set))
                {
                    Add((set, 1), -1);
                }
            }
        }

        _sets.RemoveRange(first * _words, (end - first) * _words);
    }

    private bool HasPart(int first, int set)
    {
        for (int part = first; part < _sets.Count / _words; part++)
        {
            bool isPart = true;
            for (int word = 0; word < _words && isPart; word++)
            {
                isPart = (_sets[(part * _words) + word] & ~_sets[(set * _words) + word]) == 0;
            }

            if (isPart)
            {
                return true;
            }
        }

        return false;
    }

    private int SizeOf(int set)
    {
        int size = 0;
        for (int word = 0; word < _words; word++)
        {
            for (ulong left = _sets[(set * _words) + word]; left != 0; left &= left - 1)
            {
                size++;
            }
        }

        return size;
    }
}
