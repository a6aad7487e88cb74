using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>The few attributes, places and conditions that the clauses of one workspace share, so that they meet often.</summary>
internal sealed class Palette
{
    private static readonly ImmutableDictionary<string, string[]> Nodes = new Dictionary<string, string[]>
    {
        ["role"] = ["Ra", "Rb", "Rc"],
        ["data"] = ["Ka", "Kb", "Kc"],
        ["purpose"] = ["Pa", "Pb", "Pc"],
        ["target"] = ["Ta", "Tb"],
        ["safeguard"] = ["Sa", "Sb", "Sc"],
        ["colour"] = ["Red", "Crimson", "Blue"],
        [TaxonomyModel.Places] = ["XA", "XA_P", "XB", "XC"],
    }.ToImmutableDictionary();

    // Nodes with two parents.
    private static readonly ImmutableDictionary<string, string> Shared =
        new Dictionary<string, string> { ["role"] = "Rd", ["data"] = "Kd", ["colour"] = "Purple", [TaxonomyModel.Places] = "XD" }.ToImmutableDictionary();

    private static readonly DateOnly[] AllDays = [new(2020, 1, 1), new(2021, 6, 30), new(2021, 7, 1), new(2023, 3, 15)];

    private readonly Dice _dice;
    private readonly ImmutableDictionary<string, string[]> _nodes;
    private readonly ImmutableHashSet<string> _slots;
    private readonly List<string> _placeNames = ["XA", "XB", "XC"];
    private readonly List<Condition> _atoms = [];

    /// <param name="dice">Chooses.</param>
    /// <param name="constructs">What may be used.</param>
    /// <param name="failed">How many workspaces were too large before this one.</param>
    public Palette(Dice dice, ImmutableHashSet<Construct> constructs, int failed)
    {
        _dice = dice;
        _nodes = constructs.Contains(Construct.Graphs) ? Nodes.ToImmutableDictionary(n => n.Key, n => Shared.TryGetValue(n.Key, out string? shared) ? [.. n.Value, shared] : n.Value) : Nodes;
        _slots = [.. new[] { "actor", "home", "data", "origin", "destination", "location", "recipient", "purpose", "target", "with", "clock", "notified", "approvals", "when" }.Where(_ => dice.Percent(Math.Max(6, 34 - (2 * failed))))];
        Days = [.. dice.Some(AllDays, failed < 8 ? 3 : 2)];
        if (constructs.Contains(Construct.Keeping))
        {
            // Three places for one act, and four acts for one clause: with many places few of these workspaces would be small enough.
            _placeNames.Remove("XC");
            _slots = _slots.Union(["origin", "destination"]);
            _atoms.Add(new IsCondition(dice.One("destination", "location"), Set(TaxonomyModel.Places)));
        }

        if (constructs.Contains(Construct.Months) || constructs.Contains(Construct.WorkingDays))
        {
            _slots = _slots.Add("clock");
        }

        if (constructs.Contains(Construct.Lists) || constructs.Contains(Construct.SelfJudged))
        {
            _slots = _slots.Add("when");
        }

        if (constructs.Contains(Construct.Collected))
        {
            _slots = _slots.Add("collected");
        }

        if (constructs.Contains(Construct.SelfJudged))
        {
            _atoms.Add(new FlagCondition("sa"));
        }

        if (constructs.Contains(Construct.OrganisationConditions))
        {
            _slots = _slots.Add("when");
            _atoms.AddRange(Enumerable.Repeat(new IsCondition(TaxonomyModel.Organisations, new ListSet(dice.Percent(20), [dice.One("Oa", "Oa", "Ob")], [])), 2));
        }

        Verbs = constructs.Contains(Construct.Keeping) ? dice.One<string[]>(["transfer", "store"], ["transfer", "Keep"], ["transfer"], ["transfer", "access"], ["Send", "transfer", "process"]) : dice.One<string[]>(["Send"], ["Send", "transfer"], ["Keep"], ["Keep", "store"], ["Work"], ["Work", "Drop"], ["Keep", "delete"], ["Send", "Keep"], ["process", "Work"], ["Move", "process"]);
        Blocs = [.. MakeBlocs()];
        if (constructs.Contains(Construct.Lists))
        {
            string taxonomy = dice.One("colour", "data", "role");
            Lists = [new BlocModel("Li", false, [.. Enumerable.Range(0, 1 + dice.Below(2)).Select(_ => Line(_nodes[taxonomy]))]) { Taxonomy = taxonomy }];
            _nodes = _nodes.SetItem(taxonomy, [.. _nodes[taxonomy], "Li", "Li"]);
            _atoms.Add(taxonomy == "colour" ? new IsCondition(dice.One("hue", "tint"), ListSet.Of("Li")) : new IsCondition(taxonomy == "data" ? "data" : "recipient", ListSet.Of("Li")));
        }

        _placeNames.AddRange(Blocs.Select(b => b.Name));
        int atoms = 1 + dice.Below(failed < 8 ? 3 : 1);
        while (_atoms.Count < atoms)
        {
            _atoms.Add(Atom(true));
        }

        if (dice.Percent(25))
        {
            Defines = [new("Da", Combine(1), null)];
            _atoms.Add(new DefinedCondition("Da"));
        }

        if (constructs.Contains(Construct.ClockConditions))
        {
            // A definition that no clause uses would compare a clock, too.
            _slots = _slots.Add("when");
            _atoms.AddRange([Clock(), Clock()]);
        }

        if (dice.Percent(20))
        {
            // A name for everywhere is left out: no drafter needs it, and a slot 'any' means less than a set that has every place.
            Defines = Defines.Add(new("PlaceSet", null, Set(TaxonomyModel.Places) is ListSet places ? places : ListSet.Of("XA")));
            _placeNames.Add("PlaceSet");
        }
    }

