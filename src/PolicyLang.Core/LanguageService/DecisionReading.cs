using System.Diagnostics;
using System.Text;
using PolicyLang.Decisions;

namespace PolicyLang.LanguageService;

/// <summary>A decision and its reasons as plain text, for an editor.</summary>
internal static class DecisionReading
{
    /// <summary>The outcome, the clauses that give it, the duties, the ways to comply, and why, one thing a line; lines end in
    /// LF.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="ways">Its ways to comply in words.</param>
    /// <param name="names">How clauses are said.</param>
    /// <param name="why">The clauses of which the case is a near case; those that bear on the answer are shown.</param>
    public static string Write(
        Decision decision, IEnumerable<string> ways, SpokenNames names, ImmutableArray<ExplainedClause> why)
    {
        var text = new StringBuilder(WireNames.NameOf(decision.Outcome)).Append('\n');
        Section(text, "applied", decision.Applied.Select(names.OfClause));
        Section(text, "defeated", decision.Defeated.Select(
            d => $"{names.OfClause(d.Clause)} yields to {names.OfClause(d.By)}: {WireNames.NameOf(d.Principle)}"));
        Section(text, "duties", decision.Duties.Select(names.OfClause));
        Section(text, "ways to comply", ways);
        foreach (ExplainedClause clause in why.Where(c => c.Bears))
        {
            text.Append($"{SpokenNames.Of(clause.Clause)} {Role(clause)}\n");
            if (clause.Where is { } where)
            {
                text.Append($"  wherever {where.Spoken}\n");
            }

            foreach (ExplainedPart part in clause.Parts)
            {
                Part(text, part, "  ");
            }
        }

        return text.ToString();
    }

    /// <summary>What a clause does in a case, as the rest of a sentence.</summary>
    public static string Role(ExplainedClause clause) => clause.Role switch
    {
        ClauseRole.Applies => clause.Opposition is { } how ? $"applies: {how}" : "applies",
        ClauseRole.Defeated => $"yields to {clause.DefeatedBy?.QualifiedName}",
        ClauseRole.Due => "is due, and the act does not fulfil it",
        ClauseRole.Near => "would apply but for one part",
        _ => throw new UnreachableException(),
    };

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            text.Append($"{title}: {line}\n");
        }
    }

    private static void Part(StringBuilder text, ExplainedPart part, string indent)
    {
        text.Append($"{indent}{(part.Holds ? "yes" : "no ")}  {part.Text}\n");
        foreach (ExplainedPart inner in part.Parts)
        {
            Part(text, inner, indent + "  ");
        }
    }
}
