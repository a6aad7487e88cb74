using PolicyLang.Regions;

namespace PolicyLang.Tests.Regions;

/// <summary>A space of a few small variables, random regions with their plain definition, and all of its points.</summary>
internal sealed class SmallWorld
{
    private readonly Random _random;

    public SmallWorld(int seed, Func<ImmutableArray<Variable>, ImmutableArray<int>>? order = null)
    {
        _random = new Random(seed);
        int given = _random.Next(1, 4);
        int chosen = _random.Next(1, 4);
        var variables = ImmutableArray.CreateBuilder<Variable>();
        for (int i = 0; i < given + chosen; i++)
        {
            var preference = (ValuePreference)_random.Next(4);
            long maximum = preference == ValuePreference.Element ? 1 : _random.Next(1, 5);
            long neutral = preference switch { ValuePreference.Element or ValuePreference.Smallest => 0, ValuePreference.Named => maximum, _ => _random.Next((int)maximum + 1) };
            variables.Add(new Variable(i, $"v{i}", maximum, neutral, i >= given, preference));
        }

        Space = new RegionSpace(variables.ToImmutable(), order: order?.Invoke(variables.ToImmutable()) ?? default);

        // Never closed: all that a test does with the world is one piece of work.
        _ = Space.Open();
        Points = [.. Enumerate(0, new long[given + chosen])];
    }

    public RegionSpace Space { get; }

    public ImmutableArray<long[]> Points { get; }

    public int Next(int below) => _random.Next(below);

    /// <summary>A random region and the predicate that defines it without any diagram.</summary>
    public (Region Region, Func<long[], bool> Holds) Make(int depth)
    {
        if (depth == 0 || _random.Next(6) == 0)
        {
            int variable = _random.Next(Space.Variables.Length);
            long low = _random.Next((int)Space.Variables[variable].Maximum + 1);
            long high = _random.Next((int)Space.Variables[variable].Maximum + 1);
            return (Space.Between(variable, low, high), p => p[variable] >= low && p[variable] <= high);
        }

        (Region a, Func<long[], bool> inA) = Make(depth - 1);
        (Region b, Func<long[], bool> inB) = Make(depth - 1);
        return _random.Next(4) switch
        {
            0 => (Space.And(a, b), p => inA(p) && inB(p)),
            1 => (Space.Or(a, b), p => inA(p) || inB(p)),
            2 => (Space.Difference(a, b), p => inA(p) && !inB(p)),
            _ => (Space.Not(a), p => !inA(p)),
        };
    }

    /// <summary>The points that share the given values of one.</summary>
    public IEnumerable<long[]> Choices(long[] point) => Points.Where(p => p.AsSpan(0, Space.FirstChosenVariable).SequenceEqual(point.AsSpan(0, Space.FirstChosenVariable)));

    private IEnumerable<long[]> Enumerate(int variable, long[] point)
    {
        if (variable == Space.Variables.Length)
        {
            yield return (long[])point.Clone();
            yield break;
        }

        for (long value = 0; value <= Space.Variables[variable].Maximum; value++)
        {
            point[variable] = value;
            foreach (long[] p in Enumerate(variable + 1, point))
            {
                yield return p;
            }
        }
    }
}
