using System.Globalization;
using System.Text.RegularExpressions;
using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Random cases near what the files speak of: their dates and numbers with both neighbours, their words, and sometimes any others.</summary>
internal sealed partial class RandomCases
{
    private readonly ImmutableArray<AttributeSymbol> _attributes;
    private readonly ImmutableArray<string> _clocks;
    private readonly HashSet<string> _words;
    private readonly DateOnly[] _days;
    private readonly long[] _numbers;
    private readonly Random _random;

    public RandomCases(Workspace workspace, Regions.CaseSpace space, int seed)
    {
        string text = string.Join('\n', workspace.Trees.Select(t => t.Text.Content));
        _words = [.. Word().Matches(text).Select(m => m.Value)];
        _days = [.. Day().Matches(text).Select(m => DateOnly.TryParseExact(m.Value, "yyyy-MM-dd", out DateOnly day) ? day : DateOnly.MinValue).Append(new DateOnly(2024, 3, 1)).Distinct()];
        _numbers = [.. Number().Matches(text).Select(m => long.TryParse(m.Value.Replace("_", string.Empty, StringComparison.Ordinal), out long n) ? n : 0).SelectMany(n => new[] { n, n * 24 }).Distinct()];
        _attributes = space.Attributes;
        _clocks = space.Clocks;
        _random = new Random(seed);
    }

    public ImmutableArray<RawFact> Next()
    {
        var facts = ImmutableArray.CreateBuilder<RawFact>();
        foreach (AttributeSymbol attribute in _attributes.Where(a => a.Taxonomy is not { NodeCount: 0 }))
        {
            if (attribute.Name == "date" || _random.Next(5) > 0)
            {
                facts.Add(new RawFact(attribute.Name, Values(attribute)));
            }
        }

        // The other clocks follow from that of hours.
        foreach (string clock in _clocks.Where(c => ClockNames.Parse(c) is { Kind: ClockKind.Hours }))
        {
            facts.Add(new RawFact(clock, [Count()]));
        }

        return facts.ToImmutable();
    }

    private ImmutableArray<string> Values(AttributeSymbol attribute) => attribute.Type switch
    {
        AttributeType.Flag => [_random.Next(3) == 0 ? "true" : "false"],
        AttributeType.Count => [Count()],
        AttributeType.Date => [Date()],
        AttributeType.Node => [Node(attribute)],
        _ => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Node(attribute)).Distinct()],
    };

    private string Node(AttributeSymbol attribute)
    {
        ImmutableArray<string> all = [.. attribute.Taxonomy?.NodeNames ?? []];
        ImmutableArray<string> named = [.. all.Where(_words.Contains)];
        ImmutableArray<string> from = named.IsEmpty || _random.Next(5) == 0 ? all : named;
        return from[_random.Next(from.Length)];
    }

    private string Count() => Math.Max(0, (_numbers.Length == 0 ? 0 : _numbers[_random.Next(_numbers.Length)]) + _random.Next(3) - 1).ToString(CultureInfo.InvariantCulture);

    private string Date()
    {
        DateOnly day = _random.Next(3) == 0 ? new DateOnly(1960, 1, 1).AddDays(_random.Next(30000)) : _days[_random.Next(_days.Length)];
        int number = Math.Clamp(day.DayNumber + _random.Next(3) - 1, 0, DateOnly.MaxValue.DayNumber);
        return DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{Nd}_]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<![\d\p{L}-])\d[\d_]*(?![\d\p{L}-])")]
    private static partial Regex Number();
}
