using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyLang.CodeGen.Checking;

/// <summary>The .NET analyzers and which of their findings count: those that the SDK recommends.</summary>
internal static class AnalyzerSet
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "analyzers");

    /// <summary>The analyzers of C#.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.dll").Order(StringComparer.Ordinal)
            .Select(path => new AnalyzerFileReference(path, new Loader()))
            .SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp)),
    ];

    /// <summary>The severity of each finding that the recommended set names.</summary>
    public static ImmutableDictionary<string, ReportDiagnostic> Weights { get; } = AnalyzerConfigSet
        .Create(ImmutableArray.Create(AnalyzerConfig.Parse(File.ReadAllText(Path.Combine(Folder, "recommended.globalconfig")),
            "/recommended.globalconfig"))).GlobalConfigOptions.TreeOptions
        .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
            // The two assemblies are all there is, and both lie in one folder.
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
