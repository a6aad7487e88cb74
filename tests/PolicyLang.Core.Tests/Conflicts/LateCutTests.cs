using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Conflicts;

/// <summary>Rules of which each looks at another clock of one event, and which meet in cases alone in which the clocks disagree.</summary>
public sealed class LateCutTests
{
    private const string Free = "norm Free { Controller may delete Health within 1 months }";
    private const string Duty = "norm Duty { Controller must delete Health within 1 months }";
    private const string Late = "norm Ban { Controller must not delete Health when elapsed > HOURS }";
    private const string Early = "norm Ban { Controller must not delete Health within HOURS hours }";
    private const string Organisation = "organisation Acme under DE\n";

    // Keeps how far sentences look, whatever the others say.
    private const string Far = "framework Far { authority US in force from 2020-01-01 norm Far { Controller must not file Genetic within 3000 hours } }\n";

    public static TheoryData<string, string, int, int> Kinds => new()
    {
        { "Contradiction/Unresolved", Law.Framework("L", "DE", Free + Late), 24, 2000 },
        { "Tension/Unresolved", Law.Framework("L", "DE", Free + Late.Replace("must not", "should not")), 24, 2000 },
        { "WaiverConflict/Unresolved", Law.Framework("L", "DE", Duty + Late.Replace("must not", "need not")), 24, 2000 },
        { "AvoidableDilemma/Avoidable", Law.Framework("L", "DE", Duty) + Law.Framework("M", "US", Late), 24, 2000 },
        { "Dilemma/Unresolved", Law.Framework("L", "DE", Duty) + Law.Framework("M", "US", Early), 2000, 24 },
        { "UnlawfulPermission/Unresolved", Law.Framework("L", "DE", Late) + Organisation + Law.Framework("P", "Acme", Free, "rank policy"), 24, 2000 },
        { "UnlawfulProhibition/Unresolved", Law.Framework("L", "DE", Duty) + Organisation + Law.Framework("P", "Acme", Early, "rank policy"), 2000, 24 },
        { "TreatyBreach/Unresolved", Treaty("norm Allow { parties must allow delete Health within 1 months }") + Law.Framework("L", "VN", Late), 24, 2000 },
        { "TreatyConflict/Unresolved", Treaty("norm Allow { parties must allow delete Health within 1 months } norm Forbid { parties must prohibit delete Health when elapsed > HOURS }"), 24, 2000 },
        { "MissingTransposition/Unresolved", Treaty("norm Forbid { parties must prohibit delete Health within 1 months }") + Law.Framework("L", "VN", Early.Replace("Controller ", string.Empty)), 24, 2000 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rules_collide_in_no_case_whose_clocks_disagree(string kind, string text, int colliding, int apart)
    {
        Workspace collide = Of(text, colliding);
        Assert.Contains(collide.Told(), c => c.StartsWith(kind, StringComparison.Ordinal));
        Workspace fresh = Of(text, apart);
        Assert.DoesNotContain(fresh.Told(), c => c.StartsWith(kind, StringComparison.Ordinal));
        AllExist(collide);
        AllExist(fresh);

        Workspace edited = collide.With("law.policy", text.Replace("HOURS", $"{apart}"));
        Assert.Equal(fresh.Told(), edited.Told());
        AllExist(edited);
        Assert.Equal(collide.Told(), edited.With("law.policy", text.Replace("HOURS", $"{colliding}")).Told());
    }

    [Fact]
    public void An_edit_of_conduct_is_followed()
    {
        string text = Law.Framework("L", "DE", Free + Late);
        Workspace before = Of(text, 24);
        _ = before.Diagnostics;
        Workspace edited = before.With("law.policy", text.Replace("HOURS", "2000"));
        Assert.Empty(edited.Told());
        Assert.True(edited.FollowsEarlierRules);
    }

    [Fact]
    public void The_witness_of_rules_that_look_at_both_clocks_exists()
    {
        Workspace workspace = Of(Law.Framework("L", "DE", Free.Replace("within 1 months", "not before 2 months") + Late), 24);
        Assert.Contains(" elapsed=1416 elapsed_months=", workspace.Conflict("L.Free", "L.Ban").Witness.Tell(), StringComparison.Ordinal);
    }

    private static string Treaty(string clauses) => Law.Framework("Treaty", "CPTPP", clauses, "rank treaty parties VN, JP");

    private static Workspace Of(string text, int hours)
    {
        Workspace workspace = Workspace.Empty.With([new("far.policy", Far), new("law.policy", text.Replace("HOURS", $"{hours}"))]);
        Assert.Empty(workspace.Diagnostics.Where(d => d.HidesRules).Select(d => d.Message));
        return workspace;
    }

    private static void AllExist(Workspace workspace) => workspace.WithRules(rules =>
    {
        bool Exist(Region cases) => rules.Space.Regions.TryAnswer(() => rules.Space.Regions.IsSubsetOf(cases, rules.Existing)).Or(false);
        Assert.False(rules.Existing.IsFull);
        Assert.All(rules.Rules, r => Assert.True(
            Exist(rules.Undefeated(r)) && Exist(rules.UndefeatedWithinOrder(r)) && Exist(rules.ExistingCasesOf(r)), r.Clause.QualifiedName));
        return true;
    });
}
