using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Conflicts;

/// <summary>The kinds of conflict between clauses.</summary>
internal enum ConflictKind
{
    UnlawfulProhibition,
    Dilemma,
    AvoidableDilemma,
    Contradiction,
    WaiverConflict,
    TreatyBreach,
    MissingTransposition,
    UnlawfulPermission,
    TreatyConflict,
    Tension,
}

/// <summary>Where a conflict stands.</summary>
internal enum ConflictStatus
{
    Unresolved,

    /// <summary>A treaty breach that one leave of the treaty would excuse, if what it asks for were so.</summary>
    Excusable,
    Avoidable,
    Resolved,
    Acknowledged,

    /// <summary>It arises on no day from that on which it is judged on.</summary>
    Ended,
}

/// <summary>How an overlap was resolved.</summary>
/// <param name="By">The principle.</param>
/// <param name="Prevails">The clause that stands there.</param>
internal sealed record Resolution(Principle By, string Prevails)
{
    /// <summary>What resolves those parts of the overlap that this does not; empty where it resolves all of it.</summary>
    public ImmutableArray<Resolution> Elsewhere { get; init; } = [];

    /// <summary>All of them: this one first.</summary>
    public IEnumerable<Resolution> All() => Elsewhere.Prepend(this);

    public bool Equals(Resolution? other) =>
        other is not null && By == other.By && Prevails == other.Prevails && Elsewhere.SequenceEqual(other.Elsewhere);

    public override int GetHashCode() => Prevails.GetHashCode();
}

/// <summary>One side of a conflict: what an order or an instrument between States says in it.</summary>
/// <param name="Name">The legal order; for what an instrument binds its parties to, the instrument.</param>
/// <param name="Clauses">Qualified names, sorted by code unit.</param>
internal sealed record ClauseSide(string Name, ImmutableArray<string> Clauses);

/// <summary>A party that a conflict concerns.</summary>
/// <param name="Party">The party.</param>
/// <param name="Days">The days on which it does.</param>
/// <param name="OwedTo">The parties to which it owes what is broken; empty where that is nobody in particular.</param>
/// <param name="Witness">A case that fits it.</param>
internal sealed record ConcernedParty(string Party, ImmutableArray<DayRange> Days, ImmutableArray<string> OwedTo, CaseFacts Witness);

/// <summary>A leave of a treaty that would excuse a breach.</summary>
/// <param name="Clause">The leave.</param>
/// <param name="Requires">What it asks for, as it is written.</param>
/// <param name="IsWhole">Whether it reaches all of the breach.</param>
internal sealed record PossibleExcuse(string Clause, ImmutableArray<string> Requires, bool IsWhole);

/// <summary>Where a clause of a conflict stands.</summary>
internal sealed record ClauseLocation(string Clause, Location Location)
{
    /// <summary>Its title; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>What it says of the act, as the end of a sentence: "prohibits it".</summary>
    public string Part { get; init; } = string.Empty;
}

/// <summary>One conflict: a minimal set of clauses, and a case that shows it.</summary>
/// <param name="Descriptor">Its diagnostic (PL4xxx).</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Status">Unresolved, avoidable, resolved or acknowledged.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="Clauses">Qualified names, sorted by code unit.</param>
/// <param name="Resolution">How it was resolved, where it was.</param>
/// <param name="Witness">A smallest case in which it arises; the decision procedure confirms it.</param>
/// <param name="AvoidBy">For an avoidable dilemma, every minimal choice that complies with both sides.</param>
/// <param name="Message">One sentence that says what collides and why.</param>
/// <param name="Help">What to do about it.</param>
/// <param name="Locations">Where the clauses stand, in the order of <paramref name="Clauses"/>.</param>
internal sealed record Conflict(
    DiagnosticDescriptor Descriptor,
    ConflictKind Kind,
    ConflictStatus Status,
    DiagnosticSeverity Severity,
    ImmutableArray<string> Clauses,
    Resolution? Resolution,
    CaseFacts Witness,
    ImmutableArray<CaseFacts> AvoidBy,
    string Message,
    string? Help,
    ImmutableArray<ClauseLocation> Locations) : DiagnosticSubject
{
    /// <summary>Whether <see cref="AvoidBy"/> are all: there may be more than anybody looks for.</summary>
    public bool AvoidByIsComplete { get; init; } = true;

    /// <summary>For conflicts with treaties, every party concerned.</summary>
    public ImmutableArray<ConcernedParty> Parties { get; init; } = [];

    /// <summary>For a treaty breach, the leaves that would excuse it, in whole or in part.</summary>
    public ImmutableArray<PossibleExcuse> Excuses { get; init; } = [];

    /// <summary>Its sides; that of the duty, the guarantee or the permission with which the others collide comes first. One where all is
    /// within one order.</summary>
    public ImmutableArray<ClauseSide> Sides { get; init; } = [];

    /// <summary>The clause at which a reader looks first: that of a policy which breaks the law, else the one with which the others
    /// collide.</summary>
    public string MainClause { get; init; } = Clauses.FirstOrDefault() ?? string.Empty;

    /// <summary>The clause of the reader's own instruments at which it is told; null where all of its clauses are theirs, or none
    /// is.</summary>
    public string? OwnClause { get; init; }

    /// <summary>Why somebody accepts it; null where nobody does.</summary>
    public string? AcceptedBecause { get; init; }

    /// <summary>Whether it asks for attention: neither acknowledged, ended nor settled by precedence.</summary>
    public bool IsOpen => Triage.IsOpen(Status, Severity);

    /// <summary>Whether precedence, an acknowledgement or time settles it.</summary>
    public bool IsSettled => Triage.IsSettled(Status);

    /// <summary>Where it stands by the rules alone, whatever somebody acknowledges and whichever day it is.</summary>
    public ConflictStatus StatusByRules { get; init; } = Status;

    /// <summary>Whether no precedence resolves it and no choice avoids it, be it acknowledged or ended: what scenarios and checks call a
    /// conflict.</summary>
    public bool IsInescapable => Triage.IsInescapable(StatusByRules);

    /// <summary>Whether a policy breaks the law above it.</summary>
    public bool IsUnlawfulPolicy => Kind is ConflictKind.UnlawfulPermission or ConflictKind.UnlawfulProhibition;

    /// <summary>The days on which it arises.</summary>
    public ImmutableArray<DayRange> Days { get; init; } = [];

    /// <summary>The identity of the conflict across edits: its code and clauses, never line numbers.</summary>
    public string Fingerprint => $"{Descriptor.Code}:{string.Join("+", Clauses)}";

    /// <summary>Compares by first location, then code, then clauses: the order of every report.</summary>
    public static int Compare(Conflict a, Conflict b)
    {
        int byPlace = Location.Compare(a.Locations[0].Location, b.Locations[0].Location);
        int byCode = byPlace != 0 ? byPlace : string.CompareOrdinal(a.Descriptor.Code, b.Descriptor.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(a.Fingerprint, b.Fingerprint);
    }
}
