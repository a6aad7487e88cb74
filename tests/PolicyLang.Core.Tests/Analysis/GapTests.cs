using PolicyLang.Analysis.Gaps;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class GapTests
{
    private static readonly Workspace Pact = Law.Of("""
        bloc Signatories { JP KR }
        framework Pact { authority Signatories rank treaty in force from 2021-01-01 until 2030-12-31
          norm Guard { parties must prohibit sell Health from own territory }
        }
        framework Jp { authority JP in force from 2020-01-01
          transfer Ban { Exporter must not transfer Health from JP to US }
          transfer Open { Exporter may transfer Health from JP to outside US }
        }
        """);

    [Fact]
    public void A_gap_is_told_as_blocks_with_a_case()
    {
        GapReport report = Find("action=transfer");

        Assert.Equal(["Health from outside JP", "Health, by nobody who is Exporter", "Health, until 2019-12-31"], report.Blocks.Select(b => b.Text));
        Assert.All(report.Blocks, b => Assert.Equal(Outcome.Unregulated, Pact.Decide([.. b.Case.Facts.Select(RawFact.FromFact).Select(f => $"{f.Attribute}={string.Join(',', f.Values)}")]).Outcome));
        Assert.Null(report.Rest);
    }

    [Fact]
    public void Law_that_a_party_has_not_made_and_parties_without_law_are_told()
    {
        GapReport report = Find();

        Assert.Equal(["Pact.Guard"], report.Missing.SelectMany(c => c.Clauses));
        Assert.Equal([new PartyWithoutLaw("Pact", "KR")], report.WithoutLaw);
    }

    [Theory]
    [InlineData("2020-06-01", 0, 0)]
    [InlineData("2022-06-01", 1, 1)]
    public void Of_a_day_only_what_holds_on_it(string day, int missing, int without)
    {
        Assert.True(CalendarDay.TryParse(day, out CalendarDay on));
        GapReport? report = Pact.Gaps([], [new RawFact("action", ["transfer"])], on, 10, out _);

        Assert.Equal((missing, without), (report?.Missing.Length, report?.WithoutLaw.Length));
    }

    [Fact]
    public void A_limit_leaves_a_case_of_the_rest()
    {
        GapReport? report = Pact.Gaps([], [new RawFact("action", ["transfer"])], null, 1, out _);

        Assert.Single(report?.Blocks ?? []);
        Assert.NotNull(report?.Rest);
    }

    private static GapReport Find(params string[] facts)
    {
        GapReport? report = Pact.Gaps([], facts.Select(f => new RawFact(f.Split('=')[0], [f.Split('=')[1]])), null, 100, out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        Assert.NotNull(report);
        return report;
    }
}
