using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests;

/// <summary>Short ways to write a workspace in a test and ask about it.</summary>
internal static class Law
{
    /// <summary>A workspace of one file that must have no error but conflicts and clauses that change nothing.</summary>
    public static Workspace Of(string text)
    {
        Workspace workspace = Workspace.Empty.With("law.policy", text);
        Assert.Empty(workspace.Diagnostics.Where(d => !d.Code.StartsWith("PL4", StringComparison.Ordinal) && !d.Code.StartsWith("PL5", StringComparison.Ordinal) && d.Severity > DiagnosticSeverity.Information).Select(d => $"{d.Code} {d.Message}"));
        return workspace;
    }

    /// <summary>The workspace of an example folder.</summary>
    public static Workspace Example(string name) =>
        Workspace.Empty.With(Repository.Files($"tests/cases/first-examples/{name}", "*.policy").Select(f => new KeyValuePair<string, string>(f, Repository.Read(f))));

    /// <summary>A framework around clauses, in force from 2020-01-01.</summary>
    public static string Framework(string name, string authority, string clauses, string properties = "") =>
        $"framework {name} {{ authority {authority} in force from 2020-01-01 {properties} {clauses} }}\n";

    /// <summary>Decides "key=value" facts; commas part the elements of a set; on 2024-01-01 unless said otherwise.</summary>
    public static Decision Decide(this Workspace workspace, params string[] facts)
    {
        IEnumerable<string> dated = facts.Any(f => f.StartsWith("date=", StringComparison.Ordinal)) ? facts : facts.Append("date=2024-01-01");
        IEnumerable<RawFact> raw = dated.Select(f => f.Split('=', 2)).Select(p => new RawFact(p[0], p.Length == 1 ? ["true"] : [.. p[1].Split(',')]));
        Decision? decision = workspace.Decide(raw, out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        Assert.NotNull(decision);
        return decision;
    }

    /// <summary>"kind/status A+B" for each conflict, resolved ones too.</summary>
    public static IEnumerable<string> Told(this Workspace workspace) =>
        workspace.Conflicts.Select(c => $"{c.Kind}/{c.Status} {string.Join("+", c.Clauses)}");

    /// <summary>The one conflict between clauses.</summary>
    public static Conflict Conflict(this Workspace workspace, params string[] clauses) =>
        Assert.Single(workspace.Conflicts, c => c.Clauses.SequenceEqual(clauses.Order(StringComparer.Ordinal)));

    /// <summary>"attribute=value" for each fact.</summary>
    public static string Tell(this CaseFacts facts) => string.Join(" ", facts.Facts.Select(f => $"{f.Attribute}={Tell(f.Value)}"));

    private static string Tell(FactValue value) => value switch
    {
        FlagValue flag => flag.Value ? "true" : "false",
        CountValue count => count.Value.ToString(),
        DateValue date => date.Day.ToString(),
        NodeValue node => node.Name,
        SetValue set => string.Join("+", set.Names),
        _ => "?",
    };
}
