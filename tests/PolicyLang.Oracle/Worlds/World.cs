using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Worlds;

/// <summary>All cases of a workspace: every combination of given values, and for each of them every combination of chosen ones.</summary>
public sealed class World
{
    private readonly Lexicon _lexicon;
    private readonly Dictionary<int, IReadOnlyList<object>> _domains = [];

    public World(Lexicon lexicon, Notes notes, bool lasts)
    {
        _lexicon = lexicon;
        Notes = notes;
        for (int a = 0; a < lexicon.Law.Attributes.Length; a++)
        {
            // What no sentence speaks about keeps its neutral value.
            _domains[a] = notes.IsSpokenOf(a) || lexicon.Law.Attributes[a].Type == AttributeType.Date ? Domains.Of(lexicon, notes, a, lasts) : [Neutral(a)];
        }

        Size = _domains.Values.Aggregate(1.0, (size, d) => size * d.Count);
    }

    public Notes Notes { get; }

    /// <summary>How many cases there are.</summary>
    public double Size { get; }

    public IReadOnlyList<object> Domain(int attribute) => _domains[attribute];

    /// <summary>The number of the domain that stands for a number.</summary>
    public long Stretch(int attribute, long number)
    {
        long Start(long n) => Notes.StartsOf(attribute).Where(s => s <= n).DefaultIfEmpty(0).Max();
        return _domains[attribute].Cast<long>().Where(n => Start(n) == Start(number)).OrderBy(n => n == number ? 0 : 1).First();
    }

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

    /// <summary>For each combination of given values, the cases that share it.</summary>
    public List<List<Case>> Situations()
    {
        var situations = new List<List<Case>>();
        foreach (object[] given in Combine(new object[_domains.Count], 0, chosen: false))
        {
            situations.Add([.. Combine((object[])given.Clone(), 0, chosen: true).Select(values => new Case((object[])values.Clone()))]);
        }

        return situations;
    }

    /// <summary>A case, each value drawn by itself.</summary>
    public Case Draw(Random random) => new([.. Enumerable.Range(0, _domains.Count).Select(a => _domains[a][random.Next(_domains[a].Count)])]);

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
