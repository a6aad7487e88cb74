using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Worlds;

/// <summary>All cases of a workspace: every combination of given values, and for each of them every combination of chosen ones.</summary>
public sealed class World
{
    private readonly Lexicon _lexicon;
    private readonly ImmutableArray<IReadOnlyList<object>> _domains;
    private readonly ImmutableArray<(long First, long Last)[]> _stretches;

    public World(Lexicon lexicon, Notes notes, bool lasts)
    {
        _lexicon = lexicon;
        Notes = notes;
        ImmutableArray<AttributeModel> attributes = lexicon.Law.Attributes;

        // What no sentence speaks about keeps its neutral value.
        _domains = [.. attributes.Select((m, a) => notes.IsSpokenOf(a) || m.Type == AttributeType.Date ? Domains.Of(lexicon, notes, a, lasts) : [Neutral(a)])];
        _stretches = [.. attributes.Select((m, a) => m.Type is AttributeType.Count or AttributeType.Date ? Domains.Stretches(notes, a, m).ToArray() : [])];
        Clocks = Worlds.Clocks.Of(lexicon, notes);
        Size = _domains.Aggregate(1.0, (size, d) => size * d.Count);
    }

    public Notes Notes { get; }

    /// <summary>The clocks of which sentences speak.</summary>
    public ImmutableArray<Clocks> Clocks { get; }

    /// <summary>How many cases there are, those that do not exist counted in.</summary>
    public double Size { get; }

    public IReadOnlyList<object> Domain(int attribute) => _domains[attribute];

    /// <summary>The numbers that nothing tells apart from a number.</summary>
    public (long First, long Last) Stretch(int attribute, long number) => _stretches[attribute].Last(s => s.First <= number);

    public IReadOnlyList<(long First, long Last)> Stretches(int attribute) => _stretches[attribute];

    /// <summary>The number of the domain that stands for a number.</summary>
    public long Standing(int attribute, long number) =>
        _domains[attribute].Count == 1 ? (long)_domains[attribute][0] : (long)_domains[attribute][Array.FindLastIndex(_stretches[attribute], s => s.First <= number)];

    /// <summary>The case of the world that stands for a case.</summary>
    public Case Standing(Case c) => new([.. Enumerable.Range(0, _domains.Length).Select(a => c[a] switch { long number => Standing(a, number), ImmutableArray<Leaf> set => Ordered(a, set), var same => same })]);

    // The same set as it stands in the domain.
    private object Ordered(int attribute, ImmutableArray<Leaf> set) =>
        _domains[attribute].OfType<ImmutableArray<Leaf>>().Where(s => s.Length == set.Length && s.All(set.Contains)).Cast<object>().FirstOrDefault() ?? set;

    /// <summary>Whether clocks agree: in a case of the world, whether some numbers that its own stand for do.</summary>
    public bool HasAgreeingClocks(Case c) => Clocks.All(k => k.Agree(a => Stretch(a, c.Number(a))));

    /// <summary>The leaf of the domain, or of the elements of the sets in it, that stands for a leaf; null where no sentence tells of it.</summary>
    public Leaf? Kind(int attribute, Leaf leaf)
    {
        AttributeModel model = _lexicon.Law.Attributes[attribute];
        string kind = Domains.Kind(Notes, attribute, model, leaf);
        IEnumerable<Leaf> leaves = model.Type == AttributeType.Leaf ? _domains[attribute].Cast<Leaf>() : _domains[attribute].Cast<ImmutableArray<Leaf>>().SelectMany(s => s);
        return leaves.FirstOrDefault(l => Domains.Kind(Notes, attribute, model, l) == kind);
    }

    public object Neutral(int attribute) => Neutral(_lexicon, attribute);

    /// <summary>The value of an attribute that a case does not mention.</summary>
    public static object Neutral(Lexicon lexicon, int attribute)
    {
        AttributeModel model = lexicon.Law.Attributes[attribute];
        return model.Type switch
        {
            AttributeType.Flag => false,
            AttributeType.Count => model.Name == "subjects" ? 1L : 0L,
            AttributeType.Date => 0L,
            AttributeType.Leaf => lexicon.Leaves(model.Taxonomy ?? "")[0],
            _ => ImmutableArray<Leaf>.Empty,
        };
    }

    /// <summary>Whether two values of the world are the same.</summary>
    public static bool AreSame(object a, object b) => a is ImmutableArray<Leaf> leaves ? leaves.SequenceEqual((ImmutableArray<Leaf>)b) : a.Equals(b);

    /// <summary>A text that two cases of the world share iff they are the same.</summary>
    public string Key(Case c) => string.Join(" ", Enumerable.Range(0, _domains.Length).Where(a => _domains[a].Count > 1)
        .Select(a => c[a] is ImmutableArray<Leaf> leaves ? string.Join("+", leaves.Select(l => l.Name).Order(StringComparer.Ordinal)) : c[a].ToString()));

    /// <summary>For each combination of given values, the cases that share it.</summary>
    public List<List<Case>> Situations()
    {
        var situations = new List<List<Case>>();
        foreach (object[] given in Combine(new object[_domains.Length], 0, chosen: false))
        {
            situations.Add([.. Combine((object[])given.Clone(), 0, chosen: true).Select(values => new Case((object[])values.Clone()))]);
        }

        return situations;
    }

    /// <summary>A case, each value drawn by itself.</summary>
    public Case Draw(Random random) => new([.. Enumerable.Range(0, _domains.Length).Select(a => _domains[a][random.Next(_domains[a].Count)])]);

    private IEnumerable<object[]> Combine(object[] values, int attribute, bool chosen)
    {
        if (attribute == values.Length)
        {
            yield return values;
            yield break;
        }

        IReadOnlyList<object> domain = _lexicon.Law.Attributes[attribute].Chosen == chosen ? _domains[attribute] : [values[attribute]];
        foreach (object value in domain)
        {
            values[attribute] = value;
            foreach (object[] combined in Combine(values, attribute + 1, chosen))
            {
                yield return combined;
            }
        }
    }
}
