using PolicyLang.CodeGen;
#if ROSLYN
using PolicyLang.CodeGen.Checking;
#else
using PolicyLang.Cli.Inputs;
#endif

namespace PolicyLang.Cli.Models;

/// <summary>Has the C# compiler judge generated files. The native build has no compiler in it: nothing is written unchecked, so it
/// refuses.</summary>
internal static class ModelCheck
{
#if ROSLYN
    public static async Task<CheckedModels> RunAsync(ImmutableArray<GeneratedFile> files, string assembly, CancellationToken cancellation)
    {
        var compilation = ModelCompilation.Create(files, assembly);
        ImmutableArray<string> findings = await compilation.FindingsAsync(cancellation).ConfigureAwait(false);
        if (!findings.IsEmpty)
        {
            return new CheckedModels(findings, [], []);
        }

        (byte[] bytes, byte[] documentation) = compilation.Emit(cancellation);
        return new CheckedModels([], bytes, documentation);
    }
#else
    /// <exception cref="InputException">Always.</exception>
    public static Task<CheckedModels> RunAsync(ImmutableArray<GeneratedFile> files, string assembly, CancellationToken cancellation) =>
        throw new InputException(new InputProblem(
            ProjectDiagnostics.NoCompiler,
            "This native build of policyc holds no C# compiler, and writes no models that were not compiled first.",
            "Run the portable build of policyc, which needs .NET 10, or let the package PolicyLang.SourceGenerator generate during the "
                + "build of the application."));
#endif
}
