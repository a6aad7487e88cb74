using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Reporters;

/// <summary>What a run found.</summary>
/// <param name="Files">How many files it read.</param>
/// <param name="Clauses">How many clauses they hold.</param>
/// <param name="Findings">In the order of output.</param>
/// <param name="Conflicts">In the order of output.</param>
internal sealed record Report(int Files, int Clauses, ImmutableArray<Finding> Findings, ImmutableArray<Conflict> Conflicts)
{
    public int Count(DiagnosticSeverity severity) => Findings.Count(finding => finding.Diagnostic.Severity == severity);

    /// <summary>The exit code: whether something is at or above a severity.</summary>
    public int ExitCode(DiagnosticSeverity failOn) =>
        Findings.Any(finding => finding.Diagnostic.Severity >= failOn) ? ExitCodes.Findings : ExitCodes.Clean;
}
