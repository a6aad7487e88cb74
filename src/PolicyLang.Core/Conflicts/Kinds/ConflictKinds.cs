using PolicyLang.Rules;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>The kinds of conflict.</summary>
internal static class ConflictKinds
{
    /// <summary>All kinds, in the order in which they are looked for.</summary>
    public static ImmutableArray<KindOfConflict> All { get; } =
    [
        Dilemma.Instance,
        AvoidableDilemma.Instance,
        Contradiction.Instance,
        WaiverConflict.Instance,
        UnlawfulPermission.Instance,
        UnlawfulProhibition.Instance,
        TreatyBreach.Instance,
        MissingTransposition.Instance,
        TreatyConflict.Instance,
        Tension.Instance,
    ];

    private static readonly Dictionary<ConflictKind, KindOfConflict> ByKind = All.ToDictionary(k => k.Kind);

    /// <summary>What there is to know of a kind.</summary>
    public static KindOfConflict Get(ConflictKind kind) => ByKind[kind];

    /// <summary>What finds conflicts among some rules, in the order of the kinds.</summary>
    public static ImmutableArray<IConflictDetector> Detectors(RuleBook book) =>
        [.. All.OfType<DetectableKind>().Select(k => k.Detector(book)).OfType<IConflictDetector>()];
}
