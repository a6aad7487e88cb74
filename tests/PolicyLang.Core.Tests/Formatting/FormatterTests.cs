using System.Text.RegularExpressions;
using PolicyLang.Formatting;
using PolicyLang.Parsing;
using PolicyLang.Syntax;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Formatting;

public sealed partial class FormatterTests
{
    public static TheoryData<string> Files => [.. Repository.Files("tests/cases/first-examples", "*.policy").Concat(Repository.Files("src/PolicyLang.Core/Prelude", "*.policy"))];

    private static string Format(string text, string file = "a.policy") => Formatter.Format(PolicyParser.Parse(file, text));

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_of_the_project_are_formatted(string file)
    {
        string formatted = Format(Repository.Read(file));
        if (Environment.GetEnvironmentVariable("POLICYLANG_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, file), formatted);
        }

        Assert.Equal(Repository.Read(file), formatted);
    }

    [Fact]
    public void A_crowded_file_gets_the_canonical_layout() => Assert.Equal(
        """
        // head
        framework F "Title" {
          citation  "X"
          authority EU
          rank      statute
          in force  from 2020-01-01 until 2030-01-01

          /// doc
          transfer A "T" cites "Art. 1" { // why
            Exporter or Importer must not transfer Health, Genetic
            from EEA
            to Processor in outside_eea, US except CA
            // a remark on the condition
            when (a or b) and not c
            subject to B, G.C
          }

          // loose
          norm N {
            parties must not require store any
            in own territory
          }
        }

        bloc B supranational {
          DE, FR since 1958-01-01
          GB     since 1973-01-01 until 2020-01-31 // left
          CH
        }

        bloc C = B, IS except GB
        define D as data is Health and subjects >= 10_000

        """.ReplaceLineEndings("\n"),
        Format(
            """
            // head
            framework F "Title"{ citation "X"   authority EU rank statute in force from 2020-01-01 until 2030-01-01
            /// doc
            transfer A "T" cites "Art. 1"{ // why
            Exporter or Importer must   not transfer Health , Genetic subject to B,G . C
             // a remark on the condition
             when ( a or b ) and not c to Processor in outside_eea,US except CA from EEA}
              // loose
            norm N { parties must not require store any in own territory } }
            bloc B supranational { DE,FR since 1958-01-01 GB since 1973-01-01 until 2020-01-31 // left
            CH }
            bloc C = B,IS except GB
            define D as data is Health and subjects>=10_000
            """));

    [Theory]
    [MemberData(nameof(Files))]
    public void Comments_and_meaning_survive_any_layout(string file)
    {
        string text = Repository.Read(file);
        string crowded = Blank().Replace(text, m => m.Value.Contains('\n') ? "\n" : " ");
        string formatted = Format(crowded);
        Assert.Equal(formatted, Format(formatted));
        Assert.Equal(CommentsOf(text), CommentsOf(formatted));
        Assert.Equal(TokensOf(text), TokensOf(formatted));
    }

    [Fact]
    public void Long_lists_wrap_at_a_comma_and_stay_so()
    {
        string text = $"define Many = {string.Join(", ", Enumerable.Range(1, 60).Select(i => $"Name{i}"))}\n";
        string formatted = Format(text);
        Assert.All(formatted.Split('\n'), l => Assert.True(l.Length <= 120, l));
        Assert.True(formatted.Split('\n').Length > 4);
        Assert.Equal(formatted, Format(formatted));
    }

    [Fact]
    public void What_has_an_error_is_left_as_it_is_and_the_rest_is_formatted()
    {
        string formatted = Format("framework F { authority   EU\n  transfer A { Exporter  mist   transfer X }\n transfer B { may transfer any   from EU } }");
        Assert.Contains("  transfer A { Exporter  mist   transfer X }\n", formatted);
        Assert.Contains("  transfer B {\n    may transfer any\n    from EU\n  }\n}\n", formatted);
    }

    [Fact]
    public void In_a_literate_file_only_the_fences_change()
    {
        const string before = "# Title  \n\nProse   {  }\n\n```policy\ndefine   A as   b\n```\n\n```js\nlet   x\n```\n";
        Assert.Equal(before.Replace("define   A as   b", "define A as b"), Format(before, "a.policy.md"));
    }

    [Fact]
    public void Line_ends_and_byte_order_mark_are_kept() =>
        Assert.Equal("\uFEFFdefine A as b\r\n\r\nbloc C {\r\n  DE\r\n}\r\n", Format("\uFEFFdefine  A as b\r\nbloc C { DE }\r\n"));

    [Fact]
    public void A_range_touches_only_its_declarations()
    {
        SyntaxTree tree = PolicyParser.Parse("a.policy", "define   A as b\ndefine   C as d\n");
        TextEdit(tree, "C");
        void TextEdit(SyntaxTree t, string name)
        {
            var edits = Formatter.FormatRange(t, new PolicyLang.Text.TextSpan(t.Text.Content.IndexOf(name, StringComparison.Ordinal), 1));
            Assert.Equal("define C as d\n", Assert.Single(edits).NewText);
        }
    }

    [Fact]
    public void An_empty_file_stays_empty_and_comments_alone_stay()
    {
        Assert.Equal(string.Empty, Format(string.Empty));
        Assert.Equal("// only\n", Format("\n\n  // only  \n\n"));
        Assert.Equal("define A as b\n\n// end\n", Format("define A as b\n\n\n// end"));
    }

    private static IEnumerable<string> CommentsOf(string text) => CommentPattern().Matches(text).Select(m => m.Value.Trim()).Order(StringComparer.Ordinal);

    private static IEnumerable<string> TokensOf(string text) =>
        PolicyParser.Parse("a.policy", text).Islands.SelectMany(i => i.Tokens.Select(t => i.Text.Substring(t.Start, t.Length))).Order(StringComparer.Ordinal);

    [GeneratedRegex("[ \\t\\r\\n]+")]
    private static partial Regex Blank();

    [GeneratedRegex("//[^\\n]*|/\\*.*?\\*/", RegexOptions.Singleline)]
    private static partial Regex CommentPattern();
}
