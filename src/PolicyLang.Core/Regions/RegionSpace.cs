namespace PolicyLang.Regions;

/// <summary>
/// All regions over one list of variables. Nodes are unique (reference equality is set equality), operations are memoised.
/// Not thread-safe: one thread works in a space at a time, but for work in pieces (<see cref="PieceWork"/>).
/// </summary>
internal sealed class RegionSpace
{
    /// <summary>Nodes that one piece of work may add before it gives up, unless the space's maker says otherwise.</summary>
    public const int DefaultBudget = 400_000;

    // A step that makes no node is cheaper than one that does.
    private const int StepsPerNode = 20;

    // A whole question may cost as much as several clauses, with more steps per node.
    private const int QuestionBudgets = 5;
    private const int StepsPerQuestionNode = 100;

    private readonly ImmutableArray<int> _order;
    private readonly SpaceView _own;
    private PieceWork? _pieces;

    /// <param name="variables">The dimensions, as they are declared, given before chosen.</param>
    /// <param name="budget">The most nodes that one piece of work may add.</param>
    /// <param name="order">Their indexes in the order of diagrams, given before chosen; as they are declared unless given.</param>
    public RegionSpace(ImmutableArray<Variable> variables, int budget = DefaultBudget, ImmutableArray<int> order = default)
    {
        Variables = variables;
        _order = order.IsDefault ? [.. variables.Select(v => v.Index)] : order;
        Levels = [.. Enumerable.Range(0, _order.Length).OrderBy(level => _order[level])];
        IsAsDeclared = _order.SequenceEqual(Enumerable.Range(0, _order.Length));
        FirstChosenVariable = variables.Length;
        while (FirstChosenVariable > 0 && variables[FirstChosenVariable - 1].Chosen)
        {
            FirstChosenVariable--;
        }

        _own = new SpaceView(this, new NodeTable(_order, new WorkMeter(budget)));
    }

    /// <summary>The dimensions, as they are declared: what a case is, and how witnesses choose, does not depend on the order of
    /// diagrams.</summary>
    public ImmutableArray<Variable> Variables { get; }

    /// <summary>The index of the first chosen variable, and its level.</summary>
    public int FirstChosenVariable { get; }

    /// <summary>No case.</summary>
    public Region Empty => Nodes.Empty;

    /// <summary>Every case.</summary>
    public Region Full => Nodes.Full;

    /// <summary>How many nodes the space holds.</summary>
    public int NodeCount => Meter.Nodes;

    /// <summary>Whether the variables of diagrams are in the order in which they are declared.</summary>
    internal bool IsAsDeclared { get; }

    /// <summary>What work costs, and may cost.</summary>
    internal WorkMeter Meter => View.Meter;

    /// <summary>The nodes of all regions.</summary>
    internal NodeTable Nodes => View.Nodes;

    /// <summary>The level of each variable.</summary>
    internal ImmutableArray<int> Levels { get; }

    /// <summary>What a thread works with in a piece of work; null where nothing is done in pieces.</summary>
    internal SpaceView? Aside => _pieces is null ? null : View;

    private SpaceView View => _pieces is null ? _own : _pieces.ViewOfThread;

    /// <summary>See <see cref="WorkMeter.Alternative"/>.</summary>
    internal Func<bool>? Alternative
    {
        get => Meter.Alternative;
        set => Meter.Alternative = value;
    }

    /// <summary>The most nodes that a piece of work may add now.</summary>
    internal int WorkBudget => Meter.WorkBudget;

    /// <summary>The place of a variable in the order of diagrams.</summary>
    internal int LevelOf(int variable) => Levels[variable];

    /// <summary>The variable at a place in the order of diagrams.</summary>
    internal Variable VariableAt(int level) => Variables[_order[level]];

    /// <summary>Does a piece of work with a budget of its own, within what is left of the work that it is part of.</summary>
    public Attempt<T> TryWithin<T>(Func<T> work) => Try(ForWork(apart: false), work);

