using PolicyLang.Runtime;

namespace Transfers.Api;

/// <summary>Whether a transfer may be made, on which ground, and what else must be done. A reading aid, not legal advice.</summary>
public sealed record TransferAnswer(
    bool Permitted,
    PolicyOutcome Outcome,
    IReadOnlyList<ClauseCard> Grounds,
    IReadOnlyList<string> Mechanisms,
    IReadOnlyList<string> WaysToComply,
    IReadOnlyList<ClauseCard> Duties,
    IReadOnlyList<string> Reasons)
{
    public static TransferAnswer Of(TransferAssessment assessment) => new(
        assessment.Permitted,
        assessment.Outcome,
        [.. assessment.Grounds.Select(ClauseCard.Of)],
        assessment.Mechanisms,
        [.. assessment.WaysToComply.Select(way => way.ToString())],
        [.. assessment.Duties.Select(duty => ClauseCard.Of(duty.Clause))],
        assessment.Reasons);
}

/// <summary>A clause as a user sees it.</summary>
public sealed record ClauseCard(string Clause, string? Title, string? Citation, string? Source)
{
    public static ClauseCard Of(ClauseModel clause) => new(clause.QualifiedName, clause.Title, clause.Citation, clause.Framework.Source);
}
