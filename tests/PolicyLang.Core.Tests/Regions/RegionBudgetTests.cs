using PolicyLang.Regions;

namespace PolicyLang.Tests.Regions;

public sealed class RegionBudgetTests
{
    [Fact]
    public void Beyond_the_budget_an_operation_gives_up_and_the_space_stays_usable()
    {
        ImmutableArray<Variable> variables = [.. Enumerable.Range(0, 40).Select(i => new Variable(i, $"v{i}", 1, 0, i >= 20, ValuePreference.Neutral))];
        var space = new RegionSpace(variables, budget: 2_000);

        // Pairing the first half with the second in order needs a node for every combination of the first half.
        Region Paired() => Enumerable.Range(0, 20).Aggregate(space.Empty, (all, i) => space.Or(all, space.And(space.IsTrue(i), space.IsTrue(i + 20))));

        RegionBudgetException thrown = Assert.Throws<RegionBudgetException>(Paired);
        Assert.Equal(2_000, thrown.Budget);
        space.BeginWork();
        Assert.True(space.Meets(space.IsTrue(0), space.IsTrue(1)));
        Assert.Same(space.Between(3, 0, 0), space.Not(space.IsTrue(3)));
    }
}
