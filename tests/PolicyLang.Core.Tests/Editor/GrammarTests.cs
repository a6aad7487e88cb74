using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyLang.Syntax;
using PolicyLang.Testing;

namespace PolicyLang.Tests.Editor;

/// <summary>The grammar that the editor extension ships is the one that the keyword table gives.</summary>
public sealed class GrammarTests
{
    private const string Grammar = "editor-extension/syntaxes/policy.tmLanguage.json";

    [Fact]
    public void The_grammar_of_the_extension_is_the_one_made_from_the_keyword_table() => Baseline.Verify(Repository.PathOf(Grammar), TextMateGrammar.Text());

    [Fact]
    public void Every_keyword_is_coloured_and_no_part_of_a_longer_name_is()
    {
        using JsonDocument grammar = JsonDocument.Parse(Repository.Read(Grammar));
        Regex[] patterns = [.. grammar.RootElement.GetProperty("repository").GetProperty("keywords").GetProperty("patterns").EnumerateArray().Select(p => new Regex(p.GetProperty("match").GetString() ?? string.Empty))];

        Assert.All(Keywords.All, word =>
        {
            Assert.Single(patterns, p => p.Match($"x {word} y").Value == word);
            Assert.DoesNotContain(patterns, p => p.IsMatch($"x{word} {word}_ {word}é F.{word} {word}.C"));
        });
    }
}
