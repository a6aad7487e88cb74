using PolicyLang.Regions;

namespace PolicyLang.Tests.Regions;

/// <summary>Pieces of work make the regions that would be made in one go. A failure prints its seed.</summary>
public sealed class PieceWorkTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_pieces_make_are_regions_of_the_space(int seed)
    {
        var world = new SmallWorld(seed);
        Region[] regions = [.. Enumerable.Range(0, 12).Select(_ => world.Make(3).Region)];
        (Region A, Region B, Region C)[] items = [.. Enumerable.Range(0, 60).Select(_ => (Any(), Any(), Any()))];
        var engine = new EngineSettings(Workers: (seed % 3) + 1, Piece: (seed % 5) + 1);
        Region[] made = Each(world.Space, engine, items, item => world.Space.Difference(world.Space.Or(item.A, item.B), world.Space.And(item.C, world.Space.Not(item.A))));
        Assert.All(items.Zip(made), pair => Assert.Same(
            world.Space.Difference(world.Space.Or(pair.First.A, pair.First.B), world.Space.And(pair.First.C, world.Space.Not(pair.First.A))), pair.Second));
        Assert.Equal(made.Select(r => r.IsEmpty ? "" : string.Join(",", world.Space.Witness(r))), Each(world.Space, engine, made, r => r).Select(r => r.IsEmpty ? "" : string.Join(",", world.Space.Witness(r))));

        Region Any() => regions[world.Next(regions.Length)];
    }

    [Fact]
    public void How_many_work_makes_no_node_other()
    {
        string[] told = [.. new[] { 1, 2, 8 }.Select(workers =>
        {
            var world = new SmallWorld(7);
            Region[] regions = [.. Enumerable.Range(0, 40).Select(_ => world.Make(4).Region)];
            Region[] made = Each(world.Space, new EngineSettings(Workers: workers, Piece: 3), Enumerable.Range(0, 40).ToArray(), i => world.Space.And(regions[i], regions[39 - i]));
            return $"{world.Space.NodeCount}: {string.Join(" ", made.Select(r => r.Id))}";
        })];
        Assert.Single(told.Distinct());
    }

    /// <summary>What a piece finds at hand that an earlier one used is of no account: which piece that was depends on how many work.</summary>
    [Fact]
    public void The_same_work_costs_the_same_in_every_piece()
    {
        const int Flags = 30;
        const int Conditions = 80;
        var space = new RegionSpace([.. Enumerable.Range(0, Flags).Select(i => new Variable(i, $"f{i}", 1, 0, true, ValuePreference.Element))]);
        var random = new Random(1);
        int[][] conditions = [.. Enumerable.Range(0, Conditions).Select(_ => new[] { random.Next(Flags), random.Next(Flags), random.Next(Flags) })];
        var steps = new List<int>();
        int made = 0;

        // More pieces than are begun at a time, so that the last ones come after others.
        PieceWork.Each<int, int>(
            space, new EngineSettings(Piece: 1), Enumerable.Range(0, 20).ToArray(),
            () => _ => space.TryApart(() =>
            {
                (int before, int nodes) = (space.Meter.Allowed.Steps, space.NodeCount);
                space.Union([.. conditions.Select(c => space.Intersection([.. c.Select(space.IsTrue)]))]);
                made = space.NodeCount - nodes;
                return before - space.Meter.Allowed.Steps;
            }).OrElse(() => throw new InvalidOperationException("beyond the budget")),
            (taken, _) => taken,
            (_, taken) => steps.Add(taken));
        Assert.InRange(made, 20_000, RegionSpace.DefaultBudget);
        Assert.Single(steps.Distinct());
    }

    [Fact]
    public void What_all_share_is_worked_out_once_and_the_pieces_begin_anew()
    {
        var world = new SmallWorld(3);
        int workedOut = 0;
        Region? shared = null;
        int[] found = [];
        PieceWork.Each<int, int>(
            world.Space,
            new EngineSettings(Workers: 2, Piece: 2),
            Enumerable.Range(0, 50).ToArray(),
            () => item => shared is null
                ? throw new NeededBeforeException(() => (shared, workedOut) = (world.Make(2).Region, workedOut + 1))
                : item,
            (item, _) => item,
            (_, item) => found = [.. found, item]);
        Assert.Equal(1, workedOut);
        Assert.Equal(Enumerable.Range(0, 50), found);
    }

    [Fact]
    public void What_a_piece_throws_is_thrown_and_the_space_can_be_worked_in()
    {
        var world = new SmallWorld(5);
        Region region = world.Make(3).Region;
        Assert.Throws<OperationCanceledException>(() => Each(
            world.Space, new EngineSettings(Workers: 2, Piece: 1), Enumerable.Range(0, 20).ToArray(),
            i => i == 11 ? throw new OperationCanceledException() : region));
        Assert.Same(region, world.Space.Not(world.Space.Not(region)));
    }

    [Fact]
    public void Beside_pieces_nobody_works_in_the_space()
    {
        var world = new SmallWorld(5);
        Exception? refused = null;
        Each(world.Space, new EngineSettings(Piece: 1), [0, 1], _ =>
        {
            var other = new Thread(() => refused ??= Record.Exception(() => world.Space.Not(world.Space.Full)));
            other.Start();
            other.Join();
            return world.Space.Full;
        });
        Assert.IsType<InvalidOperationException>(refused);
    }

    [Fact]
    public void A_memo_forgets_what_a_piece_found_out()
    {
        var world = new SmallWorld(9);
        var memo = new RegionMemo<string, Region>(world.Space);
        memo.Set("before", world.Space.Full);
        Region[] made = Each(world.Space, new EngineSettings(Workers: 2, Piece: 1), [0, 1, 2], i =>
        {
            Assert.True(memo.TryGetValue("before", out _));
            Assert.False(memo.TryGetValue("inside", out _));
            memo.Set("inside", world.Space.Between(0, 0, 0));
            return memo.TryGetValue("inside", out Region? known) ? known : world.Space.Empty;
        });
        Assert.All(made, r => Assert.Same(world.Space.Between(0, 0, 0), r));
        Assert.False(memo.ContainsKey("inside"));
    }

    private static Region[] Each<T>(RegionSpace space, EngineSettings engine, T[] items, Func<T, Region> make)
    {
        var made = new List<Region>();
        PieceWork.Each<T, Region>(
            space, engine, items,
            () => item => space.TryWithin(() => make(item)).OrElse(() => throw new InvalidOperationException("beyond the budget")),
            (region, moved) => moved(region),
            (_, region) => made.Add(region));
        return [.. made];
    }
}
