namespace PolicyLang.Regions;

public sealed partial class RegionSpace
{
    /// <summary>Nodes that one piece of work may add before it gives up, unless the space's maker says otherwise.</summary>
    public const int DefaultBudget = 400_000;

    // What pieces of work that gave up have left behind stays in memory. The more of it there is, the sooner the next one gives up.
    private const int MostWasted = 4_000_000;
    private const int LeastBudget = 4_000;

    // A step that makes no node is cheaper than one that does.
    private const int StepsPerNode = 20;

    // A question as a whole may cost as much as some clauses, and takes more steps for each node.
    private const int QuestionBudgets = 5;
    private const int StepsPerQuestionNode = 100;

    private readonly int _budget;
    private Allowance _allowed;
    private int _wasted;

    /// <summary>
    /// Whether there is a better order of variables in which to start over. Where there is, work that is beyond its budget ends with an
    /// <see cref="OrderGivenUpException"/> that names this, for whoever can; null for nobody.
    /// </summary>
    internal Func<bool>? Alternative { get; set; }

    /// <summary>What may still be spent.</summary>
    internal Allowance Allowed
    {
        get => _allowed;
        set => _allowed = value;
    }

    /// <summary>How much of the stack of operations is in use.</summary>
    internal int StackHeight
    {
        get => _top;
        set => _top = value;
    }

    /// <summary>Does a piece of work with a budget of its own, within what is left of the work that it is part of.</summary>
    public Attempt<T> TryWithin<T>(Func<T> work) => Try(ForWork(apart: false), work);

    /// <summary>The same for work that whatever is done around it merely is the first to need: it has its own budget, whoever asks for
    /// it.</summary>
    public Attempt<T> TryApart<T>(Func<T> work) => Try(ForWork(apart: true), work);

    /// <summary>Answers a question, which may consist of many pieces of work.</summary>
    internal Attempt<T> TryAnswer<T>(Func<T> work) => Try(Open(), work);

    /// <summary>Opens the budget of a question. Beyond it, work in the space throws.</summary>
    internal NodeBudget Open()
    {
        long nodes = (long)WorkBudget * QuestionBudgets;
        return new NodeBudget(this, nodes, nodes * StepsPerQuestionNode, apart: true);
    }

    /// <summary>The most nodes that a piece of work may add now.</summary>
    internal int WorkBudget => Math.Min(_budget, Math.Max(LeastBudget, (MostWasted - _wasted) / 4));

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

    private void Step()
    {
        if (--_allowed.Steps < 0)
        {
            GiveUp();
        }

        CountToLook();
    }

    /// <summary>Ends the work under way because it is beyond its budget; for work beside the operations of the space.</summary>
    /// <exception cref="OrderGivenUpException">There is another order of variables.</exception>
    internal void GiveUp()
    {
        if (!_allowed.IsOpen)
        {
            throw new InvalidOperationException("Work in a space of regions needs a budget: see TryWithin.");
        }

        long spent = Math.Max(_count - _allowed.Start, _allowed.Steps > 0 ? 0 : (long)_allowed.Limit - _allowed.Start);
        _wasted = (int)Math.Min(MostWasted, _wasted + spent);
        throw Alternative is { } alternative && alternative() ? new OrderGivenUpException(alternative) : new RegionBudgetException(_budget);
    }

    /// <summary>What may still be spent in a space; nothing by default.</summary>
    /// <param name="IsOpen">Whether there is a budget at all.</param>
    /// <param name="Start">How many nodes there were when it was opened.</param>
    /// <param name="Limit">How many there may be.</param>
    /// <param name="Steps">How many steps may still be taken.</param>
    internal record struct Allowance(bool IsOpen, int Start, int Limit, int Steps);
}
