using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>
/// Cuts regions down to the cases that exist once the work on them is done: (A \ B) ∩ E = (A ∩ E) \ (B ∩ E). That clocks of one event
/// agree bears on every region and takes little of any, so cutting each rule before would double the nodes of all that follows.
/// </summary>
internal sealed class LateCut
{
    private readonly RegionSpace _regions;
    private readonly Region _all;
    private readonly Region _existing;
    private readonly RegionMemo<Region, Region> _known;
    private readonly bool[] _tiedLevels;
    private readonly bool _isLoose;

    /// <param name="regions">The space.</param>
    /// <param name="existing">The cases that exist.</param>
    /// <param name="isLate">False where rules are cut before; nothing is left to be cut then.</param>
    public LateCut(RegionSpace regions, Region existing, bool isLate)
    {
        (_regions, _all, _existing, _known) = (regions, existing, isLate ? existing : regions.Full, new(regions));
        ISet<int> tied = regions.Support([existing]);
        _tiedLevels = new bool[regions.Variables.Length];
        foreach (int variable in tied)
        {
            _tiedLevels[regions.LevelOf(variable)] = true;
        }

        _isLoose = tied.All(v => v >= regions.FirstChosenVariable && HasAnyValue(v));
    }

    /// <summary>Those of some cases that exist.</summary>
    public Region Of(Region cases) => _regions.And(cases, _existing);

    /// <summary>The same where it is asked for over and over, by whoever has a budget or none; undecided where there is none and its own
    /// does not suffice.</summary>
    public Attempt<Region> TryOf(Region cases)
    {
        if (_existing.IsFull)
        {
            return new Attempt<Region>(cases);
        }

        if (_known.TryGetValue(cases, out Region? known))
        {
            return new Attempt<Region>(known);
        }

        Attempt<Region> found = Try(() => Of(cases));
        if (found.TryGet(out Region? cut))
        {
            _known.Set(cases, cut);
        }

        return found;
    }

    /// <summary>Whether some of the cases exist.</summary>
    public bool Leaves(Region cases) => _regions.Overlaps(cases, _existing);

    /// <summary>The same for whoever has a budget or none; undecided where there is none and its own does not suffice.</summary>
    public Attempt<bool> TryLeaves(Region cases) =>
        _existing.IsFull || cases.IsEmpty ? new Attempt<bool>(!cases.IsEmpty) : Try(() => Leaves(cases));

    /// <summary>Whether some case that exists is in both.</summary>
    public bool Meet(Region one, Region other) => _regions.Overlaps(one, other)
        && (_existing.IsFull || !BearsOn(one, other) || Leaves(_regions.And(one, other)));

    /// <summary>Some cases, cut where that bears on their given facts.</summary>
    public Region WhereItBears(Region cases) => BearsOn(cases) ? Of(cases) : cases;

    /// <summary>The witness of those of some cases that exist.</summary>
    public long[] Witness(Region cases) =>
        // The smallest case of all is the smallest of those that exist, if it does.
        _regions.Witness(cases) is var witness && _regions.Holds(_all, witness) ? witness : _regions.Witness(Of(cases));

    /// <summary>Whether it matters for "for some choice" and "for every choice" which cases exist. Where nothing tells apart the values of
    /// more than one of the chosen facts that are tied to each other, and that one may have any value, it does not.</summary>
    public bool BearsOn(Region cases) => BearsOn(cases, cases);

    // Whether they do on what two regions have in common.
    private bool BearsOn(Region one, Region other)
    {
        if (_all.IsFull || !_isLoose)
        {
            return !_all.IsFull;
        }

        int tied = -1;
        NodeTable nodes = _regions.Nodes;
        NodeWalk walk = _regions.BeginWalk();
        return TestsTwo(nodes, one.Id, walk, ref tied) || TestsTwo(nodes, other.Id, walk, ref tied);
    }

    // Whoever asks pays only for what its own budget is too small for.
    private Attempt<T> Try<T>(Func<T> work) =>
        _regions.TryApart(work) is { IsDecided: true } found ? found
        : _regions.Meter.Allowed.IsOpen ? new Attempt<T>(work())
        : default;

    private bool HasAnyValue(int variable) =>
        _regions.ValuesOf(_all, variable) is [(0, var last)] && last == _regions.Variables[variable].Maximum;

    // As deep as there are variables.
    private bool TestsTwo(NodeTable nodes, int number, NodeWalk walk, ref int tied)
    {
        if (number <= NodeTable.FullNode || !walk.Visit(number))
        {
            return false;
        }

        RegionNode node = nodes.At(number);
        if (_tiedLevels[node.Level])
        {
            if (tied >= 0 && tied != node.Level)
            {
                return true;
            }

            tied = node.Level;
        }

        foreach (int child in node.Children)
        {
            if (TestsTwo(nodes, child, walk, ref tied))
            {
                return true;
            }
        }

        return false;
    }
}
