using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;

namespace PolicyLang.Cli.Reporters;

/// <summary>The words that output uses; they are part of its contract.</summary>
internal static class Words
{
    public static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Information => "information",
        _ => "hint",
    };

    public static string Of(ConflictKind kind) => kind switch
    {
        ConflictKind.Dilemma => "dilemma",
        ConflictKind.AvoidableDilemma => "avoidable-dilemma",
        ConflictKind.Contradiction => "contradiction",
        ConflictKind.WaiverConflict => "waiver-conflict",
        ConflictKind.TreatyBreach => "treaty-breach",
        ConflictKind.MissingTransposition => "missing-transposition",
        ConflictKind.UnlawfulPermission => "unlawful-permission",
        _ => "tension",
    };

    public static string Of(ConflictStatus status) => status switch
    {
        ConflictStatus.Unresolved => "unresolved",
        ConflictStatus.Avoidable => "avoidable",
        ConflictStatus.Resolved => "resolved",
        _ => "acknowledged",
    };

    public static string Of(Principle principle) => principle switch
    {
        Principle.Explicit => "explicit",
        Principle.Superior => "superior",
        Principle.Specialis => "specialis",
        _ => "posterior",
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Permitted => "permitted",
        Outcome.Prohibited => "prohibited",
        Outcome.Conflicting => "conflicting",
        _ => "unregulated",
    };

    public static string Of(ClauseRole role) => role switch
    {
        ClauseRole.Applies => "applies",
        ClauseRole.Defeated => "defeated",
        ClauseRole.Due => "due",
        _ => "near",
    };

    /// <summary>"1 error", "2 errors".</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
