using PolicyLang.Diagnostics;
using PolicyLang.Parsing;
using PolicyLang.Testing;

namespace PolicyLang.Tests.Parsing;

/// <summary>Each row of the tables of drafters' wordings is recognised where it may stand, and what is written instead is what the row says.</summary>
public sealed class WordingTests
{
    public static TheoryData<string, string, string> Rows =>
    [
        .. Of(ModalityWordings.Modalities, "framework F { transfer A { Exporter $ transfer Health from JP to US } }"),
        .. Of(ModalityWordings.LawVerbs, "framework F { norm A { parties must $ transfer Health } }"),
        .. Of(ModifierWordings.Modifiers, "framework F { transfer A { Exporter may transfer Health $ X } }"),
        .. Of(ModifierWordings.AfterProhibition, "framework F { transfer A { Exporter must not transfer Health $ audited } }"),
        .. Of(ModifierWordings.InForce, "framework F { $ 2020-01-01 }"),
        .. Of(ComparisonWordings.Comparisons, "define x as subjects $ 5"),
        .. Of(ComparisonWordings.Quantifiers, "define x as safeguards include $ SCC, BCR"),
        .. Of(SetWordings.Places, "framework F { transfer A { Exporter may transfer Health from $ } }"),
        .. Of(SetWordings.Except, "framework F { transfer A { Exporter may transfer Health from EEA $ DE } }"),
        .. Of(SetWordings.Parties, "framework F { norm A { $ must allow transfer Health } }"),
        .. Of(NoiseWordings.Articles, "framework F { transfer A { $ Exporter may transfer Health from JP to US } }"),
        .. Of(NoiseWordings.BeforeCondition, "define x as $ audited"),
        .. Of(NoiseWordings.BeforeOutcome, "scenario \"S\" { transfer Health expect $ permitted }"),
        .. Of(NoiseWordings.BeforePrinciple, "resolve conflicts by $ superior"),
        .. Of(NoiseWordings.BeforeUnit, "framework F { transfer A { Exporter may transfer Health within 3 $ days } }"),
        .. Of(LinkWordings.Cites, "framework F { transfer A $ \"Art. 1\" { Exporter may transfer Health } }"),
        .. Of(LinkWordings.Adopts, "party JP { $ F since 2020-01-01 }"),
        .. Of(LinkWordings.Towards, "party JP { adopts F since 2020-01-01 $ DE }"),
        .. Of(LinkWordings.Reserving, "party JP { adopts F since 2020-01-01 $ F.A }"),
        .. Of(LinkWordings.Under, "organisation O $ JP"),
        .. Of(LinkWordings.By, "scenario \"S\" { transfer Health expect permitted $ F.A }"),
        .. Of(LinkWordings.Because, "acknowledge conflict between F.A and F.B $ \"so\""),
        .. Of(LinkWordings.From, "framework F { in force $ 2020-01-01 }"),
        .. Of(LinkWordings.Until, "framework F { in force from 2020-01-01 $ 2021-01-01 }"),
        .. Of(LinkWordings.EventOf, "framework F { transfer A { Exporter may transfer Health within 3 days $ data_breach } }"),
        .. Of(LinkWordings.Expect, "scenario \"S\" { Exporter transfer Health $ permitted }"),
        .. Of(LinkWordings.Where, "scenario \"S\" { transfer Health $ audited expect permitted }"),
        .. Of(LinkWordings.On, "scenario \"S\" { transfer Health $ 2020-01-01 expect permitted }"),
        .. Of(LinkWordings.Include, "scenario \"S\" { transfer Health where safeguards $ SCC expect permitted }"),
        .. Of(OutcomeWordings.Outcomes, "scenario \"S\" { transfer Health expect $ }"),
        .. Of(OutcomeWordings.Quantifiers, "check \"C\" { $ permitted: transfer Health }"),
        .. Of(UnitWordings.Units, "framework F { transfer A { Exporter may transfer Health within 1 $ } }"),
        .. Of(DeclarationWordings.Properties, "framework F { $ X }"),
        .. Of(DeclarationWordings.Declarations, "$ X"),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_is_written_is_said_to_be_what_the_row_says(string text, string written, string meant)
    {
        int start = text.IndexOf('$');
        string drafted = text.Replace("$", written);
        Diagnostic found = Assert.Single(PolicyParser.Parse("test.policy", drafted).Diagnostics, d => d.Location.Span.Start == start);
        Fix fix = Assert.IsType<Fix>(found.Fix);
        string mended = fix.Apply(drafted);

        // Words that say nothing go with the blank after them; the number before another unit changes with it.
        Assert.Equal(meant.Length == 0 ? text.Replace("$ ", string.Empty) : text.Replace(char.IsDigit(meant[0]) ? "1 $" : "$", meant), mended);
    }

    [Fact]
    public void No_row_is_hidden_by_an_earlier_one()
    {
        string[] hidden =
        [
            .. Hidden(ModalityWordings.Modalities), .. Hidden(ModalityWordings.LawVerbs), .. Hidden(ModifierWordings.Modifiers), .. Hidden(ModifierWordings.InForce),
            .. Hidden(ComparisonWordings.Comparisons), .. Hidden(ComparisonWordings.Negations), .. Hidden(SetWordings.Places), .. Hidden(SetWordings.Except),
            .. Hidden(SetWordings.Parties), .. Hidden(NoiseWordings.BeforeCondition), .. Hidden(LinkWordings.Reserving), .. Hidden(LinkWordings.From),
            .. Hidden(OutcomeWordings.Outcomes), .. Hidden(DeclarationWordings.Declarations), .. Hidden(DeclarationWordings.Properties),
        ];
        Assert.Empty(hidden);
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> Of<T>(WordingTable<T> table, string text) =>
        table.Select(row => new TheoryDataRow<string, string, string>(text, row.IsOwn ? Written(row).ToUpperInvariant() : Written(row), row.Meant));

    private static string Written<T>(Wording<T> row) => string.Join(' ', row.Words);

    private static IEnumerable<string> Hidden<T>(WordingTable<T> table) =>
        table.Where((row, i) => table.Take(i).Any(earlier => (Written(row) + " ").StartsWith(Written(earlier) + " ", StringComparison.Ordinal))).Select(Written);
}
