using PolicyLang.Decisions;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Decisions;

public sealed class WaysLimitTests
{
    [Theory]
    [InlineData(3, true, 27)]
    [InlineData(20, false, 5_000)]
    public void More_ways_than_are_looked_for_are_said_to_be_missing(int width, bool complete, int found)
    {
        string[] tools = [.. Enumerable.Range(0, 3 * width).Select(i => $"T{i}")];
        string lists = string.Join(" and ", tools.Chunk(width).Select(chunk => $"tools include any of {string.Join(", ", chunk)}"));
        Workspace workspace = Law.Of($"taxonomy tool {{ {string.Join(' ', tools)} }}\nattribute tools : set of tool chosen\n" + Law.Framework("F", "EU", $$"""
            norm Ban { Exporter must not disclose Health to US unless {{lists}} }
            norm May { Exporter may disclose Health to US }
            """));
        Decision decision = workspace.Decide("action=disclose", "actor=Exporter", "data=Health", "destination=US");
        CaseFacts[] inPlace = [.. decision.WaysToComply.Where(w => w.Facts.All(f => f.Attribute == "tools"))];

        Assert.Equal(complete, decision.WaysAreComplete);
        Assert.True(complete ? inPlace.Length == found : decision.WaysToComply.Length >= found);
    }

    [Fact]
    public void The_nearest_number_counts_with_the_same_other_changes()
    {
        Workspace workspace = Law.Of("attribute calm : flag chosen\n" + Law.Framework("F", "EU", """
            norm Early { Exporter must not disclose Health to US within 24 hours }
            norm Late { Exporter must not disclose Health to US when elapsed >= 73 unless calm }
            norm May { Exporter may disclose Health to US subject to Early, Late }
            """));

        Assert.DoesNotContain(
            workspace.Decide("action=disclose", "actor=Exporter", "data=Health", "destination=US", "elapsed=3").WaysToComply.Select(w => w.Tell()),
            w => w.StartsWith("elapsed=73", StringComparison.Ordinal) || w.Contains("calm", StringComparison.Ordinal));
    }
}
