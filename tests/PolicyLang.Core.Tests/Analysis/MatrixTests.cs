using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Analysis;

public sealed class MatrixTests
{
    private static readonly RawFact[] Transfer =
    [
        new("action", ["transfer"]), new("actor", ["Exporter"]), new("data", ["Health"]), new("date", ["2024-01-01"]),
    ];

    private static readonly Workspace Chapter = Law.Of(Law.Framework("F", "EU", """
        transfer Bar { Exporter must not transfer PersonalData from EEA to outside EEA subject to Free, Safe }
        transfer Inside { Exporter may transfer PersonalData from EEA to EEA }
        transfer Free { Exporter may transfer PersonalData from EEA to CH, JP }
        transfer Safe { Exporter may transfer PersonalData from EEA to outside EEA, KP when safeguards include SCC }
        """));

    [Fact]
    public void Places_that_are_treated_alike_share_a_row_and_are_named_shortly()
    {
        TransferMatrix matrix = Build(Chapter);

        Assert.Equal(2, matrix.Origins.Length);
        Assert.Contains(matrix.Origins, o => o is { Name: "EEA", Title: "European Economic Area (30)" });
        Assert.Contains(matrix.Destinations, d => d.Title is "EEA, Japan and Switzerland" or "EEA, Switzerland and Japan");
        Assert.Contains(matrix.Destinations, d => d.Title.StartsWith("all other places", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DE", "FR", nameof(TransferAnswer.Free))]
    [InlineData("DE", "CH", nameof(TransferAnswer.Free))]
    [InlineData("DE", "US", nameof(TransferAnswer.Safeguards))]
    [InlineData("DE", "KP", nameof(TransferAnswer.Prohibited))]
    [InlineData("US", "DE", nameof(TransferAnswer.Unregulated))]
    public void Each_cell_says_what_the_law_says(string origin, string destination, string expected)
    {
        MatrixCell cell = Assert.Single(Assert.Single(Build(Chapter, [origin], [destination]).Rows));

        Assert.Equal(expected, cell.Answer.ToString());
        Assert.Equal(expected == nameof(TransferAnswer.Safeguards) ? ["safeguards=SCC"] : [], cell.Ways.Select(w => w.Tell()));
    }

    [Fact]
    public void Its_days_are_those_on_which_it_changes_and_it_is_the_same_in_between()
    {
        Workspace workspace = Law.Of(
            "bloc B { EU JP since 2022-03-01 until 2023-04-30 }\n"
            + Law.Framework("F", "EU", """
                transfer Bar { Exporter must not transfer PersonalData from EEA to outside EEA subject to Free }
                transfer Free { Exporter may transfer PersonalData from EEA to B  in force from 2021-06-01 }
                transfer Sell { Exporter must not sell Health from EEA to JP  in force from 2025-05-05 }
                """));
        ImmutableArray<CalendarDay> days = workspace.MatrixDays(Transfer, out ImmutableArray<Problem> problems, TestContext.Current.CancellationToken);

        Assert.Empty(problems);
        Assert.Equal(CalendarDay.First, days[0]);
        Assert.Superset(new HashSet<string> { "2022-03-01", "2023-05-01" }, days.Select(d => d.ToString()).ToHashSet());
        Assert.DoesNotContain("2025-05-05", days.Select(d => d.ToString()));
        foreach ((CalendarDay from, CalendarDay next) in days.Zip(days.Skip(1).Append(CalendarDay.Last)))
        {
            Assert.True(from < next);
            Assert.Equal(On(from), On(new CalendarDay(next.Number - 1)));
            Assert.Equal(On(from), On(new CalendarDay((from.Number + next.Number - 1) / 2)));
        }

        Assert.NotEqual(On(days.First(d => d.ToString() == "2022-03-01")), On(days.First(d => d.ToString() == "2023-05-01")));

        string On(CalendarDay day)
        {
            TransferMatrix? matrix = workspace.Matrix([.. Transfer.Where(f => f.Attribute != "date"), new("date", [day.ToString()])], [], [], out _, TestContext.Current.CancellationToken);
            return string.Join("|", matrix?.Origins.Zip(matrix.Rows, (o, row) => $"{string.Join(",", o.Places)}: {string.Join(" ", matrix.Destinations.Zip(row, (d, c) => $"{d.Places.Length} {c.Answer} {string.Join(",", c.Clauses)}"))}") ?? []);
        }
    }

    [Fact]
    public void A_conflict_is_a_cell_of_its_own()
    {
        Workspace workspace = Law.Of(Law.Framework("A", "EU", "transfer X { Exporter must transfer Health from DE to US }") + Law.Framework("B", "US", "transfer Y { Exporter must not transfer Health from DE to US }"));

        Assert.Equal(TransferAnswer.Conflicting, Build(workspace, ["DE"], ["US"]).Rows[0][0].Answer);
    }

    [Fact]
    public void A_case_that_an_assumption_excludes_is_told_as_such()
    {
        Workspace workspace = Law.Of("assume never origin is DE and destination is KP\n" + Law.Framework("F", "EU", "transfer Bar { Exporter must not transfer Health from EEA to outside EEA }"));

        Assert.Equal(TransferAnswer.Impossible, Build(workspace, ["DE"], ["KP"]).Rows[0][0].Answer);
        Assert.Equal(TransferAnswer.Prohibited, Build(workspace, ["FR"], ["KP"]).Rows[0][0].Answer);
        Assert.Contains(Build(workspace).Origins, o => o.Places.Length == 1 && o.Places[0].Name == "DE");
    }

    [Fact]
    public void One_decision_speaks_for_every_pair_of_places_of_its_cell()
    {
        Workspace workspace = Law.Example("eu-transfers");
        TransferMatrix matrix = Build(workspace);
        Assert.Equal(workspace.Model.Jurisdictions.NodeCount, matrix.Origins.Sum(o => o.Places.Length));
        for (int row = 0; row < matrix.Origins.Length; row++)
        {
            for (int column = 0; column < matrix.Destinations.Length; column++)
            {
                foreach (NodeSymbol destination in matrix.Destinations[column].Places)
                {
                    Outcome exact = workspace.Decide([.. Transfer.Select(f => $"{f.Attribute}={f.Values[0]}"), $"origin={matrix.Origins[row].Places[^1].Name}", $"destination={destination.Name}"]).Outcome;
                    Assert.Equal(matrix.Rows[row][column].Answer, exact switch
                    {
                        Outcome.Permitted => TransferAnswer.Free,
                        Outcome.Conflicting => TransferAnswer.Conflicting,
                        Outcome.Unregulated => TransferAnswer.Unregulated,
                        _ => matrix.Rows[row][column].Ways.IsEmpty ? TransferAnswer.Prohibited : TransferAnswer.Safeguards,
                    });
                }
            }
        }
    }

    [Theory]
    [InlineData("disclosure")]
    [InlineData("nested")]
    public void What_depends_on_the_recipient_is_told_as_every_single_decision_has_it(string law)
    {
        Workspace workspace = law == "disclosure" ? Law.Example("eu-transfers") : Law.Of(Law.Framework("F", "EU", """
            transfer Ban { Exporter must not transfer PersonalData from EEA to Authority outside EEA subject to But }
            transfer But { Exporter may transfer PersonalData from EEA to Court outside EEA }
            transfer Bank { Exporter may transfer PersonalData from EEA to FinancialInstitution in JP }
            """));
        TransferMatrix matrix = Build(workspace);
        ImmutableArray<NodeSymbol> roles = workspace.Model.Taxonomies["role"].Nodes;
        int dependent = 0;
        for (int row = 0; row < matrix.Origins.Length; row++)
        {
            for (int column = 0; column < matrix.Destinations.Length; column++)
            {
                ImmutableArray<RecipientOutcome> told = matrix.Rows[row][column].ByRecipient;
                dependent += told.Length > 1 ? 1 : 0;
                string[] place = [$"origin={matrix.Origins[row].Places[0].Name}", $"destination={matrix.Destinations[column].Places[0].Name}"];
                Outcome Exact(string? role) => workspace.Decide([.. Transfer.Select(f => $"{f.Attribute}={f.Values[0]}"), .. place, .. role is null ? Array.Empty<string>() : [$"recipient={role}"]]).Outcome;
                Outcome nobody = Exact(null);
                foreach (NodeSymbol role in roles)
                {
                    Assert.Equal(Exact(role.Name), told.IsEmpty ? nobody : OutcomeFor(told, role));
                }
            }
        }

        Assert.True(dependent > 0);
    }

    private static Outcome OutcomeFor(ImmutableArray<RecipientOutcome> told, NodeSymbol role) =>
        told.FirstOrDefault(t => t.Roles.Contains(role))?.Outcome ?? (role.Parent is { } above ? OutcomeFor(told, above) : told[0].Outcome);

    [Fact]
    public void A_name_that_is_no_jurisdiction_is_told()
    {
        Assert.Null(Chapter.Matrix(Transfer, ["EEA"], [], out ImmutableArray<Problem> problems));
        Assert.Equal(["There is no jurisdiction 'EEA'; name one jurisdiction for each row or column."], problems.Select(p => p.Message));
    }

    private static TransferMatrix Build(Workspace workspace, ImmutableArray<string>? origins = null, ImmutableArray<string>? destinations = null)
    {
        TransferMatrix? matrix = workspace.Matrix(Transfer, origins ?? [], destinations ?? [], out ImmutableArray<Problem> problems);
        Assert.Empty(problems);
        Assert.NotNull(matrix);
        return matrix;
    }
}
