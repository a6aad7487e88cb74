using PolicyLang.Conflicts.Kinds;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>A conflict before it is reported: its rules and the cases in which it arises.</summary>
/// <param name="Nature">Its kind, were no rule soft.</param>
/// <param name="Status">Its status, acknowledgements aside.</param>
/// <param name="Rules">The rules; the one from which its kind starts (a duty, a guarantee, a permission) first.</param>
/// <param name="Shown">The cases from which the witness is taken; not empty.</param>
internal sealed record ConflictCandidate(DetectableKind Nature, ConflictStatus Status, ImmutableArray<Rule> Rules, Region Shown)
{
    /// <summary>All cases in which it arises, between whichever rules of its clauses.</summary>
    public Region Cases { get; init; } = Shown;

    /// <summary>Whether it is a treaty breach that cannot be pursued on the day.</summary>
    public bool NotEnforceable { get; init; }

    /// <summary>Whether its two rules never stand together, so that nothing of it is left on the books.</summary>
    public bool NeverBothStand { get; init; }

    /// <summary>For conflicts with treaties, the parties concerned, each with its cases.</summary>
    public ImmutableArray<ConcernedLaw> Concerned { get; init; } = [];

    /// <summary>For a treaty breach, the leaves that would excuse it.</summary>
    public ImmutableArray<PossibleExcuse> Excuses { get; init; } = [];

    /// <summary>The clauses, sorted: what a conflict is reported once for.</summary>
    public string Key { get; } =
        string.Join("+", Rules.Select(r => r.Clause.QualifiedName).Distinct().OrderBy(n => n, StringComparer.Ordinal));

    /// <summary>Its kind: a tension, where one side is soft.</summary>
    public ConflictKind Kind => Rules.Any(r => r.IsSoft) ? ConflictKind.Tension : Nature.Kind;

    /// <summary>Its diagnostic.</summary>
    public DiagnosticDescriptor Descriptor => ConflictKinds.Get(Kind).Descriptor;

    /// <summary>The same with each region replaced.</summary>
    public ConflictCandidate Moved(Func<Region, Region> region) => this with
    {
        Shown = region(Shown),
        Cases = region(Cases),
        Concerned = [.. Concerned.Select(c => c with { Cases = region(c.Cases) })],
    };

    /// <summary>The qualified name of the first rule's clause.</summary>
    public string FirstClause => Rules[0].Clause.QualifiedName;

    /// <summary>The qualified name of the last rule's clause.</summary>
    public string LastClause => Rules[Rules.Length - 1].Clause.QualifiedName;
}
