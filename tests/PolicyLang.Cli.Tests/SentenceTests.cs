using PolicyLang.Cli.Reporters;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Text;

namespace PolicyLang.Cli.Tests;

/// <summary>Cases and changes said in words.</summary>
public sealed class SentenceTests
{
    [Fact]
    public void A_case_reads_as_a_sentence()
    {
        var facts = new CaseFacts(
        [
            new Fact("date", new DateValue(CalendarDay.FromDate(2024, 3, 1))),
            new Fact("actor", new SetValue(["Controller"])),
            new Fact("home", new SetValue(["DE", "FR"])),
            new Fact("action", new NodeValue("process")),
            new Fact("data", new NodeValue("Health")),
            new Fact("origin", new NodeValue("DE")),
            new Fact("destination", new NodeValue("US")),
            new Fact("purpose", new NodeValue("Marketing")),
            new Fact("elapsed", new CountValue(72)),
            new Fact("elapsed_since_breach_known", new CountValue(24)),
            new Fact("safeguards", new SetValue(["SCC", "BCR"])),
            new Fact("notified", new SetValue(["Authority"])),
            new Fact("approvals", new SetValue(["Authority"])),
            new Fact("subjects", new CountValue(500)),
            new Fact("level", new NodeValue("High")),
            new Fact("expires", new DateValue(CalendarDay.FromDate(2025, 1, 1))),
            new Fact("consent", new FlagValue(false)),
        ]);
        Assert.Equal(
            "on 2024-03-01, Controller of DE and FR processes Health from DE to US for Marketing, after 72 hours, 24 hours since breach_known, "
            + "with SCC and BCR, notifying Authority, approved by Authority, subjects = 500, level is High, expires = 2025-01-01, not consent",
            CaseSentence.Write(facts));
    }

    [Theory]
    [InlineData("carry", "someone carries")]
    [InlineData("deploy", "someone deploys")]
    [InlineData("access", "someone accesses")]
    [InlineData("attach", "someone attaches")]
    [InlineData("store", "someone stores")]
    public void The_verb_agrees(string action, string sentence) =>
        Assert.Equal(sentence, CaseSentence.Write(new CaseFacts([new Fact("action", new NodeValue(action))])));

    [Fact]
    public void A_case_without_facts_is_still_a_sentence() => Assert.Equal("someone acts", CaseSentence.Write(CaseFacts.None));

    [Fact]
    public void Attacks_are_against_a_target() => Assert.Equal(
        "State attacks CriticalInfrastructure",
        CaseSentence.Write(new CaseFacts([new Fact("actor", new SetValue(["State"])), new Fact("action", new NodeValue("attack")), new Fact("target", new NodeValue("CriticalInfrastructure"))])));

    [Fact]
    public void Ways_are_instructions()
    {
        var original = new CaseFacts([new Fact("safeguards", new SetValue(["SCC", "BCR"]))]);
        CaseFacts[] ways =
        [
            Way(new Fact("safeguards", new SetValue(["SCC", "BCR", "Certification"]))),
            Way(new Fact("safeguards", new SetValue(["SCC"]))),
            Way(new Fact("destination", new NodeValue("JP"))),
            Way(new Fact("destination", new NodeValue("KR"))),
            Way(new Fact("location", new NodeValue("DE")), new Fact("notified", new SetValue(["Authority"]))),
            Way(new Fact("elapsed", new CountValue(240))),
        ];
        Assert.Equal(
            ["add Certification", "do without BCR", "send to one of JP or KR", "keep it in DE and notify Authority", "act when 240 hours have passed"],
            WaySentences.Sentences(ways, original));
    }

    [Fact]
    public void Many_places_are_cut_short()
    {
        IEnumerable<CaseFacts> ways = Enumerable.Range(0, 20).Select(number => Way(new Fact("destination", new NodeValue($"P{number}"))));
        Assert.Equal(["send to one of P0, P1, P2, P3, P4, P5, P6, P7 and 12 more"], WaySentences.Sentences(ways, CaseFacts.None));
    }

    private static CaseFacts Way(params Fact[] facts) => new([.. facts]);
}
