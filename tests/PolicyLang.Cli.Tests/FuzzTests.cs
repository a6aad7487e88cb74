using PolicyLang.Fuzz;

namespace PolicyLang.Cli.Tests;

/// <summary>A minute of inputs by chance, always the same ones; <c>.ci/fuzz</c> goes on for hours, with others.</summary>
public sealed class FuzzTests
{
    // About eight seconds each.
    public static TheoryData<string, int> Targets => new()
    {
        { "parse", 2000 }, { "literate", 1000 }, { "bind", 400 }, { "format", 1000 }, { "case", 2000 }, { "project", 20000 }, { "lsp", 4000 },
        { "jsonld", 600 }, { "turtle", 1000 },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Nothing_that_comes_in_breaks_anything(string name, int inputs)
    {
        FuzzTarget target = FuzzTarget.All.Single(t => t.Name == name);
        ImmutableArray<byte[]> seeds = FuzzSeeds.Of(name, Repository.Root);
        Assert.NotEmpty(seeds);
        for (int number = 0; number < inputs; number++)
        {
            byte[] input = new Mutator(number, seeds).Next();
            string? reason = FuzzRun.Broken(target, input);
            Assert.True(reason is null, $"input {number}: {reason}\n{Convert.ToBase64String(input)}");
        }
    }

    public static TheoryData<string> Found => [.. Repository.Files("tests/cases/fuzz", "*")];

    [Theory]
    [MemberData(nameof(Found))]
    public void What_was_found_once_stays_mended(string file)
    {
        FuzzTarget target = FuzzTarget.All.Single(t => Path.GetFileName(file).StartsWith(t.Name + "-", StringComparison.Ordinal));
        Assert.Null(FuzzRun.Broken(target, File.ReadAllBytes(Repository.PathOf(file))));
    }
}
