using PolicyLang.Text;

namespace PolicyLang.Exchange.Odrl;

/// <summary>Something that is not said on the other side, or is said otherwise there.</summary>
/// <param name="Kind">What it is, as one word: <c>need-not</c>, <c>should</c>, <c>unit</c>.</param>
/// <param name="Subject">The clause, framework or rule that it is about.</param>
/// <param name="Message">What is lost, as a sentence.</param>
/// <param name="ChangesDecisions">Whether a case may be decided otherwise for it; else only what is told beside.</param>
internal sealed record OdrlLoss(string Kind, string Subject, string Message, bool ChangesDecisions)
{
    /// <summary>Where it stands: a file and a line and column from 1, or a path in a document.</summary>
    public string? Place { get; init; }

    /// <summary>A loss that a place in a policy file shows.</summary>
    internal static OdrlLoss At(Location location, string kind, string subject, string message, bool changes) =>
        new(kind, subject, message, changes)
        {
            Place = $"{location.File}:{location.Start.Line + 1}:{location.Start.Character + 1}",
        };
}
