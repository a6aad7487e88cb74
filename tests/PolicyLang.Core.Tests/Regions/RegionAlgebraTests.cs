using PolicyLang.Regions;

namespace PolicyLang.Tests.Regions;

/// <summary>The algebra against plain enumeration of all points, on random small spaces. A failure prints its seed.</summary>
public sealed class RegionAlgebraTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_region_holds_exactly_the_points_of_its_definition(int seed)
    {
        var world = new SmallWorld(seed);
        (Region region, Func<long[], bool> holds) = world.Make(5);
        foreach (long[] point in world.Points)
        {
            Assert.True(holds(point) == world.Space.Holds(region, point), $"seed {seed}, point {string.Join(",", point)}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Equal_sets_are_the_same_object(int seed)
    {
        var world = new SmallWorld(seed);
        (Region a, Func<long[], bool> inA) = world.Make(4);
        (Region b, Func<long[], bool> inB) = world.Make(4);
        Assert.Equal(world.Points.All(p => inA(p) == inB(p)), ReferenceEquals(a, b));
        Assert.Equal(world.Points.All(p => !inA(p)), a.IsEmpty);
        Assert.Equal(world.Points.All(p => inA(p)), a.IsFull);
        Assert.Equal(world.Points.All(p => !inA(p) || inB(p)), world.Space.Contains(b, a));
        Assert.Equal(world.Points.Any(p => inA(p) && inB(p)), world.Space.Overlaps(a, b));
        Assert.Same(a, world.Space.Not(world.Space.Not(a)));
        Assert.Same(world.Space.Or(a, b), world.Space.Not(world.Space.And(world.Space.Not(a), world.Space.Not(b))));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Quantifiers_over_choices_agree_with_enumeration(int seed)
    {
        var world = new SmallWorld(seed);
        (Region region, Func<long[], bool> holds) = world.Make(5);
        Region exists = world.Space.ExistsChosen(region);
        Region forAll = world.Space.ForAllChosen(region);
        foreach (long[] point in world.Points)
        {
            Assert.Equal(world.Choices(point).Any(holds), world.Space.Holds(exists, point));
            Assert.Equal(world.Choices(point).All(holds), world.Space.Holds(forAll, point));
            Assert.Equal(holds(point), world.Space.Holds(world.Space.CofactorOfGiven(region, point), point));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_witness_is_in_the_region_and_states_the_fewest_facts(int seed)
    {
        var world = new SmallWorld(seed);
        (Region region, Func<long[], bool> holds) = world.Make(5);
        if (region.IsEmpty)
        {
            Assert.Throws<ArgumentException>(() => world.Space.Witness(region));
            return;
        }

        long[] witness = world.Space.Witness(region);
        Assert.True(holds(witness), $"seed {seed}: the witness is outside");

        // A variable that no case of the region depends on is left at its neutral value; the others cost what stating them costs.
        Assert.Equal(world.Points.Where(holds).Min(p => Cost(world, region, p)), Cost(world, region, witness));
        Assert.Equal(witness, world.Space.Witness(region));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Minimal_changes_are_all_the_minimal_ones(int seed)
    {
        var world = new SmallWorld(seed);
        (Region region, Func<long[], bool> holds) = world.Make(5);
        long[] from = world.Points[world.Next(world.Points.Length)];
        var found = new MinimalChanges(world.Space, from, changeable: v => v >= world.Space.FirstChosenVariable).Find(region)
            .Select(s => string.Join(" ", s.Select(c => $"{c.Variable}={c.Value}"))).ToHashSet();
        Assert.Equal(Brute(world, holds, from).ToHashSet(), found);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_values_of_a_variable_are_those_of_some_case(int seed)
    {
        var world = new SmallWorld(seed);
        (Region region, Func<long[], bool> holds) = world.Make(4);
        foreach (Variable variable in world.Space.Variables)
        {
            long[] expected = [.. world.Points.Where(holds).Select(p => p[variable.Index]).Distinct().Order()];
            ImmutableArray<(long First, long Last)> stretches = world.Space.ValuesOf(region, variable.Index);
            Assert.Equal(expected, stretches.SelectMany(s => Enumerable.Range((int)s.First, (int)(s.Last - s.First + 1)).Select(v => (long)v)));
            Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.Last + 1 < pair.Second.First, "they touch"));
        }
    }

    [Fact]
    public void Stretches_of_values_are_joined_up_to_the_largest_number_there_is()
    {
        var space = new RegionSpace([
            new Variable(0, "flag", 1, 0, false, ValuePreference.Neutral),
            new Variable(1, "number", long.MaxValue, 0, false, ValuePreference.Neutral),
        ]);
        using NodeBudget budget = space.Open();
        Region region = space.Or(
            space.And(space.IsTrue(0), space.Between(1, 5, long.MaxValue)), space.Difference(space.Between(1, 7, long.MaxValue), space.IsTrue(0)));

        Assert.Equal([(5L, long.MaxValue)], space.ValuesOf(region, 1));
    }

    private static int Cost(SmallWorld world, Region region, long[] point) => world.Space.Variables.Sum(v => v.Preference switch
    {
        ValuePreference.Smallest => 0,
        ValuePreference.Named => point[v.Index] == v.Neutral && OnPath(region, point, v.Index) ? 1 : 0,
        _ => point[v.Index] == v.Neutral ? 0 : 1,
    });

    // Whether the diagram tests the variable on the way to the point.
    private static bool OnPath(Region region, long[] point, int variable)
    {
        while (!region.IsTerminal)
        {
            if (region.Variable == variable)
            {
                return true;
            }

            region = region.Child(point[region.Variable]);
        }

        return false;
    }

    private static long[] With(long[] point, int variable, long value)
    {
        long[] changed = (long[])point.Clone();
        changed[variable] = value;
        return changed;
    }

    private static IEnumerable<string> Brute(SmallWorld world, Func<long[], bool> holds, long[] from)
    {
        List<List<(int Variable, long Value)>> goals = world.Choices(from)
            .Where(holds)
            .Select(p => Enumerable.Range(world.Space.FirstChosenVariable, p.Length - world.Space.FirstChosenVariable).Where(v => p[v] != from[v]).Select(v => (v, p[v])).ToList())
            .ToList();
        return goals.Where(g => !goals.Any(o => o.Count < g.Count && o.All(g.Contains))).Select(g => string.Join(" ", g.Select(c => $"{c.Variable}={c.Value}")));
    }
}
