using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;

namespace PolicyLang.Cli.Reporters;

/// <summary>Terminal colours, or none.</summary>
/// <param name="Enabled">Whether escape sequences are written.</param>
internal readonly record struct AnsiStyle(bool Enabled)
{
    public string Red(string text) => Wrap("1;31", text);

    public string Yellow(string text) => Wrap("1;33", text);

    public string Green(string text) => Wrap("1;32", text);

    public string Blue(string text) => Wrap("1;34", text);

    /// <summary>A text in the colour of a severity.</summary>
    public string Paint(DiagnosticSeverity severity, string text) => severity switch
    {
        DiagnosticSeverity.Error => Red(text),
        DiagnosticSeverity.Warning => Yellow(text),
        DiagnosticSeverity.Information or DiagnosticSeverity.Hint => Green(text),
        _ => throw new UnreachableException(),
    };

    /// <summary>What a finding begins with: its severity and its code.</summary>
    public string Heading(DiagnosticSeverity severity, string code) => Paint(severity, $"{WireNames.NameOf(severity)}[{code}]");

    public string Bold(string text) => Wrap("1", text);

    private string Wrap(string code, string text) => Enabled ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
