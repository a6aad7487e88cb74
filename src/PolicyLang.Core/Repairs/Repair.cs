using PolicyLang.Decisions;
using PolicyLang.Diagnostics;

namespace PolicyLang.Repairs;

/// <summary>How a repair changes the law.</summary>
internal enum RepairKind
{
    /// <summary>One clause yields to the other: <c>subject to</c>.</summary>
    Subordinate,

    /// <summary>The party reserves the clause where it adopts the instrument.</summary>
    Reserve,

    /// <summary>One clause gets an exception: <c>unless</c>, or <c>when</c> the other's exception holds.</summary>
    Exception,

    /// <summary>A permission asks for a safeguard that ends the prohibition.</summary>
    Safeguard,

    /// <summary>One clause speaks of fewer places.</summary>
    NarrowPlace,

    /// <summary>A measure invokes a leave of the instrument that it breaks: <c>invoking</c>.</summary>
    Invoke,

    /// <summary>The older clause ends the day before the conflict begins.</summary>
    EndDate,
}

/// <summary>An edit of one file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Edit">What to replace.</param>
internal sealed record FileEdit(string File, TextEdit Edit);

/// <summary>One amendment of one clause or adoption.</summary>
/// <param name="Kind">How it changes the law.</param>
/// <param name="Clause">The clause that is amended, or reserved.</param>
/// <param name="Title">What it does, as an imperative: "Let GDPR.Art48 yield to CloudAct.S2713".</param>
/// <param name="Edit">The change of the text.</param>
internal sealed record Amendment(RepairKind Kind, string Clause, string Title, FileEdit Edit)
{
    /// <summary>For a clause that yields, what it yields to; null for every other amendment.</summary>
    internal Yielding? Yielding { get; init; }
}

/// <summary>What a clause yields to.</summary>
/// <param name="Clauses">Clauses, as the clause itself would name them.</param>
/// <param name="Orders">Legal orders, to all law of which it yields.</param>
internal sealed record Yielding(ImmutableArray<string> Clauses, ImmutableArray<string> Orders);

/// <summary>Amendments that together remove conflicts; each was tried, and brings no new finding.</summary>
/// <param name="Amendments">What to change; none can be left out.</param>
/// <param name="Removes">The fingerprints of the conflicts that are gone afterwards, sorted.</param>
/// <param name="Afterwards">What the witness of the conflict is decided as afterwards.</param>
internal sealed record Repair(ImmutableArray<Amendment> Amendments, ImmutableArray<string> Removes, Outcome Afterwards)
{
    /// <summary>What it does, as an imperative.</summary>
    public string Title => string.Join("; ", Amendments.Select(a => a.Title));
}

/// <summary>Amendments that are made together.</summary>
/// <param name="Amendments">What to change; none can be left out. Empty where nothing helps.</param>
/// <param name="Removes">The fingerprints of the conflicts that are gone afterwards, sorted.</param>
/// <param name="Wanted">How many conflicts were to be removed.</param>
/// <param name="Exhausted">Whether the search gave up before everything was tried, so that more might be possible.</param>
internal sealed record RepairPlan(ImmutableArray<Amendment> Amendments, ImmutableArray<string> Removes, int Wanted, bool Exhausted);
