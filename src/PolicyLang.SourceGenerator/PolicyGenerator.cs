using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PolicyLang.CodeGen;
using PolicyLang.SourceGenerator.Inputs;

namespace PolicyLang.SourceGenerator;

/// <summary>Generates C# models of the policy files of a project, and reports their findings at their places.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PolicyGenerator : IIncrementalGenerator
{
    /// <summary>The step that has one item for each generated file.</summary>
    public const string FilesStep = "PolicyFiles";

    /// <summary>The step that reads, checks and generates all policy files.</summary>
    public const string ModelsStep = "PolicyModels";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableList<PolicyText>> texts = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".policy", StringComparison.Ordinal)
                || file.Path.EndsWith(".policy.md", StringComparison.Ordinal))
            .Select(Read).Collect()
                .Select((all, _) => new EquatableList<PolicyText>(all.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path))));
        IncrementalValueProvider<EquatableList<PolicyText>> settings = context.AdditionalTextsProvider
            .Where(file => file.Path.Substring(file.Path.LastIndexOfAny(['/', '\\']) + 1) == "policy.json")
            .Select(Read).Collect().Select((all, _) => new EquatableList<PolicyText>(all));
        IncrementalValueProvider<ProjectPlace> place =
            context.AnalyzerConfigOptionsProvider.Select((options, _) => ProjectPlace.Read(options.GlobalOptions));
        IncrementalValueProvider<GeneratedModels> models = texts.Combine(settings).Combine(place)
            .Select((input, cancellation) =>
                GeneratedModels.Create(input.Left.Left.Items, input.Left.Right.Items.FirstOrDefault(), input.Right, cancellation))
            .WithTrackingName(ModelsStep);
        IncrementalValuesProvider<GeneratedFile> files = models.SelectMany((all, _) => all.Files.Items).WithTrackingName(FilesStep);
        context.RegisterSourceOutput(
            files, (output, file) => output.AddSource(Path.ChangeExtension(file.Name, ".g.cs"), SourceText.From(file.Text, Encoding.UTF8)));
        IncrementalValueProvider<EquatableList<PolicyText>> configs = context.AdditionalTextsProvider
            .Where(file => Path.GetFileName(file.Path) == ".editorconfig")
            .Select(Read).Collect().Select((all, _) => new EquatableList<PolicyText>(all));
        context.RegisterSourceOutput(models.Select((all, _) => all.Findings).Combine(configs), (output, found) =>
        {
            var severities = new EditorConfigs(found.Right.Items);
            foreach (PolicyFinding finding in found.Left.Items.Select(severities.Apply).OfType<PolicyFinding>())
            {
                output.ReportDiagnostic(finding.ToDiagnostic());
            }
        });
    }

    private static PolicyText Read(AdditionalText file, CancellationToken cancellation) =>
        new(file.Path, file.GetText(cancellation)?.ToString() ?? string.Empty);
}
