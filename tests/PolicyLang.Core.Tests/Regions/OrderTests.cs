using PolicyLang.Regions;

namespace PolicyLang.Tests.Regions;

/// <summary>What is asked of a region does not depend on the order of variables in diagrams. A failure prints its seed.</summary>
public sealed class OrderTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_order_gives_the_same_witness_changes_and_classes(int seed)
    {
        string expected = Tell(seed, order: null);
        Assert.Equal(expected, Tell(seed, DiagramOrder.Reversed));
        var random = new Random(seed);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(expected, Tell(seed, variables => [.. variables.OrderBy(v => v.Chosen).ThenBy(_ => random.Next()).Select(v => v.Index)]));
        }
    }

    [Fact]
    public void Ties_of_distant_variables_make_a_better_order_and_nothing_else_does()
    {
        ImmutableArray<Variable> flags = [.. Enumerable.Range(0, 40).Select(i => new Variable(i, $"v{i}", 1, 0, false, ValuePreference.Neutral))];
        ImmutableArray<int> order = DiagramOrder.Clustered(flags, [.. Enumerable.Range(0, 20).Select(i => ImmutableArray.Create(i, 20 + (((7 * i) + 3) % 20)))], out bool better);
        Assert.True(better);
        Assert.Equal(Enumerable.Range(0, 40), order.Order());
        Assert.All(Enumerable.Range(0, 20), i => Assert.InRange(Math.Abs(order.IndexOf(i) - order.IndexOf(20 + (((7 * i) + 3) % 20))), 1, 3));

        Assert.Equal(Enumerable.Range(0, 40), DiagramOrder.Clustered(flags, [.. Enumerable.Range(0, 20).Select(i => ImmutableArray.Create(2 * i, (2 * i) + 1))], out better));
        Assert.False(better);
        DiagramOrder.Clustered(flags, [.. Enumerable.Range(0, 40).SelectMany(i => Enumerable.Range(0, i).Select(j => ImmutableArray.Create(j, i)))], out better);
        Assert.False(better);
    }

    [Fact]
    public void Given_ones_stay_before_chosen_ones_and_dates_and_lists_where_they_are()
    {
        ImmutableArray<Variable> variables =
        [
            new(0, "date", 100_000, 0, false, ValuePreference.Smallest),
            new(1, "place", 200, 200, false, ValuePreference.Named),
            .. Enumerable.Range(2, 40).Select(i => new Variable(i, $"g{i}", 1, 0, false, ValuePreference.Neutral)),
            new(42, "kind", 30, 30, true, ValuePreference.Neutral),
            .. Enumerable.Range(43, 40).Select(i => new Variable(i, $"c{i}", 1, 0, true, ValuePreference.Element, i - 43)),
        ];
        ImmutableArray<int> order = DiagramOrder.Clustered(
            variables, [.. Enumerable.Range(0, 20).SelectMany(i => new[] { ImmutableArray.Create(1, 2 + i, 22 + i), ImmutableArray.Create(42, 43 + i, 63 + i) })], out bool better);
        Assert.True(better);
        Assert.Equal([0, 1], order.Take(2));
        Assert.Equal(Enumerable.Range(2, 40), order.Skip(2).Take(40).Order());
        Assert.Equal(42, order[42]);
        Assert.Equal(Enumerable.Range(43, 40), order.Skip(43).Order());
    }

    private static string Tell(int seed, Func<ImmutableArray<Variable>, ImmutableArray<int>>? order)
    {
        var world = new SmallWorld(seed, order);
        RegionSpace space = world.Space;
        (Region region, _) = world.Make(5);
        (Region other, _) = world.Make(5);
        long[] from = world.Points[world.Next(world.Points.Length)];
        var changes = new MinimalChanges(space, from, changeable: v => v >= space.FirstChosenVariable);
        return string.Join("\n",
        [
            region.IsEmpty ? "empty" : string.Join(",", space.Witness(region)),
            string.Join("; ", changes.Find(region).Select(set => string.Join(" ", set.Select(c => $"{c.Variable}={c.Value}")))),
            string.Join(",", space.Support([region, other]).Order()),
            string.Join("; ", Enumerable.Range(0, space.Variables.Length).Select(v => string.Join("|", space.ClassesOf([region, other], v).Select(c => string.Join(",", c))))),
            $"{space.Overlaps(region, other)} {space.Contains(region, other)}",
            string.Concat(world.Points.Select(p => space.Holds(space.ExistsChosen(region), p) ? '1' : '0')),
            string.Concat(world.Points.Select(p => space.Holds(space.ForAllChosen(region), p) ? '1' : '0')),
        ]);
    }
}
