using PolicyLang.Analysis.Compliance;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class ComplianceTests
{
    private static readonly Workspace Trade = Law.Of("""
        bloc Signatories { JP KR IN }
        framework Pact { authority Signatories rank treaty in force from 2021-01-01
          norm Free { parties must not prohibit transfer any from own territory to Signatories }
          norm Guard { parties must prohibit sell Health from own territory }
          norm Public { parties may prohibit transfer any from own territory to Signatories when legitimate_public_policy prevails over Free }
          norm Local { parties must not require store any in own territory }
        }
        framework Jp { authority JP in force from 2022-01-01
          transfer Ban { must not transfer Health from JP to KR }
          transfer Sale { must not sell Health from JP } }
        framework Kr { authority KR in force from 2020-01-01 until 2023-12-31 transfer Ban { must not transfer Health from KR to JP } }
        party KR "Korea" { adopts Pact since 2021-01-01 reserving Pact.Guard until 2022-12-31 }
        """);

    [Theory]
    [InlineData("2021-06-01", "JP", "Free", 0, 0, 0, true, true, false)]
    [InlineData("2022-06-01", "JP", "Free", 2, 2, 0, true, true, false)]
    [InlineData("2022-06-01", "JP", "Guard", 0, 0, 0, true, true, false)]
    [InlineData("2022-06-01", "KR", "Guard", 0, 0, 0, true, true, true)]
    [InlineData("2023-06-01", "KR", "Guard", 0, 0, 1, true, true, false)]
    [InlineData("2024-06-01", "KR", "Free", 0, 0, 0, true, true, false)]
    [InlineData("2024-06-01", "IN", "Free", 0, 0, 0, true, false, false)]
    [InlineData("2024-06-01", "JP", "Local", 0, 0, 0, true, true, false)]
    public void An_entry_counts_breaches_and_gaps_of_its_day(
        string day, string party, string article, int breaches, int excusable, int missing, bool bound, bool law, bool reserved)
    {
        ComplianceCell cell = Cell(Build(day), party, article);

        Assert.Equal((breaches, excusable, missing), (cell.Breaches.Length, cell.Excusable, cell.Missing.Length));
        Assert.Equal((bound, law, reserved), (cell.IsBound, cell.HasLaw, cell.IsReserved));
    }

    [Fact]
    public void Without_a_day_all_days_count_and_a_reservation_is_partial()
    {
        ComplianceMatrix matrix = Build(null);

        Assert.Equal(["Free", "Guard", "Local"], matrix.Articles.Select(a => a.Name));
        Assert.Equal(1, matrix.OtherClauses);
        Assert.Single(Cell(matrix, "KR", "Free").Breaches);
        Assert.True(Cell(matrix, "KR", "Guard") is { IsPartlyReserved: true, IsReserved: false });
        Assert.Equal([new UsefulLeave("Pact.Public", 3)], matrix.Leaves);
        Assert.Equal(["Jp"], matrix.Rows.First(r => r.Party == "JP").Law);
    }

    private static ComplianceMatrix Build(string? day)
    {
        FrameworkSymbol treaty = Trade.Model.Frameworks.First(f => f.Name == "Pact");
        ComplianceMatrix? matrix = Trade.Compliance(treaty, day is null ? null : CalendarDay.TryParse(day, out CalendarDay on) ? on : null, out _);
        Assert.NotNull(matrix);
        return matrix;
    }

    private static ComplianceCell Cell(ComplianceMatrix matrix, string party, string article) =>
        matrix.Rows.First(r => r.Party == party).Cells[matrix.Articles.IndexOf(matrix.Articles.First(a => a.Name == article))];
}
