using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using PolicyLang.Runtime;

namespace PolicyLang.CodeGen.Checking;

/// <summary>Generated files, compiled in memory against the runtime as a consumer's project would: nullable and the recommended analyzers
/// on, every warning counts.</summary>
internal sealed partial class ModelCompilation
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location) ?? string.Empty, "System*.dll")
            .Where(IsManaged).Order(StringComparer.Ordinal).Append(typeof(PolicyModel).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // What the project file of a consumer says of its assembly.
    private const string AssemblyInfo =
        "[assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")]\n[assembly: "
        + "System.Runtime.Versioning.TargetFramework(\".NETCoreApp,Version=v10.0\")]\n";

    private readonly CSharpCompilation _compilation;
    private readonly CSharpCompilation _handWritten;

    private ModelCompilation(CSharpCompilation compilation, CSharpCompilation handWritten)
    {
        _compilation = compilation;
        _handWritten = handWritten;
    }

    /// <summary>Compiles files.</summary>
    /// <param name="files">The files of one assembly.</param>
    /// <param name="assemblyName">Its name.</param>
    public static ModelCompilation Create(IEnumerable<GeneratedFile> files, string assemblyName)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        var options =
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
            deterministic: true, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(AnalyzerSet.Weights)
            .WithSyntaxTreeOptionsProvider(HandWritten.Instance);
        GeneratedFile[] all = [.. files, new GeneratedFile("AssemblyInfo.cs", AssemblyInfo)];
        return new ModelCompilation(Compile(file => file.Text), Compile(file => GeneratedMark().Replace(file.Text, string.Empty)));

        CSharpCompilation Compile(Func<GeneratedFile, string> text) => CSharpCompilation.Create(
            assemblyName,
            all.Select(f => CSharpSyntaxTree.ParseText(SourceText.From(text(f), System.Text.Encoding.UTF8), parsing, f.Name)),
            References,
            options);
    }

    /// <summary>Every warning and error of the compiler and of the analyzers, as a line each; none for code that may be written.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ImmutableArray<string>> FindingsAsync(CancellationToken cancellation)
    {
        ImmutableArray<Diagnostic> found = await _handWritten
            .WithAnalyzers(AnalyzerSet.Analyzers,
                new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAllDiagnosticsAsync(cancellation).ConfigureAwait(false);
        return [.. found.Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed).Select(Describe)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The assembly, with its symbols inside, and its documentation.</summary>
    /// <exception cref="InvalidOperationException">There are errors; ask for the findings first.</exception>
    public (byte[] Assembly, byte[] Documentation) Emit(CancellationToken cancellation)
    {
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        EmitResult result =
            _compilation.Emit(assembly, xmlDocumentationStream: documentation,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded), cancellationToken: cancellation);
        return result.Success
            ? (assembly.ToArray(), documentation.ToArray())
            : throw new InvalidOperationException(
                string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(Describe)));
    }

    // Analyzers pass over what says that it is generated.
    [GeneratedRegex(@"^ *\[GeneratedCode\([^\n]*\)\]\n", RegexOptions.Multiline)]
    private static partial Regex GeneratedMark();

    private static string Describe(Diagnostic diagnostic) =>
        CSharpDiagnosticFormatter.Instance.Format(diagnostic, CultureInfo.InvariantCulture);

    private static bool IsManaged(string path) => !Path.GetFileName(path).Contains(".Native", StringComparison.Ordinal);

    /// <summary>Generated files say so in their first line, which would keep analyzers away; they are to pass as if written by
    /// hand.</summary>
    private sealed class HandWritten : SyntaxTreeOptionsProvider
    {
        public static readonly HandWritten Instance = new();

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            AnalyzerSet.Weights.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            AnalyzerSet.Weights.TryGetValue(diagnosticId, out severity);
    }
}
