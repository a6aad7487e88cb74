using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.LanguageService;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Decisions;

/// <summary>Cases and changes as a reader is told them.</summary>
public sealed class SpokenNamesTests
{
    private static readonly Workspace World = Workspace.Empty.With("a.policy", """
        organisation ACME "Acme Holding" under EU
        attribute signed : flag "The contract is signed"
        attribute plain_fact : flag
        framework F { authority EU in force from 2020-01-01 norm Ban "No surveillance" { Exporter must not transfer Health from EEA to US } transfer Go { Exporter may transfer Health from EEA to JP } }
        """);

    private static CaseFacts Facts(params Fact[] facts) => new([.. facts]);

    private static string Said(params Fact[] facts) => CaseSentence.Write(new SpokenNames(World.Model).Of(Facts(facts)));

    [Fact]
    public void Words_are_said_as_words_and_places_abbreviations_and_facts_by_title() => Assert.Equal(
        "on 2024-03-01, Exporter and Service Provider disclose Communications Data from Germany to Authority in Republic of Korea, organisation is Acme Holding, with Binding corporate rules and Standard Contract CN; a US court has issued a warrant or other valid process for the data; it is not so that the contract is signed",
        Said(
            new("date", new NodeValue("2024-03-01")),
            new("actor", new SetValue(["Exporter", "ServiceProvider"])),
            new("action", new NodeValue("disclose")),
            new("data", new NodeValue("CommunicationsData")),
            new("origin", new NodeValue("DE")),
            new("destination", new NodeValue("KR")),
            new("recipient", new NodeValue("Authority")),
            new("organisation", new NodeValue("ACME")),
            new("safeguards", new SetValue(["BCR", "StandardContractCN"])),
            new("us_warrant", new FlagValue(true)),
            new("signed", new FlagValue(false))));

    [Theory]
    [InlineData("plain_fact", true, "someone acts; plain fact")]
    [InlineData("plain_fact", false, "someone acts; not plain fact")]
    public void A_fact_without_a_title_is_said_in_its_words(string name, bool holds, string expected)
    {
        Assert.DoesNotContain(World.Diagnostics, d => d.Severity == PolicyLang.Diagnostics.DiagnosticSeverity.Error);
        Assert.Equal(expected, Said(new Fact(name, new FlagValue(holds))));
    }

    [Theory]
    [InlineData("elapsed_since_signed", 48, "someone acts; 48 hours since the event 'The contract is signed'")]
    [InlineData("elapsed_since_plain_fact", 48, "someone acts; 48 hours since plain fact")]
    [InlineData("elapsed", 48, "someone acts, after 48 hours")]
    public void A_clock_counts_from_what_its_event_is_called(string clock, int hours, string expected) =>
        Assert.Equal(expected, Said(new Fact(clock, new CountValue(hours))));

    [Fact]
    public void Months_and_cases_in_blocks_count_from_it_too()
    {
        Assert.Equal("someone acts; 24 months since the event 'The contract is signed'", Said(new Fact("months_since_signed", new HalvedValue(48))));
        CasesLine line = new Block([new NumbersPart("months_since_signed", [(48, 96)], 96, null!)], null!).Say(new SpokenNames(World.Model));
        Assert.EndsWith("at least 24 months after the event 'The contract is signed'", line.Spoken, StringComparison.Ordinal);
        Assert.EndsWith("at least 24 months after signed", line.Written, StringComparison.Ordinal);
    }

    [Fact]
    public void Ways_are_said_by_the_same_names()
    {
        var names = new SpokenNames(World.Model);
        CaseFacts before = names.Of(Facts(new Fact("safeguards", new SetValue(["SCC"]))));
        CaseFacts[] ways = [names.Of(Facts(new Fact("safeguards", new SetValue(["SCC", "BCR"])))), names.Of(Facts(new Fact("destination", new NodeValue("JP")))), names.Of(Facts(new Fact("destination", new NodeValue("FR"))))];
        Assert.Equal(["add Binding corporate rules", "send to one of Japan or France"], WaySentences.Sentences(ways, before));
        Assert.Equal("number of persons", WaySentences.Sentences([names.Of(Facts(new Fact("subjects", new CountValue(10))))], CaseFacts.None).Single()[..17], ignoreCase: true);
    }

    [Fact]
    public void A_clause_is_said_by_its_title_and_name()
    {
        var names = new SpokenNames(World.Model);
        Assert.Equal("No surveillance (F.Ban)", names.OfClause("F.Ban"));
        Assert.Equal("F.Go", names.OfClause("F.Go"));
        Assert.Equal("F.Gone", names.OfClause("F.Gone"));
    }
}
