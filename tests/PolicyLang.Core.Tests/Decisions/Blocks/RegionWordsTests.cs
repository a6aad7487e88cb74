using PolicyLang.Decisions.Blocks;
using PolicyLang.LanguageService;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Decisions.Blocks;

public sealed class RegionWordsTests
{
    [Theory]
    [InlineData("Controller must not transfer PersonalData from EEA to outside EEA unless safeguards include SCC", "Controller transfers PersonalData from EEA to outside EEA, without SCC, on or after 2021-06-28")]
    [InlineData("any must not transfer PersonalData from CN to US, JP", "anyone transfers PersonalData from CN to JP or US, on or after 2021-06-28")]
    [InlineData("any must not transfer PersonalData except Health from CN to outside JP", "anyone transfers PersonalData except Health from CN to outside JP, on or after 2021-06-28")]
    [InlineData("any must not disclose CommunicationsData to Authority in US when us_warrant and not court_order", "anyone discloses CommunicationsData to Authority in US, us_warrant, not court_order, on or after 2021-06-28")]
    [InlineData("Controller must not transfer PersonalData collected in EU to outside EU when subjects >= 100", "Controller transfers PersonalData collected in EU to outside EU, subjects at least 100, on or after 2021-06-28")]
    [InlineData("Controller of CN must not transfer PersonalData collected in outside CN from CN to US for Marketing", "Controller of CN transfers PersonalData collected outside CN from CN to US for Marketing, on or after 2021-06-28")]
    public void A_clause_is_one_block(string sentence, string expected) => Assert.Equal([expected], Told(sentence));

    [Theory]
    [InlineData("ServiceProvider must not transfer PersonalData from EEA to outside EEA unless safeguards include SCC", "Service Provider transfers Personal Data from European Economic Area to outside European Economic Area, without Standard contractual clauses adopted or approved by the Commission (EU), on or after 2021-06-28")]
    [InlineData("any must not disclose CommunicationsData to Authority in US when us_warrant and subjects >= 100", "anyone discloses Communications Data to Authority in United States, number of persons concerned, cumulative for the calendar year at least 100; a US court has issued a warrant or other valid process for the data; on or after 2021-06-28")]
    public void A_reader_is_told_titles(string sentence, string expected) => Assert.Equal(expected, Assert.Single(Lines(sentence)).Spoken);

    [Fact]
    public void Alternatives_are_blocks_the_most_general_first()
    {
        Assert.Equal(
            [
                "anyone transfers PersonalData from CN to US, business_need, on or after 2021-06-28",
                "anyone transfers PersonalData from CN to US, with SCC, emergency, on or after 2021-06-28",
            ],
            Told("any must not transfer PersonalData from CN to US when (safeguards include SCC and emergency) or business_need"));
    }

