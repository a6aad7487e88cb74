using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>Terminal colours, or none.</summary>
/// <param name="Enabled">Whether escape sequences are written.</param>
internal readonly record struct AnsiStyle(bool Enabled)
{
    public SafeText Red(SafeText text) => Wrap("1;31", text);

    public SafeText Yellow(SafeText text) => Wrap("1;33", text);

    public SafeText Green(SafeText text) => Wrap("1;32", text);

    public SafeText Blue(SafeText text) => Wrap("1;34", text);

    /// <summary>A text in the colour of a severity.</summary>
    public SafeText Paint(DiagnosticSeverity severity, SafeText text) => severity switch
    {
        DiagnosticSeverity.Error => Red(text),
        DiagnosticSeverity.Warning => Yellow(text),
        DiagnosticSeverity.Information or DiagnosticSeverity.Hint => Green(text),
        _ => throw new UnreachableException(),
    };

    /// <summary>What a finding begins with: its severity and its code.</summary>
    public SafeText Heading(DiagnosticSeverity severity, string code) => Paint(severity, $"{WireNames.NameOf(severity)}[{code}]");

    public SafeText Bold(SafeText text) => Wrap("1", text);

    private SafeText Wrap(string code, SafeText text) =>
        Enabled ? SafeText.Join(string.Empty, [Sequence(code), text, Sequence("0")]) : text;

    private static SafeText Sequence(string code) => SafeText.Of($"\u001b[{code}m");
}
