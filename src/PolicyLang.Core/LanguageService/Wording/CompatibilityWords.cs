using System.Diagnostics;
using PolicyLang.Analysis.Compatibility;

namespace PolicyLang.LanguageService.Wording;

/// <summary>Words for whether an offer and a request can be met together.</summary>
internal static class CompatibilityWords
{
    /// <summary>The answer, as a sentence.</summary>
    public static string Verdict(CompatibilityReport report) => report.Verdict switch
    {
        CompatibilityVerdict.Whole => $"{report.Offer} offers all that {report.Request} asks for.",
        CompatibilityVerdict.Part => $"{report.Offer} offers a part of what {report.Request} asks for.",
        CompatibilityVerdict.None => $"{report.Offer} and {report.Request} cannot be met together.",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a part is, as a heading.</summary>
    public static string Title(CompatibilityReport report, CompatibilityPart part) => part.Kind switch
    {
        CompatibilityKind.Together => "Met together: both permit",
        CompatibilityKind.Incompatible => "In the way: a duty of one that the other forbids to fulfil",
        CompatibilityKind.Refused => $"In the way: {report.Request} asks for it, {report.Offer} forbids it",
        CompatibilityKind.NotOffered => $"In the way: {report.Request} asks for it, {report.Offer} says nothing of it",
        CompatibilityKind.Excluded => $"Offered, and not wanted: {report.Offer} permits it, {report.Request} forbids it",
        _ => throw new UnreachableException(),
    };
}