    [Fact]
    public void What_is_beyond_the_first_blocks_is_a_number_with_a_case()
    {
        ImmutableArray<string> lines = Told("any must not transfer PersonalData from CN to US when business_need or emergency or court_order or occasional or state_held");
        Assert.Equal(RegionWords.MostTold + 1, lines.Length);
        Assert.StartsWith("and 2 more, for example: on 2021-06-28, someone transfers ", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Places_are_named_by_the_bloc_that_holds_exactly_them_and_else_one_by_one()
    {
        const string Bloc = "bloc Pact { JP KR SG }\n";
        Assert.Equal(["anyone transfers PersonalData from CN to Pact, on or after 2021-06-28"], Told("any must not transfer PersonalData from CN to JP, KR, SG", Bloc));
        Assert.Equal(["anyone transfers PersonalData from CN to JP or KR, on or after 2021-06-28"], Told("any must not transfer PersonalData from CN to JP, KR", Bloc));
        Assert.Equal(["anyone transfers PersonalData from CN to outside Pact, on or after 2021-06-28"], Told("any must not transfer PersonalData from CN to outside JP, KR, SG", Bloc));
    }

    [Fact]
    public void A_bloc_whose_members_change_is_named_where_its_members_of_the_day_are_meant_and_only_there()
    {
        const string Bloc = "bloc Pact { JP  KR until 2022-12-31  SG }\n";
        Assert.Equal(["anyone transfers PersonalData from CN to Pact, on or after 2021-06-28"], Told("any must not transfer PersonalData from CN to Pact", Bloc));
        Assert.Equal(["anyone transfers PersonalData from CN to JP, KR or SG, on or after 2021-06-28"], Told("any must not transfer PersonalData from CN to JP, KR, SG", Bloc));
    }

    [Theory]
    [InlineData("Exporter must not transfer PersonalData from DE to US unless Safe", "Speaks of:\n- Exporter transfers Personal Data from Germany to United States, without Standard contractual clauses adopted or approved by the Commission (EU), on or after 2021-06-28")]
    [InlineData("Exporter must disclose PersonalData from DE to Authority in US when us_warrant", "Due where:\n- Exporter")]
    public void The_card_of_a_clause_says_in_which_cases_it_speaks(string sentence, string expected)
    {
        string text = $"define Safe as safeguards include SCC framework F {{ authority EU in force from 2021-06-28 transfer C {{ {sentence} }} }}";
        Workspace workspace = Law.Of(text);
        Assert.Contains(expected, Hover.CardAt(workspace, "law.policy", text.IndexOf("C {", StringComparison.Ordinal))?.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_does_not_say_the_sentence_again()
    {
        const string Text = "framework F { authority EU in force from 2021-06-28 sovereignty C { Exporter must not disclose PersonalData from DE to Authority in US unless safeguards include SCC } }";
        string? card = Hover.CardAt(Law.Of(Text), "law.policy", Text.IndexOf("C {", StringComparison.Ordinal))?.Markdown;
        Assert.Contains("> Exporter must not disclose PersonalData from DE to Authority in US unless safeguards include SCC", card);
        Assert.DoesNotContain("Speaks of", card);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_blocks_of_random_regions_are_the_region_and_none_says_more_than_it_must(int seed)
    {
        Workspace workspace = Workspace.Empty.With("vocabulary.policy", RandomRegions.Vocabulary);
        workspace.WithRules(book =>
        {
            RegionSpace regions = book.Space.Regions;
            _ = regions.Open();
            var words = new RegionWords(book);
            var random = new RandomRegions(book, seed);
            for (int i = 0; i < 60; i++)
            {
                Region region = random.Make(3);
                RegionText text = words.Describe(region);
                Region union = regions.Union(text.Blocks.Select(b => b.Cases).ToList());
                Assert.Equal(text.IsComplete, ReferenceEquals(region, union));
                Assert.True(regions.IsSubsetOf(union, region));
                Assert.All(text.Blocks, block =>
                {
                    Assert.Same(block.Cases, regions.Intersection([.. block.Parts.Select(p => p.Cases)]));
                    Assert.All(block.Parts, part => Assert.False(regions.IsSubsetOf(regions.Intersection([.. block.Parts.Where(p => !ReferenceEquals(p, part)).Select(p => p.Cases)]), region), $"{block} need not say {part}"));
                    Assert.False(text.IsComplete && regions.IsSubsetOf(block.Cases, regions.Union(text.Blocks.Where(b => !ReferenceEquals(b, block)).Select(b => b.Cases).ToList())), $"{block} is in the others");
                });
                Assert.Equal(text.Blocks.Length > RegionWords.MostTold || !text.IsComplete, text.Rest is not null);
            }

            return 0;
        });
    }

    private static ImmutableArray<string> Told(string sentence, string before = "") => [.. Lines(sentence, before).Select(l => l.Written)];

    private static ImmutableArray<CasesLine> Lines(string sentence, string before = "") =>
        Law.Of($"{before}framework F {{ authority CN in force from 2021-06-28 transfer C {{ {sentence} }} }}").WithRules(book =>
        {
            _ = book.Space.Regions.Open();
            Rule rule = book.Rules.First(r => !r.IsKeeping);
            return new RegionWords(book).Describe(rule.Region).Lines;
        });
}
