using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>What is known of a snapshot, in words, so that two of them can be compared.</summary>
internal static class Told
{
    /// <summary>Findings, conflicts and what scenarios come to.</summary>
    public static string Findings(Workspace workspace) => string.Join("\n",
    [
        .. workspace.Diagnostics.Select(Of),
        .. workspace.OpenConflicts.Select(Of),
        .. workspace.RunScenarios().Select(s => $"{s.Scenario.Title} {s.Passed}"),
    ]);

    /// <summary>What names mean, who prevails, whose clauses are in force.</summary>
    public static string Names(SemanticModel model) => string.Join("\n",
    [
        .. model.References.Select(r => $"{r.Location.File} {r.Location.Start} {r.Symbol.Kind} {r.Symbol} {r.Symbol.Location.File} {r.Symbol.Location.Start}").Order(StringComparer.Ordinal),
        .. model.Precedence.Select(e => $"{e.Upper} over {e.Lower} {e.Claim.Relation}").Order(StringComparer.Ordinal),
        .. model.Clauses.Select(c => $"{c.QualifiedName} {c.HasErrors} {string.Join(" ", c.Force)} {c.Framework.EffectiveRank}"),
        .. model.Parties.Select(p => $"{p.Name} {string.Join(" ", p.Adoptions.Select(a => $"{a.Framework} {a.Since}"))}"),
    ]);

    /// <summary>Whether two findings say the same of the same place.</summary>
    public static bool SameFinding(Diagnostic a, Diagnostic b) => Of(a) == Of(b);

    private static string Of(Diagnostic d) => $"{d.Code} {d.Severity} {d.Location.File} {d.Location.Span} {d.Message} {string.Join(";", d.Related.Select(r => $"{r.Location.File} {r.Location.Span} {r.Message}"))}";

    private static string Of(Conflict conflict) =>
        $"{conflict.Fingerprint} {conflict.Kind} {conflict.Status} {conflict.Severity} {CaseSentence.Write(conflict.Witness)} [{string.Join("; ", conflict.AvoidBy.Select(CaseSentence.Write))}] {conflict.Message} {conflict.Help} {string.Join(",", conflict.Locations.Select(l => $"{l.Location.File} {l.Location.Span}"))}";
}
