using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyLang.Runtime;

namespace PolicyLang.SourceGenerator.Tests;

/// <summary>A project in memory to which the generator is applied, again and again as it changes.</summary>
internal sealed class GeneratorRun
{
    public const string Folder = "/project/";

    // Read once: the compiler keeps what it knows of them.
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location) ?? string.Empty, "System*.dll")
            .Where(f => !f.Contains(".Native", StringComparison.Ordinal)).Append(typeof(PolicyModel).Assembly.Location).Select(f => MetadataReference.CreateFromFile(f)),
    ];

    private readonly Dictionary<string, AdditionalText> _files = [];
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;
    private Compilation _analyzed;

    public GeneratorRun(string code, params (string Name, string Text)[] files)
    {
        _analyzed = _compilation = CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText(code)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        foreach ((string name, string text) in files)
        {
            _files.Add(name, new InMemory(Folder + name, text));
        }

        _driver = CSharpGeneratorDriver.Create(
            [new PolicyGenerator().AsSourceGenerator()],
            _files.Values,
            optionsProvider: new Options(),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Run();
    }

    public GeneratorRunResult Result { get; private set; }

    /// <summary>The warnings and errors of the compiler about the code and what was generated.</summary>
    public ImmutableArray<string> CompilerFindings =>
        [.. _analyzed.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString())];

    public void Edit(string name, string text)
    {
        var changed = new InMemory(Folder + name, text);
        _driver = _driver.ReplaceAdditionalText(_files[name], changed);
        _files[name] = changed;
        Run();
    }

    public void EditCode(string code)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code));
        Run();
    }

    /// <summary>The reasons of the last run for each output of a step.</summary>
    public ImmutableArray<IncrementalStepRunReason> Reasons(string step) => [.. Result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    /// <summary>The generated files that the last run wrote anew.</summary>
    public ImmutableArray<string> Rewritten()
    {
        string[] names = [.. Result.TrackedSteps[PolicyGenerator.FilesStep].SelectMany(s => s.Outputs).Select(o => ((CodeGen.GeneratedFile)o.Value).Name)];
        ImmutableArray<IncrementalStepRunReason> reasons = Reasons(PolicyGenerator.FilesStep);
        return [.. names.Where((_, i) => reasons[i] is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New).Order(StringComparer.Ordinal)];
    }

    /// <summary>What the analyzers of the package find in the code.</summary>
    public ImmutableArray<string> AnalyzerFindings() =>
    [
        .. _analyzed.WithAnalyzers([new OutcomeComparisonAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult()
            .Select(d => $"{d.Id} {d.Location.SourceTree?.GetText().ToString(d.Location.SourceSpan)}").Order(StringComparer.Ordinal),
    ];

    private void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        Result = _driver.GetRunResult().Results[0];
        Assert.Null(Result.Exception);
        _analyzed = output;
    }

    private sealed class InMemory(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.RootNamespace" => "App",
                "build_property.ProjectDir" => Folder,
                "build_property.PolicyLangWantsModels" => "true",
                _ => null,
            };
            return value is not null;
        }
    }
}
