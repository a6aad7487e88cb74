using PolicyLang.Analysis.Interop;
using PolicyLang.Decisions;
using PolicyLang.LanguageService.Wording;

namespace PolicyLang.LanguageService.Answers;

/// <summary>How two laws stand to each other, as lines to read: a section for each part.</summary>
internal static class InteropAnswer
{
    /// <summary>Writes it.</summary>
    /// <param name="report">The parts.</param>
    /// <param name="places">Where names stand.</param>
    public static AnswerText Write(InteropReport report, AnswerPlaces places) => new(
        $"{report.First} and {report.Second}",
        [report.Parts.IsEmpty ? "Neither says anything of these cases." : Summary(report)],
        [.. report.Parts.Select(part => new AnswerSection(InteropWords.Title(report, part), [Row(part, places)]))],
        [
            .. InteropWords.Nothing(report),
            .. report.Undecided.Select(clause => $"It is not known where {clause} stands."),
        ]);

    private static string Summary(InteropReport report) => report.Parts.Any(p => p.Kind == InteropKind.Incompatible)
        ? "In some cases no act complies with both."
        : "In every case some act complies with both.";

    private static AnswerRow Row(InteropPart part, AnswerPlaces places) => new(
        WireNames.NameOf(part.Kind),
        $"For example: {CaseSentence.Write(places.Names.Of(part.Case))}.",
        [
            .. part.Blocks.Select(b => $"where: {b.Spoken}"),
            .. part.Shares.IsEmpty ? [] : ImmutableArray.Create(
                $"of what either regulates: {string.Join("; ", part.Shares.Select(InteropWords.Share))}"),
        ],
        places.Find(part.Clauses));
}
