using PolicyLang.Text;

namespace PolicyLang.Diagnostics;

/// <summary>One kind of finding. Its code is never reused; <c>docs/diagnostics/CODE.md</c> is its help page.</summary>
/// <param name="Code">PL and four digits.</param>
/// <param name="Title">A few words, the same for every finding of this kind.</param>
/// <param name="Severity">The severity unless settings change it.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Since">The version of PolicyLang that first reported it.</param>
internal sealed record DiagnosticDescriptor(
    string Code, string Title, DiagnosticSeverity Severity, DiagnosticCategory Category, string Since = "0.1")
{
    /// <summary>Whether it is about rules that were understood: it takes none away, and a project may change its severity.</summary>
    public bool IsAboutRules => Category is DiagnosticCategory.Conflict or DiagnosticCategory.Scenario;

    /// <summary>Makes a finding of this kind.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="help">What to write instead.</param>
    /// <param name="related">Other places that take part.</param>
    /// <param name="severity">A severity that differs from the usual one.</param>
    /// <param name="fix">Edits that would mend it, where they are certain.</param>
    public Diagnostic Create(
        Location location,
        string message,
        string? help = null,
        ImmutableArray<RelatedLocation> related = default,
        DiagnosticSeverity? severity = null,
        Fix? fix = null) =>
        new(this, severity ?? Severity, location, message, help, related.IsDefault ? [] : related, fix);
}
