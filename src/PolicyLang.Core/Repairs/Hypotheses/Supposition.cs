using PolicyLang.Analysis;

namespace PolicyLang.Repairs.Hypotheses;

/// <summary>What is supposed of the law, each as a user writes it.</summary>
internal sealed record Supposition
{
    /// <summary>"CN DGF since 2029-01-01 reserving DGF.Art2": a party adopts an instrument.</summary>
    public ImmutableArray<string> Adopt { get; init; } = [];

    /// <summary>"BR DGF since 2030-01-01": a party is no longer bound, from a day on or altogether.</summary>
    public ImmutableArray<string> Withdraw { get; init; } = [];

    /// <summary>"BR DGF.Art2, DGF.Art4 until 2035-12-31": a party reserves clauses.</summary>
    public ImmutableArray<string> Reserve { get; init; } = [];

    /// <summary>"GDPR.Art44", or a framework: it is repealed, from a day on or altogether.</summary>
    public ImmutableArray<string> Repeal { get; init; } = [];
}

/// <summary>A clause of an instrument, and whom it concerns.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Of">For a breach the clauses of the party's law; for what is owed the parties that owe it.</param>
internal sealed record OwedClause(string Clause, ImmutableArray<string> Of);

/// <summary>What a supposition means for one of the parties that it names.</summary>
/// <param name="Party">The party.</param>
/// <param name="Breaches">The clauses that its law would newly break.</param>
/// <param name="Missing">The clauses for which it would newly lack law.</param>
/// <param name="Gains">What others would newly owe it.</param>
/// <param name="Losses">What others would no longer owe it.</param>
/// <param name="Reservation">The smallest reservation that leaves none of these breaches; null where there is none, or none is
/// needed.</param>
internal sealed record PartyOutlook(
    string Party,
    ImmutableArray<OwedClause> Breaches,
    ImmutableArray<string> Missing,
    ImmutableArray<OwedClause> Gains,
    ImmutableArray<OwedClause> Losses,
    SmallestReservation? Reservation);

/// <summary>A reservation that was tried and leaves no breach. Each of its clauses is broken, so that none can be left out.</summary>
/// <param name="Clauses">The clauses.</param>
/// <param name="Price">What is then no longer owed to the party: a reservation works both ways.</param>
internal sealed record SmallestReservation(ImmutableArray<string> Clauses, ImmutableArray<OwedClause> Price);

/// <summary>What a supposition changes.</summary>
/// <param name="Parties">What it means for the parties that it names.</param>
/// <param name="Others">The conflicts that others would newly have.</param>
/// <param name="Comparison">How the law differs from that of today.</param>
internal sealed record WhatIfAnswer(
    ImmutableArray<PartyOutlook> Parties, ImmutableArray<ConflictChange> Others, VersionComparison Comparison);
