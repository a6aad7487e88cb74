using PolicyLang.Diagnostics;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>What a conflict of another kind is called where one of its rules only advises.</summary>
internal sealed class Tension : KindOfConflict
{
    public static readonly Tension Instance = new();

    public override ConflictKind Kind => ConflictKind.Tension;

    public override DiagnosticDescriptor Descriptor => ConflictDiagnostics.Tension;

    public override string WireName => "tension";

    public override string Title(Conflict conflict) => conflict.Sides.Length == 1
        ? $"What {GroupPhrases.First(conflict)} advises clashes with its own rules"
        : $"{GroupPhrases.First(conflict)} clashes with {GroupPhrases.Others(conflict)}, where one of them only advises";
}