    public ImmutableArray<DateOnly> Days { get; }

    public string[] Verbs { get; }

    public ImmutableArray<BlocModel> Blocs { get; }

    public ImmutableArray<BlocModel> Lists { get; } = [];

    public ImmutableArray<DefineModel> Defines { get; } = [];

    public bool Has(string slot) => _slots.Contains(slot);

    /// <summary>A set of leaves of a taxonomy.</summary>
    public SetExpression Set(string taxonomy)
    {
        if (_dice.Percent(6))
        {
            return new AnySet();
        }

        ImmutableArray<string> members = _dice.Some(NamesOf(taxonomy), 2);
        return new ListSet(_dice.Percent(25), members, _dice.Percent(20) ? _dice.Some(NamesOf(taxonomy), 1) : []);
    }

    public IReadOnlyList<string> NamesOf(string taxonomy) => taxonomy == TaxonomyModel.Places ? _placeNames : _nodes[taxonomy];

    public Condition Combine(int depth)
    {
        int kind = depth <= 0 ? 0 : _dice.Below(6);
        return kind switch
        {
            1 => new NotCondition(Combine(depth - 1)),
            2 => new AndCondition(Combine(depth - 1), Combine(depth - 1)),
            3 => new OrCondition(Combine(depth - 1), Combine(depth - 1)),
            _ => _dice.One(_atoms),
        };
    }

    public Days SomeDays()
    {
        DateOnly from = _dice.One(Days);
        DateOnly? until = _dice.Percent(35) ? Days.Where(d => d >= from).Max() : null;
        return new Days(_dice.Percent(8) && until is not null ? null : from, until);
    }

    /// <summary>A condition about one attribute.</summary>
    public Condition Atom(bool dates) => _dice.Below(dates ? 15 : 14) switch
    {
        0 or 1 => new FlagCondition("fa"),
        2 => new FlagCondition("fb"),
        3 or 4 => new FlagCondition("ga"),
        5 => new CompareCondition("na", Operator(), _dice.One(0L, 10, long.MaxValue)),
        6 => new CompareCondition("ma", Operator(), _dice.One(0L, 5, 6, 100)),
        7 => new CompareCondition("subjects", Operator(), _dice.One(0L, 1, 2, 1000)),
        8 => new IsCondition("hue", Set("colour")),
        9 => new IsCondition("tint", Set("colour")),
        10 => new IncludeCondition("tags", _dice.One(Inclusion.Any, Inclusion.All, Inclusion.None), _dice.Some(_nodes["colour"], 2)),
        11 => new IsCondition("host", Set(TaxonomyModel.Places)),
        12 or 13 => Safeguards(),
        _ => new CompareCondition("date", Operator(), _dice.One(Days).DayNumber),
    };

    // Of the trigger, or of an event.
    private CompareCondition Clock() => _dice.Below(6) switch
    {
        0 => new CompareCondition("elapsed", Operator(), _dice.One(24L, 72)),
        1 => new CompareCondition("elapsed_months", Operator(), _dice.One(1L, 2)),
        2 => new CompareCondition("elapsed_working_days", Operator(), _dice.One(1L, 3)),
        3 => new CompareCondition("elapsed_since_fa", Operator(), _dice.One(24L, 100)),
        4 => new CompareCondition("months_since_fa", Operator(), _dice.One(1L, 2)),
        _ => new CompareCondition("working_days_since_fa", Operator(), _dice.One(1L, 2)),
    };

    private MemberModel Line(string[] names)
    {
        Days days = SomeDays();
        return new MemberModel(_dice.Some(names, 2), days.From, days.Until, _dice.Percent(25) ? Atom(false) : null);
    }

    private IncludeCondition Safeguards()
    {
        Inclusion kind = _dice.One(Inclusion.Any, Inclusion.All, Inclusion.None);
        return new IncludeCondition("safeguards", kind, kind == Inclusion.None && _dice.Percent(40) ? [] : _dice.Some(_nodes["safeguard"], 2));
    }

    private string Operator() => _dice.One("=", "<", "<=", ">", ">=");

    private IEnumerable<BlocModel> MakeBlocs()
    {
        if (_dice.Percent(45))
        {
            var lines = ImmutableArray.CreateBuilder<MemberModel>();
            for (int i = 0; i <= _dice.Below(2); i++)
            {
                lines.Add(Line(_nodes[TaxonomyModel.Places]));
            }

            yield return new BlocModel("Ba", _dice.Percent(60), lines.ToImmutable());
            if (_dice.Percent(30))
            {
                yield return new BlocModel("Bb", false, [], new ListSet(false, ["Ba", .. _dice.Some(["XC", "XB"], 1)], _dice.Percent(40) ? ["XA"] : []));
            }
        }
    }
}
