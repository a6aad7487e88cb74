using System.Text;
using PolicyLang.Formatting;
using PolicyLang.Parsing;
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
        Property.Holds(TextGen.Bytes(Encoding.Latin1, 400), text => Lossless.Check(file, text, text), Rounds);
        Property.Holds(TextGen.Bytes(Encoding.UTF8, 400), text => Lossless.Check(file, text, text), Rounds);
    }

    [Theory]
    [InlineData("a.policy")]
    [InlineData("a.policy.md")]
    public void Truncated_texts_are_kept(string file) =>
        Property.Holds(TextGen.Truncated(Texts.Laws), text => Lossless.Check(file, text, text), Rounds);

    [Fact]
    public void Edited_texts_are_kept() =>
        Property.Holds(TextGen.Changed(Texts.Laws, 3000, 12), text => Lossless.Check("a.policy", text, text), Rounds);

    [Fact]
    public void Formatting_twice_is_formatting_once() => Property.Holds(
        TextGen.Changed(Texts.Laws, 3000, 6),
        text =>
        {
            string once = Formatter.Format(PolicyParser.Parse("a.policy", text));
            Assert.Equal(once, Formatter.Format(PolicyParser.Parse("a.policy", once)));
        },
        Rounds);

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
