using System.Diagnostics;
using PolicyLang.Analysis;
using PolicyLang.Analysis.Compatibility;
using PolicyLang.Analysis.Interop;
using PolicyLang.Conflicts;
using PolicyLang.Conflicts.Kinds;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;

namespace PolicyLang.LanguageService;

/// <summary>The words that output and messages use; they are part of their contract.</summary>
internal static class WireNames
{
    /// <summary>The word of a diagnostic severity.</summary>
    public static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Information => "information",
        DiagnosticSeverity.Hint => "hint",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a conflict kind.</summary>
    public static string NameOf(ConflictKind kind) => ConflictKinds.Get(kind).WireName;

    /// <summary>The word of a conflict status.</summary>
    public static string NameOf(ConflictStatus status) => status switch
    {
        ConflictStatus.Unresolved => "unresolved",
        ConflictStatus.Excusable => "excusable",
        ConflictStatus.Avoidable => "avoidable",
        ConflictStatus.Resolved => "resolved",
        ConflictStatus.Acknowledged => "acknowledged",
        ConflictStatus.Ended => "ended",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a principle.</summary>
    public static string NameOf(Principle principle) => principle switch
    {
        Principle.Explicit => "explicit",
        Principle.Superior => "superior",
        Principle.Specialis => "specialis",
        Principle.Posterior => "posterior",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of an outcome.</summary>
    public static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Permitted => "permitted",
        Outcome.Prohibited => "prohibited",
        Outcome.Conflicting => "conflicting",
        Outcome.Unregulated => "unregulated",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a piece of advice.</summary>
    public static string NameOf(AdviceKind kind) => kind switch
    {
        AdviceKind.Discouraged => "discouraged",
        AdviceKind.Advised => "advised",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The word of a clause role.</summary>
    public static string NameOf(ClauseRole role) => role switch
    {
        ClauseRole.Applies => "applies",
        ClauseRole.Defeated => "defeated",
        ClauseRole.Due => "due",
        ClauseRole.Near => "near",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word for how two laws stand to each other.</summary>
    public static string NameOf(InteropKind kind) => kind switch
    {
        InteropKind.Incompatible => "incompatible",
        InteropKind.StricterInFirst => "stricter-in-first",
        InteropKind.StricterInSecond => "stricter-in-second",
        InteropKind.Common => "common",
        InteropKind.SilentInFirst => "silent-in-first",
        InteropKind.SilentInSecond => "silent-in-second",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word for how far an offer and a request can be met together.</summary>
    public static string NameOf(CompatibilityVerdict verdict) => verdict switch
    {
        CompatibilityVerdict.Whole => "whole",
        CompatibilityVerdict.Part => "part",
        CompatibilityVerdict.None => "none",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word for how an offer and a request stand to each other.</summary>
    public static string NameOf(CompatibilityKind kind) => kind switch
    {
        CompatibilityKind.Together => "together",
        CompatibilityKind.Incompatible => "incompatible",
        CompatibilityKind.Refused => "refused",
        CompatibilityKind.NotOffered => "not-offered",
        CompatibilityKind.Excluded => "excluded",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of an answer in a matrix.</summary>
    public static string NameOf(TransferAnswer answer) => answer switch
    {
        TransferAnswer.Free => "free",
        TransferAnswer.Safeguards => "safeguards",
        TransferAnswer.Prohibited => "prohibited",
        TransferAnswer.Conflicting => "conflicting",
        TransferAnswer.Unregulated => "unregulated",
        TransferAnswer.Impossible => "impossible",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of a change of meaning.</summary>
    public static string NameOf(SemanticChangeKind kind) => kind switch
    {
        SemanticChangeKind.Permitted => "permitted",
        SemanticChangeKind.Prohibited => "prohibited",
        SemanticChangeKind.Conflicting => "conflicting",
        SemanticChangeKind.Resolved => "resolved",
        SemanticChangeKind.Due => "due",
        SemanticChangeKind.Waived => "waived",
        SemanticChangeKind.Unregulated => "unregulated",
        SemanticChangeKind.Owed => "owed",
        SemanticChangeKind.Released => "released",
        SemanticChangeKind.Advice => "advice",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of what became of a clause.</summary>
    public static string NameOf(ClauseChangeKind kind) => kind switch
    {
        ClauseChangeKind.Added => "added",
        ClauseChangeKind.Removed => "removed",
        ClauseChangeKind.Narrower => "narrower",
        ClauseChangeKind.Wider => "wider",
        ClauseChangeKind.Changed => "changed",
        ClauseChangeKind.Reworded => "reworded",
        _ => throw new UnreachableException(),
    };

    /// <summary>The word of what a version means for those who keep to the one before.</summary>
    public static string NameOf(ChangeLevel level) => level switch
    {
        ChangeLevel.None => "none",
        ChangeLevel.Patch => "patch",
        ChangeLevel.Minor => "minor",
        ChangeLevel.Major => "major",
        _ => throw new UnreachableException(),
    };

    /// <summary>"1 error", "2 errors".</summary>
    public static string Count(int count, string noun) => Count(count, noun, $"{noun}s");

    /// <summary>"1 party", "2 parties".</summary>
    public static string Count(int count, string noun, string plural) => count == 1 ? $"1 {noun}" : $"{count} {plural}";
}
