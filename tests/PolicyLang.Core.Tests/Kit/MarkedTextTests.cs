using PolicyLang.Testing;
using PolicyLang.Text;

namespace PolicyLang.Tests.Kit;

public sealed class MarkedTextTests
{
    [Fact]
    public void Marks_and_cursor_are_taken_out()
    {
        MarkedText text = MarkedText.Parse("a {|PL1:b [|c|]|} d$$e {f}");
        Assert.Equal("a b c de {f}", text.Text);
        Assert.Equal([new MarkedSpan("PL1", new TextSpan(2, 3)), new MarkedSpan(null, new TextSpan(4, 1))], text.Spans);
        Assert.Equal(7, text.Cursor);
    }

    [Theory]
    [InlineData("a |] b")]
    [InlineData("[| a")]
    [InlineData("[| a |}")]
    public void A_mark_without_its_other_half_is_refused(string text) => Assert.Throws<FormatException>(() => MarkedText.Parse(text));
}
