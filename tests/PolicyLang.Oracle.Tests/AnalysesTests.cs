using PolicyLang.Oracle.Tests.Comparison;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;

namespace PolicyLang.Oracle.Tests;

/// <summary>What is said of a workspace as a whole is what the single decisions of the oracle come to.</summary>
public class AnalysesTests
{
    private static readonly int Worlds = RandomWorkspacesTests.Number("POLICYLANG_ORACLE_ANALYSES", 25);

    [Fact]
    public void Every_entry_of_a_transfer_matrix_is_what_the_case_comes_to() => Hold(MatrixComparison.Transfers);

    [Fact]
    public void Every_entry_of_a_compliance_matrix_has_the_breaches_and_gaps_of_its_party() => Hold(MatrixComparison.Compliance);

    [Fact]
    public void Every_case_lies_in_the_part_that_the_answers_of_both_laws_make() => Hold(InteropComparison.Compare);

    [Fact]
    public void An_offer_and_a_request_are_met_together_where_both_permit() => Hold(InteropComparison.CompareOffers);

    [Fact]
    public void Common_ground_has_the_answer_of_every_pair_and_every_smallest_bundle() => Hold(GroundComparison.Compare);

    [Fact]
    public void A_gap_is_what_no_rule_speaks_of_although_one_speaks_of_such_an_act() => Hold(GapComparison.Gaps);

    [Fact]
    public void A_boundary_is_where_one_step_makes_a_clause_stand_or_fall() => Hold(GapComparison.Boundaries);

    [Fact]
    public void A_route_is_lawful_hop_by_hop_and_no_detour_is_missed() => Hold(RouteComparison.Routes);

    [Fact]
    public void The_places_to_store_in_are_those_of_the_duties_and_no_fewer_would_do() => Hold(RouteComparison.Storage);

    private static void Hold(Func<AnalysedWorld, (int Compared, IEnumerable<string> Differences)> compare)
    {
        int compared = 0;
        for (int seed = 1; seed <= Worlds; seed++)
        {
            Court court = WorkspaceGenerator.Create(seed, Constructs.Today, largest: 2000);
            (int count, IEnumerable<string> differences) = compare(new AnalysedWorld(court, new Random(seed)));
            compared += count;
            string[] found = [.. differences.Take(3)];
            Assert.True(found.Length == 0, $"seed {seed}:\n{string.Join("\n", found)}\n{PolicyText.Of(court.Law)}");
        }

        Assert.True(compared > Worlds, $"{compared} comparisons");
    }
}
