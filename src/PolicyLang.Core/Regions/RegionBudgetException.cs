namespace PolicyLang.Regions;

/// <summary>A region needs more nodes than the budget allows; callers turn it into a PL9xxx diagnostic that names the clauses.</summary>
public sealed class RegionBudgetException : Exception
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
