using PolicyLang.Diagnostics;
using PolicyLang.Formatting;
using PolicyLang.Parsing;

namespace PolicyLang.Tests.Formatting;

public sealed class LayoutEditsTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("a b", "a b", 0)]
    [InlineData("a  b", "a b", 1)]
    [InlineData("a,b{c}", "a, b {\n  c\n}\n", 5)]
    [InlineData("a b\n\n\n", "a b\n", 1)]
    [InlineData("a ,b", "a, b", 2)]
    [InlineData("x\nb a\ny\n", "x\na b\ny\n", 1)]
    [InlineData("a", "a b", 1)]
    [InlineData("one\r\ntwo", "one\ntwo", 1)]
    public void The_edits_make_one_text_of_the_other(string before, string after, int count)
    {
        ImmutableArray<TextEdit> edits = LayoutEdits.Between(before, after);
        Assert.Equal(after, Applied(before, edits));
        Assert.Equal(count, edits.Length);
    }

    [Fact]
    public void Where_words_move_the_lines_around_them_stay()
    {
        TextEdit edit = Assert.Single(LayoutEdits.Between("first\nb a\nlast\n", "first\na b\nlast\n"));
        Assert.Equal((6, 10, "a b\n"), (edit.Span.Start, edit.Span.End, edit.NewText));
    }

    [Theory]
    [MemberData(nameof(FormatterTests.Files), MemberType = typeof(FormatterTests))]
    public void Laid_out_text_that_was_crowded_comes_back(string file)
    {
        string text = Repository.Read(file).ReplaceLineEndings("\n");
        string crowded = text.Replace("\n    ", "\n ", StringComparison.Ordinal).Replace(",  ", ", ", StringComparison.Ordinal);
        string formatted = Formatter.Format(PolicyParser.Parse(file, crowded));
        Assert.Equal(formatted, Applied(crowded, LayoutEdits.Between(crowded, formatted)));
    }

    private static string Applied(string text, ImmutableArray<TextEdit> edits) =>
        edits.Reverse().Aggregate(text, (changed, edit) => changed.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText));
}
