namespace PolicyLang.Rules;

/// <summary>Which modalities oppose each other.</summary>
internal static class OpposingModalities
{
    private const int Modalities = (int)RuleModality.PowerToRequire + 1;

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
        (RuleModality.PowerToProhibit, RuleModality.AllowGuarantee),
        (RuleModality.PowerToProhibit, RuleModality.DutyToRequire),
        (RuleModality.PowerToRequire, RuleModality.NotRequireGuarantee),
        (RuleModality.PowerToRequire, RuleModality.DutyToProhibit),
        (RuleModality.AllowGuarantee, RuleModality.DutyToProhibit),
        (RuleModality.NotRequireGuarantee, RuleModality.DutyToRequire),
    ];

    private static readonly bool[] Table = Tabulate();

    /// <summary>Whether two modalities oppose each other, in either order.</summary>
    public static bool Opposed(RuleModality one, RuleModality other) => Table[((int)one * Modalities) + (int)other];

    /// <summary>Whether one is a guarantee and the other a duty to make law that breaks it.</summary>
    public static bool AreTreatyPair(RuleModality one, RuleModality other) =>
        (one, other) is (RuleModality.AllowGuarantee, RuleModality.DutyToProhibit)
            or (RuleModality.DutyToProhibit, RuleModality.AllowGuarantee)
            or (RuleModality.NotRequireGuarantee, RuleModality.DutyToRequire)
                or (RuleModality.DutyToRequire, RuleModality.NotRequireGuarantee);

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