    /// <summary>The same for work that whatever is done around it merely is the first to need: it has its own budget, whoever asks for
    /// it.</summary>
    public Attempt<T> TryApart<T>(Func<T> work) => Try(ForWork(apart: true), work);

    /// <summary>Answers a question, which may consist of many pieces of work.</summary>
    internal Attempt<T> TryAnswer<T>(Func<T> work) => Try(Open(), work);

    /// <summary>Begins work in pieces: until it has ended, each thread that does some has a view of its own.</summary>
    internal PieceWork BeginPieces() => _pieces = new PieceWork(this, _own, () => _pieces = null);

    /// <summary>Opens the budget of a question. Beyond it, work in the space throws.</summary>
    internal NodeBudget Open()
    {
        long nodes = (long)WorkBudget * QuestionBudgets;
        return new NodeBudget(this, nodes, nodes * StepsPerQuestionNode, apart: true);
    }

    /// <summary>Until the scope is disposed of, operations in the space stop soon after the token is cancelled; scopes may lie in each
    /// other.</summary>
    /// <param name="cancellation">Watched in the place of the token of the scope around it.</param>
    internal CancellationScope Watch(CancellationToken cancellation)
    {
        var scope = new CancellationScope(Meter, Meter.Cancellation);
        Meter.Cancellation = cancellation;
        return scope;
    }

    /// <summary>For loops that work beside the operations of the space.</summary>
    /// <exception cref="OperationCanceledException">The token that is watched is cancelled.</exception>
    internal void ThrowIfCancelled() => Meter.Cancellation.ThrowIfCancellationRequested();

    /// <summary>Ends the work under way because it is beyond its budget; for work beside the operations of the space.</summary>
    /// <exception cref="OrderGivenUpException">There is another order of variables.</exception>
    internal void GiveUp() => Meter.GiveUp();

    /// <summary>The cases in which a variable lies between two values, both counted in.</summary>
    public Region Between(int variable, long low, long high) => Nodes.RegionOf(Nodes.MakeBetween(
        Levels[variable], Math.Max(0, low), Math.Min(high, Variables[variable].Maximum), Variables[variable].Maximum));

    /// <summary>The cases in which a flag or element is set.</summary>
    public Region IsTrue(int variable) => Between(variable, 1, 1);

    /// <inheritdoc cref="SetOperations.And(Region, Region)"/>
    public Region And(Region a, Region b) => View.Operations.And(a, b);

    /// <inheritdoc cref="SetOperations.Or(Region, Region)"/>
    public Region Or(Region a, Region b) => View.Operations.Or(a, b);

    /// <inheritdoc cref="SetOperations.Difference(Region, Region)"/>
    public Region Difference(Region a, Region b) => View.Operations.Difference(a, b);

    /// <inheritdoc cref="SetOperations.Not"/>
    public Region Not(Region a) => View.Operations.Not(a);

    /// <inheritdoc cref="SetOperations.Intersection"/>
    public Region Intersection(params Region[] regions) => View.Operations.Intersection(regions);

    /// <inheritdoc cref="SetOperations.Union(IReadOnlyList{Region})"/>
    public Region Union(IReadOnlyList<Region> regions) => View.Operations.Union(regions);

    /// <inheritdoc cref="SetComparisons.Overlaps(Region, Region)"/>
    public bool Overlaps(Region a, Region b) => View.Comparisons.Overlaps(a, b);

    /// <inheritdoc cref="SetComparisons.IsSubsetOf(Region, Region)"/>
    public bool IsSubsetOf(Region a, Region b) => View.Comparisons.IsSubsetOf(a, b);

    /// <summary>Whether every case in <paramref name="a"/> is in <paramref name="b"/>.</summary>
    public bool Contains(Region b, Region a) => View.Comparisons.IsSubsetOf(a, b);

    /// <inheritdoc cref="Quantifiers.ExistsChosen"/>
    public Region ExistsChosen(Region region) => View.Quantifiers.ExistsChosen(region);

    /// <inheritdoc cref="Quantifiers.ForAllChosen"/>
    public Region ForAllChosen(Region region) => View.Quantifiers.ForAllChosen(region);

