using System.Text.RegularExpressions;

namespace PolicyLang.Editor.Tests;

/// <summary>The folder <c>editor-extension</c> with the packages that its tests need.</summary>
public sealed partial class ExtensionFolder : IAsyncLifetime
{
    private static readonly string _path = Repository.PathOf("editor-extension");
    private string? _missing;

    /// <summary>Installs what the lock file names, unless that was done since it changed.</summary>
    public async ValueTask InitializeAsync()
    {
        if (!Tool.Has("npm"))
        {
            _missing = "Node and npm are not installed.";
            return;
        }

        var installed = new FileInfo(Path.Combine(_path, "node_modules", ".package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(_path, "package-lock.json")))
        {
            Outcome outcome = await NpmAsync(TimeSpan.FromMinutes(5), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            _missing = outcome.Code == 0 ? null : $"The packages of editor-extension cannot be installed: {outcome.Output}";
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal Task<Outcome> NpmAsync(TimeSpan patience, params string[] arguments)
    {
        Assert.SkipWhen(_missing is not null, _missing ?? string.Empty);
        return Tool.RunAsync("npm", arguments, _path, patience, new Dictionary<string, string>
        {
            ["POLICYLANG_E2E_SERVER"] = BuiltServer(),
            // Other test projects run at the same time, on few processors.
            ["POLICYLANG_E2E_PATIENCE"] = "180000",
        });
    }

    /// <summary>What cannot be installed here is no failure of the extension.</summary>
    internal void SkipUnlessInstalled(Outcome outcome) => Assert.SkipUnless(outcome.Code == 0, $"The end-to-end tests' VS Code cannot be installed: {outcome.Output}");

    /// <summary>Runs a script of package.json. One that says <c>skipped: …</c> has run nothing; its reason is passed on.</summary>
    internal async Task RunAsync(string script, TimeSpan patience)
    {
        Outcome outcome = await NpmAsync(patience, "run", "--silent", script);
        TestContext.Current.TestOutputHelper?.WriteLine(outcome.Output);
        Assert.True(outcome.Code == 0, $"npm run {script} ended with {outcome.Code}:\n{outcome.Output}");
        Match skipped = Skipped().Match(outcome.Output);
        Assert.SkipWhen(skipped.Success, skipped.Groups[1].Value);
    }

    private static string BuiltServer()
    {
        bool release = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        return Repository.PathOf($"src/PolicyLang.Cli/bin/{(release ? "Release" : "Debug")}/net10.0");
    }

    [GeneratedRegex("^skipped: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Skipped();
}
