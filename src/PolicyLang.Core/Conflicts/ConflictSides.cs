using System.Diagnostics;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Finds the sides of a conflict.</summary>
internal static class ConflictSides
{
    /// <summary>The sides, that of the first rule first.</summary>
    public static ImmutableArray<ClauseSide> Find(ConflictCandidate candidate) =>
    [
        .. candidate.Rules.Select(r => r.Clause).Distinct()
            .GroupBy(c => Name(c, candidate))
            .Select(side => new ClauseSide(side.Key, [.. side.Select(c => c.QualifiedName).OrderBy(n => n, StringComparer.Ordinal)])),
    ];

    /// <summary>What a rule says of the act, as the end of a sentence.</summary>
    public static string Part(RuleModality modality) => modality switch
    {
        RuleModality.Prohibition => "prohibits it",
        RuleModality.Obligation => "requires it",
        RuleModality.Permission => "permits it",
        RuleModality.Waiver => "says that it need not be done",
        RuleModality.AllowGuarantee => "guarantees that it may be done",
        RuleModality.NotRequireGuarantee => "guarantees that it is not required",
        RuleModality.Exemption or RuleModality.DutyToProhibit or RuleModality.DutyToRequire or RuleModality.PowerToProhibit
            or RuleModality.PowerToRequire => "takes part",
        _ => throw new UnreachableException(),
    };

    // A permission breaks a prohibition of conduct, which is still a breach of the instrument.
    private static string Name(ClauseSymbol clause, ConflictCandidate candidate) =>
        clause.Meaning?.LawModality is not null
            || (candidate.Nature.Kind == ConflictKind.TreatyBreach && ReferenceEquals(clause, candidate.Rules[0].Clause))
            ? clause.Framework.Name
            : clause.Framework.Authority?.Name ?? clause.Framework.Name;
}
