using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary>One of the cases that somebody asked about, and its decision.</summary>
/// <param name="Facts">Its facts.</param>
/// <param name="Decision">What the law says of it.</param>
internal sealed record DecidedCase(ImmutableArray<RawFact> Facts, Decision Decision)
{
    /// <summary>By what the case differs from the others that were asked about with it.</summary>
    public string Describe(ImmutableArray<RawFact> asked) =>
        string.Join(", ",
            Facts.Where(f => asked.Any(a => a.Attribute == f.Attribute && a.Values.Length != f.Values.Length)).Select(f => f.Values[0]));

    /// <summary>Decides what was asked: one case, or several where it names several kinds of data, places or purposes.</summary>
    /// <param name="workspace">The law.</param>
    /// <param name="facts">What was told.</param>
    /// <param name="under">The orders and frameworks whose law alone counts; empty for all.</param>
    /// <param name="problems">Why there is no answer; empty where there is one.</param>
    /// <returns>Empty where there are problems.</returns>
    public static ImmutableArray<DecidedCase> Decide(
        Workspace workspace, IEnumerable<RawFact> facts, ImmutableArray<Symbol> under, out ImmutableArray<Problem> problems)
    {
        if (AskedCase.Read(workspace.Model, facts, out problems) is not { } asked)
        {
            return [];
        }

        var decided = ImmutableArray.CreateBuilder<DecidedCase>(asked.Cases.Length);
        foreach (ImmutableArray<RawFact> told in asked.Cases)
        {
            if (workspace.Decide(told, under, out problems) is not { } decision)
            {
                return [];
            }

            decided.Add(new DecidedCase(told, asked.WithAssumedOrganisation(decision)));
        }

        return decided.ToImmutable();
    }
}
