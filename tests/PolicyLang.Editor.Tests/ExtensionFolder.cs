using System.Text.RegularExpressions;

namespace PolicyLang.Editor.Tests;

/// <summary>The folder <c>editor-extension</c>.</summary>
public sealed class ExtensionFolder() : NpmFolder("editor-extension")
{
    /// <summary>What cannot be installed here is no failure of the extension.</summary>
    internal static void SkipUnlessInstalled(Outcome outcome) => Assert.SkipUnless(outcome.Code == 0, $"The end-to-end tests' VS Code cannot be installed: {outcome.Output}");
}

/// <summary>A folder with the packages that its lock file names.</summary>
/// <param name="folder">Its path in the repository.</param>
public abstract partial class NpmFolder(string folder) : IAsyncLifetime
{
    private readonly string _path = Repository.PathOf(folder);
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
            _missing = outcome.Code == 0 ? null : $"The packages of {folder} cannot be installed: {outcome.Output}";
        }
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal Task<Outcome> NpmAsync(TimeSpan patience, params string[] arguments)
    {
        Assert.SkipWhen(_missing is not null, _missing ?? string.Empty);
        return Tool.RunAsync("npm", arguments, _path, patience, new Dictionary<string, string>
        {
            ["POLICYLANG_E2E_SERVER"] = BuiltServer(),
            // Other test projects run at the same time, on few processors.
            ["POLICYLANG_E2E_PATIENCE"] = "180000",
            ["POLICYLANG_E2E_ATTEMPTS"] = "2",
        });
    }

    /// <summary>Runs a script of package.json. One that says <c>skipped: …</c> has run nothing; its reason is passed on.</summary>
    internal async Task RunAsync(string script, TimeSpan patience, params string[] arguments)
    {
        Outcome outcome = await NpmAsync(patience, ["run", "--silent", script, "--", .. arguments]);
        TestContext.Current.TestOutputHelper?.WriteLine(outcome.Output);
        Assert.True(outcome.Code == 0, $"npm run {script} ended with {outcome.Code}:\n{outcome.Output}");
        Match skipped = Skipped().Match(outcome.Output);
        Assert.SkipWhen(skipped.Success, skipped.Groups[1].Value);
    }

    /// <summary>The folder of the policyc that was built with the tests.</summary>
    internal static string BuiltServer()
    {
        bool release = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        return Repository.PathOf($"src/PolicyLang.Cli/bin/{(release ? "Release" : "Debug")}/net10.0");
    }

    [GeneratedRegex("^skipped: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Skipped();
}
