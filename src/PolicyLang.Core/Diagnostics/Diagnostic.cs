using PolicyLang.Text;

namespace PolicyLang.Diagnostics;

/// <summary>A place that takes part in a finding, and its part in it.</summary>
internal sealed record RelatedLocation(Location Location, string Message);

/// <summary>One replacement of a stretch of text; absolute offsets.</summary>
internal sealed record TextEdit(TextSpan Span, string NewText);

/// <summary>Edits in the finding's own file that mend it.</summary>
/// <param name="Title">What the fix does, as an imperative: "Write 'EEA'".</param>
/// <param name="Edits">Edits that do not overlap.</param>
internal sealed record Fix(string Title, ImmutableArray<TextEdit> Edits);

/// <summary>A finding at a place.</summary>
/// <param name="Descriptor">Its kind.</param>
/// <param name="Severity">How serious it is here.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Help">What to write instead; null where the message says it.</param>
/// <param name="Related">Other places that take part.</param>
/// <param name="Fix">Edits that would mend it, where they are certain.</param>
internal sealed record Diagnostic(
    DiagnosticDescriptor Descriptor,
    DiagnosticSeverity Severity,
    Location Location,
    string Message,
    string? Help,
    ImmutableArray<RelatedLocation> Related,
    Fix? Fix)
{
    public string Code => Descriptor.Code;

    /// <summary>What it is about, where that is more than a place.</summary>
    public DiagnosticSubject? Subject { get; init; }

    /// <summary>
    /// Whether part of the text was not understood, so that rules are missing; conflicts, refuted scenarios and questions without an answer
    /// are findings about rules that are there.
    /// </summary>
    public bool HidesRules =>
        Severity == DiagnosticSeverity.Error && Descriptor != LimitDiagnostics.Unanswered && Descriptor != RedundancyDiagnostics.NoCase
        && !Descriptor.IsAboutRules;

    /// <summary>The order of every report: by file, place, code, message.</summary>
    public static int Compare(Diagnostic a, Diagnostic b)
    {
        int byPlace = Location.Compare(a.Location, b.Location);
        int byCode = byPlace != 0 ? byPlace : string.CompareOrdinal(a.Code, b.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(a.Message, b.Message);
    }
}
