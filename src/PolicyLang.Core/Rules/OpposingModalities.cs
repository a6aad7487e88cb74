namespace PolicyLang.Rules;

/// <summary>Which modalities oppose each other.</summary>
internal static class OpposingModalities
{
    private const int Modalities = (int)RuleModality.LeaveToRequire + 1;

    /// <summary>Every unordered pair of opposing modalities, once.</summary>
    public static ImmutableArray<(RuleModality One, RuleModality Other)> Pairs { get; } =
    [
        (RuleModality.Permission, RuleModality.Prohibition),
        (RuleModality.Obligation, RuleModality.Prohibition),
        (RuleModality.Obligation, RuleModality.Waiver),
        (RuleModality.Exemption, RuleModality.Prohibition),
        (RuleModality.Exemption, RuleModality.Obligation),
        (RuleModality.AllowGuarantee, RuleModality.Prohibition),
        (RuleModality.NotRequireGuarantee, RuleModality.Obligation),
        (RuleModality.LeaveToProhibit, RuleModality.AllowGuarantee),
        (RuleModality.LeaveToProhibit, RuleModality.DutyToRequire),
        (RuleModality.LeaveToRequire, RuleModality.NotRequireGuarantee),
        (RuleModality.LeaveToRequire, RuleModality.DutyToProhibit),
    ];

    private static readonly bool[] Table = Tabulate();

    /// <summary>Whether two modalities oppose each other, in either order.</summary>
    public static bool Opposed(RuleModality one, RuleModality other) => Table[((int)one * Modalities) + (int)other];

    private static bool[] Tabulate()
    {
        var table = new bool[Modalities * Modalities];
        foreach ((RuleModality one, RuleModality other) in Pairs)
        {
            table[((int)one * Modalities) + (int)other] = true;
            table[((int)other * Modalities) + (int)one] = true;
        }

        return table;
    }
}
