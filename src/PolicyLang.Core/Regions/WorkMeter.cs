namespace PolicyLang.Regions;

/// <summary>Counts what the work in a space of regions costs, and ends it beyond its budget or when it is cancelled.</summary>
/// <param name="budget">The most nodes that one piece of work may add.</param>
internal sealed class WorkMeter(int budget)
{
    // Nodes of abandoned work stay in memory, so budgets shrink as they accumulate.
    private const int MostWasted = 4_000_000;
    private const int LeastBudget = 4_000;

    // Looking at a token costs about as much as some steps.
    private const int StepsBetweenLooks = 1 << 10;

    private readonly int _budget = budget;
    private Allowance _allowed;
    private int _wasted;
    private int _stepsToLook = StepsBetweenLooks;
    private readonly object _gate = new();

    /// <summary>One for a piece of the work: it counts on from what another one has counted, apart from it.</summary>
    /// <param name="before">The other one.</param>
    /// <param name="gate">What those lock who work side by side.</param>
    public WorkMeter(WorkMeter before, object gate)
        : this(before._budget)
    {
        Nodes = before.Nodes;
        _wasted = before._wasted;
        Cancellation = before.Cancellation;
        (Alternative, _gate) = (before.Alternative, gate);
    }

    /// <summary>
    /// Whether there is a better order of variables in which to begin anew. Where there is, work that is beyond its budget ends with an
    /// <see cref="OrderGivenUpException"/> that names this, for whoever can; null for nobody.
    /// </summary>
    public Func<bool>? Alternative { get; set; }

    /// <summary>Watched while work goes on.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>What may still be spent.</summary>
    public Allowance Allowed
    {
        get => _allowed;
        set => _allowed = value;
    }

    /// <summary>How many nodes there are, the two terminals counted in.</summary>
    public int Nodes { get; private set; } = 2;

    /// <summary>How many nodes work has left behind that gave up.</summary>
    public int Wasted => _wasted;

    /// <summary>The most nodes that a piece of work may add now.</summary>
    public int WorkBudget => Math.Min(_budget, Math.Max(LeastBudget, (MostWasted - _wasted) / 4));

    /// <summary>Counts a node before it is made.</summary>
    public void CountNode()
    {
        if (Nodes >= _allowed.Limit)
        {
            GiveUp();
        }

        Nodes++;
    }

    /// <summary>Counts a step of work.</summary>
    public void Step()
    {
        if (--_allowed.Steps < 0)
        {
            GiveUp();
        }

        if (--_stepsToLook <= 0)
        {
            _stepsToLook = StepsBetweenLooks;
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Counts what a piece of the work has given up.</summary>
    /// <param name="piece">What counted it.</param>
    /// <param name="before">What this one had counted when the piece began.</param>
    public void CountWasted(WorkMeter piece, int before) => _wasted = (int)Math.Min(MostWasted, (long)_wasted + piece._wasted - before);

    /// <summary>Ends the work under way because it is beyond its budget.</summary>
    /// <exception cref="OrderGivenUpException">There is another order of variables.</exception>
    public void GiveUp()
    {
        if (!_allowed.IsOpen)
        {
            throw new InvalidOperationException("Work in a space of regions needs a budget: see RegionSpace.TryWithin.");
        }

        long spent = Math.Max(Nodes - _allowed.Start, _allowed.Steps > 0 ? 0 : (long)_allowed.Limit - _allowed.Start);
        _wasted = (int)Math.Min(MostWasted, _wasted + spent);
        throw Alternative is { } alternative && Has(alternative)
            ? new OrderGivenUpException(alternative)
            : new RegionBudgetException(_budget);
    }

    // Those who work side by side may ask at the same time.
    private bool Has(Func<bool> alternative)
    {
        lock (_gate)
        {
            return alternative();
        }
    }

    /// <summary>What may still be spent in a space; nothing by default.</summary>
    /// <param name="IsOpen">Whether there is a budget at all.</param>
    /// <param name="Start">How many nodes there were when it was opened.</param>
    /// <param name="Limit">How many there may be.</param>
    /// <param name="Steps">How many steps may still be taken.</param>
    internal record struct Allowance(bool IsOpen, int Start, int Limit, int Steps);
}
