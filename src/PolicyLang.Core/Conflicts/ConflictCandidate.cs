using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Conflicts;

/// <summary>A conflict before it is told: its rules and the cases in which it arises.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Status">Its status, acknowledgements aside.</param>
/// <param name="Rules">The rules; of an obligation and prohibitions, the obligation first.</param>
/// <param name="Cases">The cases in which it arises; not empty.</param>
internal sealed record ConflictCandidate(ConflictKind Kind, ConflictStatus Status, ImmutableArray<Rule> Rules, Region Cases);
