using PolicyLang.Oracle.Worlds;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>The clocks that sentences compare with numbers, and when those of one event agree (section 1).</summary>
internal sealed class SmtClocks
{
    private readonly SortedDictionary<string, SortedSet<long>> _numbers = new(StringComparer.Ordinal);

    /// <summary>The events that there are; the trigger is the empty one.</summary>
    public static ImmutableArray<string> Events { get; } = ["", "fa"];

    /// <summary>A sentence compares an attribute with a number.</summary>
    public void Compares(string attribute, long number)
    {
        if (!_numbers.TryGetValue(attribute, out SortedSet<long>? numbers))
        {
            _numbers[attribute] = numbers = [];
        }

        numbers.Add(number);
    }

    /// <summary>Whether some sentence compares a clock.</summary>
    public bool IsSpokenOf(string clock) => _numbers.ContainsKey(clock);

    public bool IsAnySpokenOf(string @event) => Clocks.Names(@event) is var names
        && new[] { names.Hours, names.Months, names.WorkingDays }.Any(IsSpokenOf);

    /// <summary>The variable that is how many days ago the event came: it is what the clocks agree about.</summary>
    public static string Days(string @event) => $"days_ago_{@event}";

    /// <summary>What makes the clocks of an event agree with the days that have passed.</summary>
    public string Agree(string @event)
    {
        (string hours, string months, string workingDays) = Clocks.Names(@event);
        string days = Days(@event);
        return And(
            $"(<= 0 {days} {Calendar.MostDays})",
            IsSpokenOf(hours) ? $"(<= (* 24 {days}) {hours} (+ (* 24 {days}) 23))" : "true",
            IsSpokenOf(months) ? Or(Stretches(months).Select(s => Fit(months, s.First, s.Last, days))) : "true",
            IsSpokenOf(workingDays) ? $"(<= {workingDays} (* 2 {days}))" : "true");
    }

    private static string Fit(string months, long first, long last, string days) =>
        $"(and (<= {first} {months} {last}) (<= {Calendar.Days(first).Least} {days} {Calendar.Days(last).Most}))";

    // Between two numbers with which a clock is compared it does not matter how many months just so many days are.
    private IEnumerable<(long First, long Last)> Stretches(string clock)
    {
        long[] firsts = [.. _numbers[clock].SelectMany(n => new[] { n, n + 1 }).Append(0).Distinct().Order()];
        return firsts.Select((first, i) => (first, i + 1 < firsts.Length ? firsts[i + 1] - 1 : long.MaxValue));
    }
}
