using Microsoft.CodeAnalysis;

namespace PolicyLang.SourceGenerator.Inputs;

/// <summary>What the <c>.editorconfig</c> files of a project say of the severity of findings. The compiler applies them to C# files
/// alone.</summary>
/// <param name="texts">The files.</param>
internal sealed class EditorConfigs(ImmutableArray<PolicyText> texts)
{
    private readonly AnalyzerConfigSet? _set = texts.IsEmpty
        ? null
        : AnalyzerConfigSet.Create(texts.Select(t => AnalyzerConfig.Parse(t.Text, t.Path)).ToImmutableArray());

    /// <summary>A finding with the severity that is said for its file; null for one that is not to be shown.</summary>
    public PolicyFinding? Apply(PolicyFinding finding)
    {
        if (_set is null || finding.Path is null || finding.HidesRules
            || !_set.GetOptionsForSourcePath(finding.Path).TreeOptions.TryGetValue(finding.Code, out ReportDiagnostic severity))
        {
            return finding;
        }

        return severity switch
        {
            ReportDiagnostic.Suppress => null,
            ReportDiagnostic.Error => finding with { Severity = DiagnosticSeverity.Error },
            ReportDiagnostic.Warn => finding with { Severity = DiagnosticSeverity.Warning },
            ReportDiagnostic.Info => finding with { Severity = DiagnosticSeverity.Info },
            ReportDiagnostic.Hidden => finding with { Severity = DiagnosticSeverity.Hidden },
            _ => finding,
        };
    }
}
