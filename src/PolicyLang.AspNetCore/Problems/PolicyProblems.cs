using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PolicyLang.Runtime;

namespace PolicyLang.AspNetCore.Problems;

/// <summary>Answers as problem details (RFC 9457).</summary>
public static class PolicyProblems
{
    /// <summary>Why an act is not allowed: the reasons, the clauses with citations and sources, what would make it lawful, and which law
    /// that rests on.</summary>
    /// <param name="answer">The answer.</param>
    public static ProblemDetails ToProblemDetails(this PolicyAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        TransferAssessment assessment = answer.Assessment;
        return new ProblemDetails
        {
            Status = StatusCodes.Status403Forbidden,
            Title = assessment.Outcome switch
            {
                PolicyOutcome.Conflicting => "The laws conflict about it.",
                PolicyOutcome.Unregulated => "No law allows it.",
                PolicyOutcome.Undetermined => "It cannot be decided.",
                PolicyOutcome.Prohibited => "The law prohibits it.",
                PolicyOutcome.Permitted => "The law permits it.",
                _ => throw new UnreachableException(),
            },
            Detail = string.Join(" ", assessment.Reasons),
            Extensions =
            {
                ["outcome"] = assessment.Outcome.ToString(),
                ["reasons"] = assessment.Reasons.ToArray(),
                ["clauses"] = assessment.Applied.Select(c => c.QualifiedName).ToArray(),
                ["citations"] = assessment.Applied.Select(c => c.Citation).OfType<string>().ToArray(),
                ["sources"] = assessment.Applied.Select(c => c.Source).OfType<string>().Distinct().ToArray(),
                ["waysToComply"] = assessment.WaysToComply.Select(way => way.ToString()).ToArray(),
                ["fingerprint"] = assessment.Provenance?.Fingerprint,
            },
        };
    }

    /// <summary>What is wrong with a case: 400, with a sentence for each problem by attribute.</summary>
    /// <param name="problems">What is wrong.</param>
    public static ProblemDetails ToProblemDetails(this IReadOnlyList<CaseProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return new HttpValidationProblemDetails(
            problems.GroupBy(p => p.Attribute).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray(), StringComparer.Ordinal))
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "The case cannot be decided.",
            Detail = string.Join(" ", problems),
        };
    }
}
