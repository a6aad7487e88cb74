using System.Diagnostics;
using PolicyLang.Analysis.Interop;
using PolicyLang.Decisions;

namespace PolicyLang.LanguageService.Wording;

/// <summary>Words that the forms of a comparison of two laws share.</summary>
internal static class InteropWords
{
    private static readonly InteropKind[] Kinds =
    [
        InteropKind.Incompatible, InteropKind.StricterInFirst, InteropKind.StricterInSecond, InteropKind.Common,
        InteropKind.SilentInFirst, InteropKind.SilentInSecond,
    ];

    /// <summary>What a part is, as a heading.</summary>
    public static string Title(InteropReport report, InteropPart part) => part.Kind switch
    {
        InteropKind.Incompatible => "Incompatible: no act complies with both",
        InteropKind.Common => $"Common: both {Word(part.First)}",
        InteropKind.StricterInFirst =>
            $"Stricter in {report.First}: it {Word(part.First, "s")}; {report.Second} {Word(part.Second, "s")}",
        InteropKind.StricterInSecond =>
            $"Stricter in {report.Second}: it {Word(part.Second, "s")}; {report.First} {Word(part.First, "s")}",
        InteropKind.SilentInFirst => $"Silent in {report.First}: {report.Second} {Word(part.Second, "s")}",
        InteropKind.SilentInSecond => $"Silent in {report.Second}: {report.First} {Word(part.First, "s")}",
        _ => throw new UnreachableException(),
    };

    /// <summary>Of which kinds there is no part, a sentence for each.</summary>
    public static IEnumerable<string> Nothing(InteropReport report) => Kinds.Where(k => report.Parts.All(p => p.Kind != k))
        .Select(k => Nothing(report, k));

    private static string Nothing(InteropReport report, InteropKind kind) => kind switch
    {
        InteropKind.Incompatible => "Nowhere incompatible: some act complies with both.",
        InteropKind.Common => "No common answer.",
        InteropKind.StricterInFirst => $"Nowhere stricter in {report.First}.",
        InteropKind.StricterInSecond => $"Nowhere stricter in {report.Second}.",
        InteropKind.SilentInFirst => $"{report.First} speaks wherever {report.Second} does.",
        InteropKind.SilentInSecond => $"{report.Second} speaks wherever {report.First} does.",
        _ => throw new UnreachableException(),
    };

    /// <summary>How much of an attribute a part takes: "destination 6 of 214 (US)".</summary>
    public static string Share(InteropShare share) =>
        $"{share.Attribute} {share.Part} of {share.Whole}{(share.Names.IsEmpty ? string.Empty : $" ({string.Join(", ", share.Names)})")}";

    private static string Word(Outcome? outcome, string ending = "") => outcome switch
    {
        Outcome.Permitted => $"permit{ending}",
        Outcome.Prohibited => $"prohibit{ending}",
        Outcome.Conflicting => $"contradict{ending} {(ending.Length > 0 ? "itself" : "themselves")}",
        Outcome.Unregulated => WireNames.NameOf(Outcome.Unregulated),
        null => string.Empty,
        _ => throw new UnreachableException(),
    };
}
