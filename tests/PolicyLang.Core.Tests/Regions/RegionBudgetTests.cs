using PolicyLang.Regions;

namespace PolicyLang.Tests.Regions;

/// <summary>Work in a space has a budget for as long as it is open, and ends undecided where that does not suffice.</summary>
public sealed class RegionBudgetTests
{
    private const int Budget = 2_000;
    private readonly RegionSpace _space = new(Flags(20), Budget);

    private static ImmutableArray<Variable> Flags(int pairs) => [.. Enumerable.Range(0, 2 * pairs).Select(i => new Variable(i, $"v{i}", 1, 0, i >= pairs, ValuePreference.Neutral))];

    // Pairing the first half with the second in order needs a node for every combination of the first half.
    private static Region Paired(RegionSpace space) => Enumerable.Range(0, space.FirstChosenVariable).Aggregate(
        space.Empty, (all, i) => space.Or(all, space.And(space.IsTrue(i), space.IsTrue(i + space.FirstChosenVariable))));

    private Region Paired() => Paired(_space);

    // Needs a node for each variable.
    private Region Chain(int length) => Enumerable.Range(0, length).Reverse().Aggregate(_space.Full, (all, i) => _space.And(_space.IsTrue(i), all));

    [Fact]
    public void Beyond_the_budget_work_is_undecided_and_the_space_stays_usable()
    {
        Assert.False(_space.TryWithin(Paired).IsDecided);
        Assert.True(_space.TryWithin(() => _space.Overlaps(_space.IsTrue(0), _space.IsTrue(1))).Or(false));
        Assert.True(_space.TryWithin(() => ReferenceEquals(_space.Between(3, 0, 0), _space.Not(_space.IsTrue(3)))).Or(false));
    }

    [Fact]
    public void Without_a_budget_nothing_is_worked_out()
    {
        Assert.Throws<InvalidOperationException>(() => _space.IsTrue(0));
        _space.TryWithin(() => _space.IsTrue(0));
        Assert.Throws<InvalidOperationException>(() => _space.IsTrue(1));
    }

    [Fact]
    public void A_part_of_the_work_gets_no_more_than_is_left_of_the_whole()
    {
        Assert.False(Outer(5, apart: false).IsDecided);
        Assert.True(Outer(30, apart: false).IsDecided);
    }

    [Fact]
    public void Work_apart_costs_what_is_done_around_it_nothing() => Assert.True(Outer(5, apart: true).IsDecided);

    [Fact]
    public void After_a_part_that_gave_up_the_rest_of_the_whole_is_done()
    {
        Attempt<Region> whole = _space.TryAnswer(() =>
        {
            Assert.False(_space.TryWithin(Paired).IsDecided);
            return Chain(20);
        });
        Assert.True(whole.TryGet(out Region? chain));
        Assert.True(_space.Holds(chain, [.. Enumerable.Repeat(1L, 40)]));
    }

    [Fact]
    public void Work_that_was_cancelled_leaves_the_budget_as_it_was()
    {
        WorkMeter.Allowance before = _space.Meter.Allowed;
        Assert.Throws<OperationCanceledException>(() => _space.TryWithin<Region>(() =>
        {
            Chain(3);
            throw new OperationCanceledException();
        }));
        Assert.Equal(before, _space.Meter.Allowed);
        Assert.Equal(0, _space.Nodes.Edges.Height);
    }

    [Fact]
    public void What_was_wasted_makes_the_next_budgets_smaller_but_never_less_than_some()
    {
        var space = new RegionSpace(Flags(60));
        int[] limits = [.. Enumerable.Range(0, 40).Select(_ =>
        {
            int allowed = 0;
            space.TryWithin(() =>
            {
                allowed = space.Meter.Allowed.Limit - space.Meter.Allowed.Start;
                return Paired(space);
            });
            return allowed;
        })];
        Assert.Equal(RegionSpace.DefaultBudget, limits[0]);
        Assert.Equal(4_000, limits[^1]);
        Assert.Equal(limits.OrderDescending(), limits);
    }

    private Attempt<Region> Outer(int more, bool apart)
    {
        using var whole = new NodeBudget(_space, 10 + more, 1_000, apart: false);
        return apart ? _space.TryApart(() => Chain(20)) : _space.TryWithin(() => Chain(20));
    }
}
