using System.Diagnostics;
using PolicyLang.Parsing;
using PolicyLang.Syntax;

namespace PolicyLang.Tests.Parsing;

/// <summary>No text takes the parser long or breaks its stack.</summary>
public sealed class AdversarialTests
{
    private const int Size = 200_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("", "{")]
    [InlineData("", "}")]
    [InlineData("", "\"")]
    [InlineData("", "\"\n")]
    [InlineData("", "/*")]
    [InlineData("", "/* */")]
    [InlineData("", "//\n")]
    [InlineData("", "///\n")]
    [InlineData("", "or ")]
    [InlineData("", "1-")]
    [InlineData("", "1.")]
    [InlineData("", "§ ")]
    [InlineData("", "<a:")]
    [InlineData("", "“")]
    [InlineData("", "\n")]
    [InlineData("", " ")]
    [InlineData("", "x\n")]
    [InlineData("", "a b\n")]
    [InlineData("", "framework ")]
    [InlineData("", "framework A { ")]
    [InlineData("", "framework A {\n")]
    [InlineData("", "transfer A { ")]
    [InlineData("", "transfer A {\n")]
    [InlineData("", "bloc A ")]
    [InlineData("", "bloc A = B\nx y\n")]
    [InlineData("organisation A \"", "\\u")]
    [InlineData("organisation A \"", "\\x")]
    [InlineData("organisation A ", "; ")]
    [InlineData("define A as ", "a or ")]
    [InlineData("define A as ", "a and b or ")]
    [InlineData("define A = ", "a, ")]
    [InlineData("define A = ", "a.")]
    [InlineData("taxonomy A {", "a { } ")]
    [InlineData("taxonomy A {", "a } ")]
    [InlineData("bloc A {", "B, ")]
    [InlineData("bloc A {", "B since ")]
    [InlineData("framework F {", "transfer A { ")]
    [InlineData("framework F {", "transfer A {\n")]
    [InlineData("framework F {\n", "transfer A { }\n")]
    [InlineData("framework F {\n", "transfer A }\n")]
    [InlineData("framework F {\n", "transfer A }")]
    [InlineData("framework F {\n", "}\ntransfer A {")]
    [InlineData("framework F {\n", "rank { ")]
    [InlineData("framework F {\n", "oops\n")]
    [InlineData("framework F {\n", "transfer ")]
    [InlineData("framework F {\n", "transfer\n")]
    [InlineData("framework F {\n transfer A { Controller must ", "transfer ")]
    [InlineData("framework F {\n transfer A { Controller must transfer Health ", "from ")]
    [InlineData("framework F {\n transfer A { Controller must transfer Health ", "from A ")]
    [InlineData("framework F {\n transfer A { Controller must transfer Health ", "when a ")]
    [InlineData("framework F {\n transfer A { Controller must transfer Health ", "oops ")]
    [InlineData("framework F {\n transfer A { Controller must transfer Health ", "not ")]
    [InlineData("framework F {\n transfer A { Controller must transfer Health ", "from A\n")]
    [InlineData("framework F {\n transfer A { Controller must transfer Health ", "the ")]
    [InlineData("framework F {\n transfer A { Controller must transfer Health ", "without a ")]
    [InlineData("framework F {\n transfer A { Controller transfer Health ", "within 3 days from data ")]
    [InlineData("framework F {\n", "rule A ")]
    [InlineData("framework F {\n", "in force from of the ")]
    [InlineData("define A as ", "if no ")]
    [InlineData("define A as ", "a, and ")]
    [InlineData("define A = ", "(a, ")]
    [InlineData("scenario ", "A ")]
    [InlineData("scenario \"A\" {\n", "must ")]
    [InlineData("scenario \"A\" {\n", "expect ")]
    [InlineData("scenario \"A\" {\n", "where a, ")]
    public void A_text_of_200_KB_takes_time_in_proportion(string start, string repeated)
    {
        string text = start + string.Concat(Enumerable.Repeat(repeated, Size / repeated.Length));
        PolicyParser.Parse("warm.policy", text[..Math.Min(text.Length, 2000)]);
        var watch = Stopwatch.StartNew();
        SyntaxTree tree = PolicyParser.Parse("a.policy", text);
        Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed.TotalSeconds:F1} s for '{start}' and many '{repeated}'.");
        Assert.Equal(text.Length, tree.Islands.Sum(i => i.Text.Length));
    }

    [Theory]
    [InlineData("define A as ", "(")]
    [InlineData("define A as ", "not ")]
    [InlineData("define A as ", "not (")]
    [InlineData("taxonomy A {", "a {")]
    [InlineData("framework F { authority JP transfer A { Controller must not transfer Health from JP to US when ", "(")]
    public void Deep_nesting_is_one_finding(string start, string repeated)
    {
        string text = start + string.Concat(Enumerable.Repeat(repeated, 100_000)) + "explicit_consent";
        SyntaxTree? tree = null;
        var thread = new Thread(() => tree = PolicyParser.Parse("a.policy", text), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(["PL1019"], tree?.Diagnostics.Where(d => d.Code != "PL1012").Select(d => d.Code) ?? []);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("bloc A {")]
    public void Many_braces_do_not_break_the_stack(string repeated)
    {
        SyntaxTree tree = PolicyParser.Parse("a.policy", string.Concat(Enumerable.Repeat(repeated, 100_000)));
        Assert.NotEmpty(tree.Diagnostics);
        Assert.True(tree.Diagnostics.Length <= 100_000);
    }
}
