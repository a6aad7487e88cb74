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
    [InlineData("~~~ policies\nblok\n~~~\n")]
    [InlineData("````markdown\n```policy\nblok\n```\n````\n")]
    [InlineData("blok\n")]
    [InlineData("    ```poli\nblok\n")]
    public void Other_text_is_not_read(string markdown) => DiagnosticExpectation.Verify(markdown + "\n```policy\nbloc A { CH }\n```\n", File);

    [Theory]
    [InlineData("~~~policy\n{|PL1015:blok|} A { CH }\n~~~\n")]
    [InlineData("```policy  \r\n{|PL1015:blok|} A { CH }\r\n```\r\n")]
    [InlineData("```policy\n{|PL1015:blok|} A { CH }\n")]
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
}
