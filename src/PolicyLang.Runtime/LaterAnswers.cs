namespace PolicyLang.Runtime;

/// <summary>What an explanation tells beyond the clauses: what would make the act lawful, and what was assumed. Each is searched for when
/// it is first read.</summary>
internal sealed class LaterAnswers
{
    private const int Lawful = (1 << (int)PolicyOutcome.Permitted) | (1 << (int)PolicyOutcome.Unregulated);

    private readonly PolicyModel _model;
    private readonly OutcomeTable _outcomes;
    private readonly long[] _values;
    private readonly PolicyOutcome _outcome;
    private volatile bool _isCut;

    public LaterAnswers(PolicyModel model, OutcomeTable outcomes, long[] values, PolicyOutcome outcome)
    {
        _model = model;
        _outcomes = outcomes;
        _values = values;
        _outcome = outcome;
        bool isLawful = (Lawful >> (int)outcome & 1) != 0;
        Ways = isLawful ? ValueList<WayToComply>.Empty : new(() => FindLawful(static (a, _) => a.IsChosen));

        // What a case says to be so is not asked for again.
        Grounds = isLawful
            ? ValueList<WayToComply>.Empty
            : new(() => FindLawful(static (a, now) => a.MayComeAbout && !(a.Kind == AttributeKind.Flag && CaseModel.IsStated(a, now))));
        Assumed = new(FindAssumed);
    }

    public ValueList<WayToComply> Ways { get; }

    public ValueList<WayToComply> Grounds { get; }

    public ValueList<CaseChange> Assumed { get; }

    /// <summary>Whether nothing was too much to find; searches for all of it.</summary>
    public bool IsComplete() => Ways.Count + Grounds.Count + Assumed.Count >= 0 && !_isCut;

    private IReadOnlyList<WayToComply> FindLawful(Func<CaseAttribute, long[], bool> isFree)
    {
        if (!Array.Exists(_model.Case.All, a => isFree(a, _values)))
        {
            return [];
        }

        SearchRoom room = _model.EnterRoom();
        List<int> sets = room.Changes.Find(room.Diagram.Build(_outcomes, _values, isFree, Lawful));
        Note(room.Changes.IsComplete && room.Diagram.IsComplete);
        var ways = new WayToComply[sets.Count];
        long[] after = (long[])_values.Clone();
        int permitted = 0;
        for (int i = 0; i < ways.Length; i++)
        {
            ways[i] = WayOf(room.Changes, sets[i], after);
            permitted += ways[i].Outcome == PolicyOutcome.Permitted ? 1 : 0;
        }

        room.Leave(_model.FreeRooms);
        return PermittedFirst(ways, permitted);
    }

    // Only ever set: another thread may search for the rest at the same time.
    private void Note(bool isComplete)
    {
        if (!isComplete)
        {
            _isCut = true;
        }
    }

    private static WayToComply[] PermittedFirst(WayToComply[] ways, int permitted)
    {
        if (permitted == 0 || permitted == ways.Length)
        {
            return ways;
        }

        var sorted = new WayToComply[ways.Length];
        int first = 0;
        foreach (WayToComply way in ways)
        {
            sorted[way.Outcome == PolicyOutcome.Permitted ? first++ : permitted++] = way;
        }

        return sorted;
    }

    private IReadOnlyList<CaseChange> FindAssumed()
    {
        SearchRoom room = _model.EnterRoom();
        room.Assumptions.Find(room.Diagram.Build(
            _outcomes, _values, static (a, now) => a.Name != CaseModel.Date && !CaseModel.IsStated(a, now), ~(1 << (int)_outcome)));
        Note(room.Assumptions.IsComplete && room.Diagram.IsComplete);
        List<CaseChange>? assumed = null;
        foreach (CaseAttribute attribute in _model.Case.All)
        {
            if (room.Assumptions.RestsOn(attribute))
            {
                (assumed ??= []).Add(_model.Changes.NeutralOf(attribute, _values));
            }
        }

        room.Leave(_model.FreeRooms);
        return assumed ?? (IReadOnlyList<CaseChange>)[];
    }

    // Changes the values, and changes them back.
    private WayToComply WayOf(ChangeSearch search, int set, long[] after)
    {
        CaseAttribute? only = null;
        bool isOne = true;
        for (int at = set; at != ChangeSearch.Nothing; at = search.Set(at).Rest)
        {
            ValueChange change = search.Set(at).Change;
            CaseAttribute attribute = _model.AttributeOf(change.Variable);
            Apply(change, attribute, ref after[_model.Table.Numbers.SlotOf(change.Variable)]);
            isOne &= only is null || ReferenceEquals(only, attribute);
            only = attribute;
        }

        PolicyOutcome outcome = _outcomes.Decide(after);
        WayToComply way = isOne && only is not null && Differs(only, after)
            ? _model.Changes.WayOf(only, after, outcome)
            : new WayToComply(ChangesIn(after), outcome);
        for (int at = set; at != ChangeSearch.Nothing; at = search.Set(at).Rest)
        {
            int slot = _model.Table.Numbers.SlotOf(search.Set(at).Change.Variable);
            after[slot] = _values[slot];
        }

        return way;
    }

    private static void Apply(ValueChange change, CaseAttribute attribute, ref long value) =>
        value = change.Element < 0 ? change.Value + (attribute.Kind == AttributeKind.Node ? 1 : 0)
            : change.Value != 0 ? value | (1L << change.Element)
            : value & ~(1L << change.Element);

    private List<CaseChange> ChangesIn(long[] after)
    {
        var changes = new List<CaseChange>();
        foreach (CaseAttribute attribute in _model.Case.All)
        {
            if (Differs(attribute, after))
            {
                changes.Add(_model.Changes.ChangeOf(attribute, after));
            }
        }

        return changes;
    }

    private bool Differs(CaseAttribute attribute, long[] after)
    {
        for (int slot = attribute.Slot; slot < attribute.Slot + CaseModel.SlotsOf(attribute); slot++)
        {
            if (_values[slot] != after[slot])
            {
                return true;
            }
        }

        return false;
    }
}
