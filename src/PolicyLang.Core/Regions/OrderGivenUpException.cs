namespace PolicyLang.Regions;

/// <summary>Work is beyond its budget, and there is another order of variables in which it may not be.</summary>
/// <param name="alternative">What said so.</param>
#pragma warning disable CA1032 // It is made in one way only.
internal sealed class OrderGivenUpException(Func<bool> alternative) : Exception
#pragma warning restore CA1032
{
    /// <summary>What said that there is another order.</summary>
    public Func<bool> Alternative { get; } = alternative;
}
