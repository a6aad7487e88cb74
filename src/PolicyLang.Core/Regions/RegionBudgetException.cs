namespace PolicyLang.Regions;

/// <summary>A region needs more nodes than the budget allows. It ends the piece of work that has the budget, which is then undecided;
/// nobody else sees it.</summary>
internal sealed class RegionBudgetException : Exception
{
    public RegionBudgetException(int budget)
        : base($"A region needs more than {budget} nodes.") => Budget = budget;

    public RegionBudgetException()
    {
    }

    public RegionBudgetException(string message)
        : base(message)
    {
    }

    public RegionBudgetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The budget, in nodes.</summary>
    public int Budget { get; }
}
