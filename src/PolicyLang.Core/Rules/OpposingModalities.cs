namespace PolicyLang.Rules;

/// <summary>Which modalities oppose each other.</summary>
internal static class OpposingModalities
{
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

    private static readonly HashSet<(RuleModality, RuleModality)> Both = [.. Pairs.SelectMany(p => new[] { (p.One, p.Other), (p.Other, p.One) })];

    /// <summary>Whether two modalities oppose each other, in either order.</summary>
    public static bool Opposed(RuleModality one, RuleModality other) => Both.Contains((one, other));
}
