namespace PolicyLang.Editor.Tests;

/// <summary>The tests of the VS Code extension. They are written in its own language; here they are run, and what they say is passed on.</summary>
/// <remarks>The tests of one class run one after the other: they share a folder and its packages.</remarks>
public sealed class ExtensionTests(ExtensionFolder folder) : IClassFixture<ExtensionFolder>
{
    [Fact]
    public Task Its_unit_tests_pass() => folder.RunAsync("unit", TimeSpan.FromMinutes(5));

    [Fact]
    public Task Its_grammar_tests_pass() => folder.RunAsync("grammar", TimeSpan.FromMinutes(5));

    [Fact]
    public async Task Its_end_to_end_tests_pass_in_a_real_VS_Code()
    {
        ExtensionFolder.SkipUnlessInstalled(await folder.NpmAsync(TimeSpan.FromMinutes(10), "run", "--silent", "e2e:setup"));
        await folder.RunAsync("e2e", TimeSpan.FromMinutes(20));
    }

    /// <summary>It needs the server as WebAssembly, which <c>.ci/vscode-web</c> publishes; here it is used where it is there.</summary>
    [Fact]
    public Task Its_tests_pass_in_VS_Code_for_the_web() => folder.RunAsync("e2e:web", TimeSpan.FromMinutes(10));
}
