namespace PolicyLang.Editor.Tests;

/// <summary>The folder of the playground.</summary>
public sealed class PlaygroundFolder() : NpmFolder("docs/playground");

/// <summary>The playground in a browser. Its server takes minutes to publish, so that <c>.ci/web</c> does it, and not the build.</summary>
public sealed class PlaygroundTests
{
    [Fact]
    public async Task It_works_in_a_browser()
    {
        Assert.SkipUnless(File.Exists(Repository.PathOf("docs/playground/dist/sw.js")), "The playground is not built; .ci/web builds and tests it.");
        await using var folder = new PlaygroundFolder();
        await folder.InitializeAsync();
        await folder.RunAsync("test", TimeSpan.FromMinutes(20));
    }
}
