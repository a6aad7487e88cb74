using PolicyLang.Fuzz;

namespace PolicyLang.Cli.Tests;

/// <summary>Half a minute of inputs by chance, always the same ones; <c>.ci/fuzz</c> goes on for hours, with others.</summary>
public sealed class FuzzTests
{
    // About four seconds each.
    public static TheoryData<string, int> Targets => new()
    {
        { "parse", 1000 }, { "literate", 500 }, { "bind", 150 }, { "format", 500 }, { "case", 1000 }, { "project", 10000 }, { "lsp", 1500 },
        { "jsonld", 300 }, { "turtle", 500 },
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
