using PolicyLang.Diagnostics;
using PolicyLang.Runtime;

namespace PolicyLang;

/// <summary>How much a finding weighs, lightest first.</summary>
public enum PolicySeverity
{
    /// <summary>A faint mark in editors.</summary>
    Hint,

    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>Wrong, or a conflict that nobody can comply with.</summary>
    Error,
}

/// <summary>Something that was found in policy files: a mistake, a conflict, a scenario that fails.</summary>
/// <param name="Code">Its code, such as <c>PL4001</c>; <c>docs/diagnostics</c> has a page for each.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Help">What to write instead; null where the message says it.</param>
/// <param name="Position">Where it is.</param>
public sealed record PolicyFinding(string Code, PolicySeverity Severity, string Message, string? Help, SourcePosition Position)
{
    /// <summary>Whether part of the text was not understood, so that rules are missing and nothing is decided.</summary>
    public bool HidesRules { get; init; }

    /// <summary><c>file(line,column): error PL4001: message</c>.</summary>
    public override string ToString() => $"{Position}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";

    internal static PolicyFinding Of(Diagnostic finding) => new(
        finding.Code, (PolicySeverity)finding.Severity, finding.Message, finding.Help, ModelMapping.PositionOf(finding.Location))
    {
        HidesRules = finding.HidesRules,
    };
}

/// <summary>A rulebook cannot answer: part of its files was not understood (<see cref="Findings"/> says where), or the question is beyond
/// the limits of the engine (PL9xxx).</summary>
public sealed class RulebookException : InvalidOperationException
{
    internal RulebookException(IReadOnlyList<PolicyFinding> findings)
        : base($"Part of the policy files was not understood, so that nothing is decided: {findings[0]}") => Findings = findings;

    internal RulebookException(Problem undecided)
        : base(undecided.Limit is { } limit ? $"{limit.Code}: {undecided.Message}" : undecided.Message) => Findings = [];

    /// <summary>The errors that hide rules; none where a limit was reached.</summary>
    public IReadOnlyList<PolicyFinding> Findings { get; }
}