    /// <summary>Whether a case is in the region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="values">A value for each variable.</param>
    public bool Holds(Region region, long[] values)
    {
        NodeTable nodes = Nodes;
        int node = region.Id;
        while (node > NodeTable.FullNode)
        {
            RegionNode top = nodes.At(node);
            node = top.Follow(values[_order[top.Level]]);
        }

        return node == NodeTable.FullNode;
    }

    /// <summary>What is left of a region when the given facts are those of a case: a region over the chosen variables alone.</summary>
    public Region CofactorOfGiven(Region region, long[] values)
    {
        NodeTable nodes = Nodes;
        int node = region.Id;
        RegionNode top = nodes.At(node);
        while (top.Level < FirstChosenVariable)
        {
            node = top.Follow(values[_order[top.Level]]);
            top = nodes.At(node);
        }

        return nodes.RegionOf(node);
    }

    /// <inheritdoc cref="Cofactors.Cofactor(Region, int, long)"/>
    public Region Cofactor(Region region, int variable, long value) => View.Cofactors.Cofactor(region, variable, value);

    /// <inheritdoc cref="Cofactors.Cofactor(Region, ISet{int}, long[], Dictionary{int, int})"/>
    internal Region Cofactor(Region region, ISet<int> variables, long[] values, Dictionary<int, int> known) =>
        View.Cofactors.Cofactor(region, variables, values, known);

    /// <inheritdoc cref="Cofactors.SplitFirst"/>
    internal Split SplitFirst(int node, int below = int.MaxValue) => View.Cofactors.SplitFirst(node, below);

    /// <inheritdoc cref="NodeWalks.Support"/>
    public ISet<int> Support(IEnumerable<Region> regions) => View.Walks.Support(regions);

    /// <inheritdoc cref="NodeWalks.ValuesOf"/>
    public ImmutableArray<(long First, long Last)> ValuesOf(Region region, int variable) => View.Walks.ValuesOf(region, variable);

    /// <inheritdoc cref="NodeWalks.StartsOf"/>
    internal long[] StartsOf(Region region, int variable) => View.Walks.StartsOf(region, variable);

    /// <inheritdoc cref="NodeWalks.ClassesOf"/>
    public ImmutableArray<ImmutableArray<long>> ClassesOf(IEnumerable<Region> regions, int variable) =>
        View.Walks.ClassesOf(regions, variable);

    /// <inheritdoc cref="NodeWalks.SizeOf"/>
    internal int SizeOf(Region region) => View.Walks.SizeOf(region);

    /// <inheritdoc cref="NodeTable.BeginWalk"/>
    internal NodeWalk BeginWalk() => Nodes.BeginWalk();

    /// <inheritdoc cref="WitnessFinder.Witness"/>
    public long[] Witness(Region region) => View.Witnesses.Witness(region);

    /// <inheritdoc cref="WitnessFinder.CostOf(long[])"/>
    public int CostOf(long[] values) => View.Witnesses.CostOf(values);

    /// <inheritdoc cref="WitnessFinder.Compare"/>
    public int CompareWitnesses(long[] one, long[] other) => View.Witnesses.Compare(one, other);

    /// <summary>The case that mentions nothing.</summary>
    public long[] NeutralCase() => [.. Variables.Select(v => v.Neutral)];

    private NodeBudget ForWork(bool apart)
    {
        int nodes = WorkBudget;
        return new NodeBudget(this, nodes, (long)nodes * StepsPerNode, apart);
    }

    private static Attempt<T> Try<T>(NodeBudget budget, Func<T> work)
    {
        using (budget)
        {
            try
            {
                return new Attempt<T>(work());
            }
            catch (RegionBudgetException)
            {
                return default;
            }
        }
    }

    /// <summary>Ends with what was watched before.</summary>
    internal readonly struct CancellationScope(WorkMeter meter, CancellationToken before) : IDisposable
    {
        public void Dispose() => meter.Cancellation = before;
    }
}
