namespace PolicyLang.CodeGen.Tables;

/// <summary>What one rule, or a part of it, does to an outcome.</summary>
/// <param name="Order">The number of its legal order.</param>
/// <param name="Effect">One of <see cref="Effects"/>.</param>
/// <param name="Cases">Where it does: 1 inside, 0 outside.</param>
internal readonly record struct OutcomeItem(int Order, int Effect, DiagramNode Cases);

/// <summary>What rules do; the numbers are those of the runtime's <c>OutcomeTable</c>.</summary>
internal static class Effects
{
    public const int Prohibits = 1;
    public const int Permits = 2;
    public const int Obliges = 4;
    public const int Conflicts = 8;

    /// <summary>Terminals from here on are lists of items: how much more than this is the place of the list.</summary>
    public const int FirstList = 16;
}
