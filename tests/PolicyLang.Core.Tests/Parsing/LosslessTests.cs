using PolicyLang.Syntax;
using PolicyLang.Testing;

namespace PolicyLang.Tests.Parsing;

public sealed class LosslessTests
{
    private const int Rounds = 1000;

    [Fact]
    public void Examples_prelude_and_pages_are_kept_and_clean() =>
        Assert.All(Texts.Real, f => Assert.Empty(Lossless.Check(f.Key, f.Value, f.Key).Diagnostics));

    [Fact]
    public void Generated_laws_are_kept_and_clean() =>
        Assert.All(CorpusGenerator.Frameworks(2000, 11), f => Assert.Empty(Lossless.Check(f.Key, f.Value, f.Key).Diagnostics));

    [Theory]
    [InlineData("a.policy")]
    [InlineData("a.policy.md")]
    public void Random_bytes_are_kept(string file)
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            var random = new RandomText(seed);
            Check(file, random.Latin1(400), seed);
            Check(file, random.Utf8(400), seed);
        }
    }

    [Theory]
    [InlineData("a.policy")]
    [InlineData("a.policy.md")]
    public void Truncated_texts_are_kept(string file)
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Check(file, new RandomText(seed).Truncate(Texts.Laws[seed % Texts.Laws.Length]), seed);
        }
    }

    [Fact]
    public void Edited_texts_are_kept()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            var random = new RandomText(seed);
            Check("a.policy", random.Edit(random.Slice(Texts.Laws[seed % Texts.Laws.Length], 3000), 1 + (seed % 12)), seed);
        }
    }

    private static void Check(string file, string text, int seed)
    {
        Exception? failure = Record.Exception(() => Lossless.Check(file, text, $"Seed {seed}"));
        Assert.True(failure is null, $"Seed {seed}: {failure}\n{text}");
    }

    [Fact]
    public void The_text_of_a_node_is_the_text_at_its_span()
    {
        SyntaxTree tree = Lossless.Check("a.policy", Texts.Laws[0], "examples");
        Assert.NotEmpty(tree.Frameworks);
        Assert.All(tree.Frameworks.SelectMany(f => f.Members), m =>
        {
            if (m.Node is ClauseSyntax clause)
            {
                Assert.Equal(clause.Name.Text, tree.Text.Slice(m.Absolute(clause.Name.Span)));
            }
        });
    }
}
