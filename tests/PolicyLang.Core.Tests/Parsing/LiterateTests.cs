using PolicyLang.Diagnostics;
using PolicyLang.Parsing;
using PolicyLang.Syntax;
using PolicyLang.Testing;
using PolicyLang.Text;

namespace PolicyLang.Tests.Parsing;

public sealed class LiterateTests
{
    private const string File = "law.policy.md";

    [Fact]
    public void Positions_are_those_of_the_Markdown()
    {
        Diagnostic found = Assert.Single(DiagnosticExpectation.Verify("# Law\n\nText with `code` and blok.\n\n```policy\nbloc A { CH }\n{|PL1015:blok|} B { NO }\n```\n\nMore.\n", File));
        Assert.Equal(new LinePosition(6, 0), found.Location.Start);
        Assert.Equal("bloc", Assert.Single(found.Fix?.Edits ?? []).NewText);
        Assert.Equal(found.Location.Span, found.Fix?.Edits[0].Span);
    }

    [Theory]
    [InlineData("```\nblok\n```\n")]
    [InlineData("```csharp\nblok\n```\n")]
    [InlineData("~~~ {|PL1025:policies|}\nblok\n~~~\n")]
    [InlineData("``` {|PL1025:polic|}\nblok\n```\n")]
    [InlineData("```{|PL1025:policy-lang|} title=\"x\"\nblok\n```\n")]
    [InlineData("```{|PL1025:policy{.rule}|}\nblok\n```\n")]
    [InlineData("<!--\n```policy\nblok\n```\n-->\n")]
    [InlineData("> ```{|PL1025:policy|}\n> blok\n> ```\n")]
    [InlineData("- A rule:\n\n  ```{|PL1025:policy|}\n  blok\n  ```\n")]
    [InlineData("1. ```{|PL1025:policy|}\n   blok\n   ```\n")]
    [InlineData("    ```policy\n    blok\n    ```\n")]
    [InlineData("`` ```policy blok ``\n")]
    [InlineData("```policy `no fence`\n")]
    [InlineData("<div>\n```policy\nblok\n```\n</div>\n")]
    [InlineData("````markdown\n```policy\nblok\n```\n````\n")]
    [InlineData("blok\n")]
    [InlineData("    ```poli\nblok\n")]
    public void Other_text_is_not_read(string markdown) => DiagnosticExpectation.Verify(markdown + "\n```policy\nbloc A { CH }\n```\n", File);

    [Theory]
    [InlineData("~~~policy\n{|PL1015:blok|} A { CH }\n~~~\n")]
    [InlineData("```policy  \r\n{|PL1015:blok|} A { CH }\r\n```\r\n")]
    [InlineData("```policy\n{|PL1015:blok|} A { CH }\n")]
    [InlineData("```policy title=\"On exports\"\n{|PL1015:blok|} A { CH }\n```\n")]
    [InlineData("``` Policy\n{|PL1015:blok|} A { CH }\n```\n")]
    [InlineData("~~~POLICY {.rule}\n{|PL1015:blok|} A { CH }\n~~~\n")]
    [InlineData("   ```policy\n   {|PL1015:blok|} A { CH }\n   ```\n")]
    [InlineData("- A list.\n\nWords.\n\n```policy\n{|PL1015:blok|} A { CH }\n```\n")]
    [InlineData("Words\n```policy\n{|PL1015:blok|} A { CH }\n```\n")]
    [InlineData("---\ntitle: x\n---\n\n```policy\r\n{|PL1015:blok|} A { CH }\r\n```\r\n")]
    [InlineData("<!-- A comment. -->\n\n```policy\n{|PL1015:blok|} A { CH }\n```\n")]
    public void Fences_of_several_forms_are_read(string markdown) => DiagnosticExpectation.Verify(markdown, File);

    [Fact]
    public void A_declaration_ends_with_its_fence()
    {
        string text = "```policy\nframework {|PL1012:F|} {\n  authority JP\n```\n\n```policy\nbloc B { CH }\n```\n";
        DiagnosticExpectation.Verify(text, File);
        SyntaxTree tree = PolicyParser.Parse(File, MarkedText.Parse(text).Text);
        Assert.Single(tree.Frameworks);
        Assert.IsType<BlocSyntax>(Assert.Single(tree.Declarations).Node);
    }

    [Fact]
    public void A_block_that_is_nearly_marked_gets_the_right_word()
    {
        const string text = "``` polic title=\"x\"\nbloc A { CH }\n```\n";
        Diagnostic found = Assert.Single(PolicyParser.Parse(File, text).Diagnostics);
        Assert.Equal("``` policy title=\"x\"\nbloc A { CH }\n```\n", found.Fix?.Apply(text));
    }

    [Theory]
    [InlineData('>')]
    [InlineData('-')]
    public void What_is_nested_too_deeply_is_told_and_kept(char mark)
    {
        string text = string.Concat(Enumerable.Repeat(mark + " ", 5_000)) + "x\n";
        SyntaxTree tree = Lossless.Check(File, text, "deep");
        Assert.Equal("PL1019", Assert.Single(tree.Diagnostics).Code);
        Assert.Single(tree.Islands);
    }
}
