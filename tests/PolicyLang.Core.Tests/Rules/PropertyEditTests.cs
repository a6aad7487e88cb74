using PolicyLang.Workspaces;

namespace PolicyLang.Core.Tests.Rules;

/// <summary>A property of a framework is edited: only its own rules are worked out again, and the conflicts are those of a fresh workspace.</summary>
public sealed class PropertyEditTests
{
    private const string Before = "framework G { authority EU in force from 2020-01-01 transfer Leave { Exporter may transfer Health from EEA to US } }\n";

    [Theory]
    [InlineData("authority EU in force from 2021-01-01", "PL4003")]
    [InlineData("authority EU replaces G in force from 2021-01-01", "")]
    [InlineData("authority EU rank constitution in force from 2021-01-01", "")]
    [InlineData("authority EU", "")]
    [InlineData("authority US in force from 2021-01-01", "")]
    [InlineData("authority EU citation \"x\" in force from 2021-01-01", "PL4003")]
    [InlineData("authority EU rank guideline in force from 2021-01-01", "")]
    public void The_rules_of_other_frameworks_are_taken_over(string properties, string expected)
    {
        foreach (string earlier in new[] { "authority EU in force from 2021-01-01", "authority EU replaces G in force from 2021-01-01", "authority EU rank policy in force from 2021-01-01" })
        {
            Workspace workspace = Workspace.Empty.With([new("g.policy", Before), new("f.policy", Law(earlier)), new("u.policy", "framework U { authority US in force from 2020-01-01 transfer X { Exporter may transfer Genetic from US to JP } }")]);
            _ = workspace.Diagnostics;
            workspace = workspace.With("f.policy", Law(properties));
            Assert.Equal(expected, string.Join(' ', workspace.Diagnostics.Where(d => d.Code.StartsWith("PL4", StringComparison.Ordinal)).Select(d => d.Code)));
            Assert.True(workspace.FollowsEarlierRules || properties == "authority EU");
        }
    }

    [Fact]
    public void Whom_a_treaty_binds_is_found_anew()
    {
        static string Treaty(string parties) => $"framework T {{ authority CPTPP rank treaty parties {parties} in force from 2019-01-01 norm Free {{ parties must allow transfer any from own territory to anywhere }} }}\n";
        Workspace workspace = Workspace.Empty.With([new("t.policy", Treaty("JP, NZ")), new("u.policy", "framework U { authority US in force from 2020-01-01 transfer Ban { Exporter must not transfer Health from US to JP } }")]);
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Code == "PL4005");
        workspace = workspace.With("t.policy", Treaty("JP, US"));
        Assert.Contains(workspace.Diagnostics, d => d.Code == "PL4005");
        workspace = workspace.With("t.policy", Treaty("JP, NZ"));
        Assert.DoesNotContain(workspace.Diagnostics, d => d.Code == "PL4005");
    }

    private static string Law(string properties) => $"framework F {{ {properties} transfer Ban {{ Exporter must not transfer Health from EEA to US }} }}\n";
}
