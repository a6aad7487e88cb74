using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PolicyLang.Diagnostics;
using DiagnosticDescriptor = Microsoft.CodeAnalysis.DiagnosticDescriptor;
using DiagnosticSeverity = Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace PolicyLang.SourceGenerator;

/// <summary>A finding of PolicyLang as a value: equal where it says the same of the same place.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its kind.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
/// <param name="Severity">How heavy it is.</param>
/// <param name="Path">The file; null for none.</param>
/// <param name="Span">Its place in the text.</param>
/// <param name="Lines">The same place in lines.</param>
internal sealed record PolicyFinding(
    string Code, string Title, string Message, DiagnosticSeverity Severity, string? Path, TextSpan Span, LinePositionSpan Lines)
{
    private const string Category = "PolicyLang";

    /// <summary>Whether rules are missing for it, so that nobody may say that it is light.</summary>
    public bool HidesRules { get; init; }

    /// <summary>A finding in a policy file or a project file.</summary>
    /// <param name="found">The finding.</param>
    /// <param name="path">The path of its file; null for none.</param>
    public static PolicyFinding FromDiagnostic(Diagnostics.Diagnostic found, string? path)
    {
        Text.Location at = found.Location;
        return new PolicyFinding(
            found.Code,
            found.Descriptor.Title,
            found.Help is { Length: > 0 } help ? $"{found.Message} {help}" : found.Message,
            SeverityOf(found.Severity),
            path,
            new TextSpan(at.Span.Start, at.Span.Length),
            new LinePositionSpan(new LinePosition(at.Start.Line, at.Start.Character), new LinePosition(at.End.Line, at.End.Character)))
        {
            HidesRules = found.HidesRules,
        };
    }

    /// <summary>A limit that keeps models from being generated.</summary>
    public static PolicyFinding OfLimit(Diagnostics.DiagnosticDescriptor limit, string message) =>
        OfProject(limit, limit.Severity, message);

    /// <summary>A finding about the project as a whole.</summary>
    public static PolicyFinding OfProject(
        Diagnostics.DiagnosticDescriptor kind, Diagnostics.DiagnosticSeverity severity, string message) =>
        new(kind.Code, kind.Title, message, SeverityOf(severity), null, default, default);

    /// <summary>The finding as the compiler reports it.</summary>
    public Microsoft.CodeAnalysis.Diagnostic ToDiagnostic() => Microsoft.CodeAnalysis.Diagnostic.Create(
        new DiagnosticDescriptor(
            Code, Title, "{0}", Category, Severity, isEnabledByDefault: true,
            customTags: HidesRules ? [WellKnownDiagnosticTags.NotConfigurable] : []),
        Path is null ? Location.None : Location.Create(Path, Span, Lines),
        Message);

    private static DiagnosticSeverity SeverityOf(Diagnostics.DiagnosticSeverity severity) => severity switch
    {
        Diagnostics.DiagnosticSeverity.Error => DiagnosticSeverity.Error,
        Diagnostics.DiagnosticSeverity.Warning => DiagnosticSeverity.Warning,
        Diagnostics.DiagnosticSeverity.Information => DiagnosticSeverity.Info,
        Diagnostics.DiagnosticSeverity.Hint => DiagnosticSeverity.Hidden,
        _ => throw new UnreachableException(),
    };
}
