using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyLang.Tests.Docs;

/// <summary>The page about the language as a library: its programs are compiled against what the package shows, and run.</summary>
public sealed partial class ApiPageTests : IDisposable
{
    private const string Page = "docs/api.md";
    private const string Usings = "global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic; global using System.Threading;";

    private readonly string _folder = Directory.CreateTempSubdirectory("policylang").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_ten_lines_are_ten_and_print_what_the_page_says()
    {
        string program = Fences("csharp").First();
        Assert.Equal(10, program.TrimEnd().Split('\n').Length);
        Assert.Equal(Fences("text").First(), Run(program));
    }

    [Fact]
    public void Every_other_program_of_the_page_and_of_the_readme_compiles()
    {
        string[] others = [.. Fences("csharp").Skip(1), .. Fences("csharp", "src/PolicyLang.Core/README.md")];
        Assert.True(others.Length >= 4, "programs of the page are not found");
        Assert.All(others, program => Assert.Empty(Errors(Compile(Program(program)))));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> Fences(string language, string page = Page) =>
        Fence().Matches(Repository.Read(page).ReplaceLineEndings("\n")).Where(m => m.Groups[1].Value.Split(' ')[0] == language).Select(m => m.Groups[2].Value);

    // What stands before the page's later programs: names that the first one introduced.
    private static string Program(string program) => string.Join('\n', [
        .. program.Split('\n').Where(l => l.StartsWith("using ", StringComparison.Ordinal) && l.EndsWith(';')).Concat(["using PolicyLang;", "using PolicyLang.Runtime;"]).Distinct(),
        "string text = Environment.CommandLine, newText = Environment.CommandLine; PolicyRulebook known = PolicyRulebook.Parse(\"acme.policy\", text); var given = new PolicyCase();",
        .. program.Contains("PolicyRulebook book =", StringComparison.Ordinal) ? Array.Empty<string>() : ["PolicyRulebook book = known;"],
        .. program.Contains("PolicyCase act =", StringComparison.Ordinal) || program.Contains("var act =", StringComparison.Ordinal) ? Array.Empty<string>() : ["PolicyCase act = given;"],
        .. program.Split('\n').Where(l => !(l.StartsWith("using ", StringComparison.Ordinal) && l.EndsWith(';')))]);

    private string Run(string program)
    {
        string assembly = Path.Combine(_folder, "Program.dll");
        Assert.Empty(Errors(Compile(program), assembly));
        foreach (string library in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(f => Path.GetFileName(f) is "PolicyLang.Core.dll" or "PolicyLang.Runtime.dll" or "Sprache.dll" or "Markdig.dll"))
        {
            File.Copy(library, Path.Combine(_folder, Path.GetFileName(library)));
        }

        File.WriteAllText(Path.Combine(_folder, "Program.runtimeconfig.json"), $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }""");
        File.WriteAllText(Path.Combine(_folder, "acme.policy"), Fences("policy").First());
        using Process process = Process.Start(new ProcessStartInfo("dotnet", "Program.dll") { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("dotnet does not start");
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        return output.ReplaceLineEndings("\n");
    }

    private static CSharpCompilation Compile(string program) => CSharpCompilation.Create(
        "Program",
        [CSharpSyntaxTree.ParseText(Usings, cancellationToken: Stop), CSharpSyntaxTree.ParseText(program, cancellationToken: Stop)],
        [
            .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty).Split(Path.PathSeparator)
                .Select(f => MetadataReference.CreateFromFile(f)),
        ],
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    private static IEnumerable<string> Errors(CSharpCompilation compilation, string? assembly = null)
    {
        using Stream output = assembly is null ? new MemoryStream() : File.Create(assembly);
        return [.. compilation.Emit(output, cancellationToken: Stop).Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString())];
    }

    [GeneratedRegex(@"^```([^\n`]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
