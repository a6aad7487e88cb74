using PolicyLang.Syntax;

namespace PolicyLang.Tests.Docs;

/// <summary>The language reference: one page for each construct, all in the same order, none forgotten.</summary>
public sealed class ReferencePagesTests
{
    private static readonly string[] Sections = ["## Form", "## Meaning", "## Example", "## Mistakes"];

    // Pages about the whole language rather than one construct.
    private static readonly string[] Overviews = ["grammar", "shapes"];

    private static IEnumerable<string> All => Repository.Files("docs/language/reference", "*.md");

    public static TheoryData<string> Constructs => [.. All.Where(p => !Overviews.Contains(Path.GetFileNameWithoutExtension(p)))];

    [Fact]
    public void The_index_names_every_page()
    {
        string index = Repository.Read("docs/language/reference.md");
        Assert.All(All, p => Assert.Contains($"(reference/{Path.GetFileName(p)})", index));
    }

    [Theory]
    [MemberData(nameof(Constructs))]
    public void A_page_says_what_for_how_what_shows_it_and_what_goes_wrong(string page)
    {
        string text = Repository.Read(page).ReplaceLineEndings("\n");
        int[] places = [.. Sections.Select(s => text.IndexOf($"\n{s}\n", StringComparison.Ordinal))];
        Assert.All(places, p => Assert.True(p > 0, $"{page} misses one of {string.Join(", ", Sections)}."));
        Assert.Equal(places.Order(), places);
        Assert.NotEmpty(PolicyBlocks.Of(page));
        Assert.Contains("(../../diagnostics/PL", text[places[^1]..]);
    }

    [Fact]
    public void Every_word_of_the_language_is_on_a_page()
    {
        string all = string.Concat(All.Where(p => !p.EndsWith("grammar.md", StringComparison.Ordinal)).Select(Repository.Read));
        HashSet<string> words = [.. all.Split([.. " \r\n`,.:;()[]{}|=<>\"*…".ToCharArray()], StringSplitOptions.RemoveEmptyEntries)];
        Assert.Empty(Keywords.All.Where(w => !words.Contains(w)));
    }
}
