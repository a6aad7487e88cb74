using System.Globalization;
using PolicyLang.Decisions;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;
using Calendar = PolicyLang.Oracle.Worlds.Calendar;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>A case anywhere in the domains, as a user tells it and as the solver has it.</summary>
internal sealed class SmtPoint
{
    private readonly Dictionary<string, string> _values = [];
    private readonly List<RawFact> _facts = [];
    private readonly IReadOnlyDictionary<string, string> _near;

    /// <param name="law">The workspace.</param>
    /// <param name="clocks">The clocks of which sentences speak: others are in no case.</param>
    /// <param name="near">Values of a case near which it is to be; others are drawn.</param>
    /// <param name="random">Chooses.</param>
    public SmtPoint(LawModel law, SmtClocks clocks, IReadOnlyDictionary<string, string> near, Random random)
    {
        _near = near;
        var lexicon = new Lexicon(law);
        int date = (int)Number("date", random.Next(737_000, 740_000));
        HashSet<string> told = [.. SmtClocks.Events.SelectMany(e => Names(e))];
        foreach (AttributeModel a in law.Attributes.Where(a => !told.Contains(a.Name)))
        {
            ImmutableArray<Leaf> leaves = a.Taxonomy is null ? [] : lexicon.Leaves(a.Taxonomy);
            switch (a.Type)
            {
                case AttributeType.Flag:
                    Add(a.Name, Flag(a.Name, random) ? "true" : "false");
                    break;
                case AttributeType.Count:
                    long drawn = random.Next(3) switch { 0 => random.Next(12), 1 => random.NextInt64(), _ => long.MaxValue };
                    Add(a.Name, Text(Number(a.Name, drawn)));
                    break;
                case AttributeType.Date:
                    _values[a.Name] = Text(date);
                    _facts.Add(new RawFact(a.Name, [Day(date)]));
                    break;
                case AttributeType.Leaf:
                    // The last place stands for all that no sentence names.
                    int leaf = (int)Math.Min(Number(a.Name, random.Next(leaves.Length)), leaves.Length - 1);
                    _values[a.Name] = Text(leaf);
                    _facts.AddRange(leaf == 0 ? [] : [new RawFact(a.Name, [leaves[leaf].Name])]);
                    break;
                default:
                    ImmutableArray<string> names = [.. leaves.Skip(1).Select(l => l.Name).Where(l => Flag($"{a.Name}_{l}", random))];
                    names.ToList().ForEach(n => _values[$"{a.Name}_{n}"] = "true");
                    _facts.AddRange(names.IsEmpty ? [] : [new RawFact(a.Name, names)]);
                    break;
            }
        }

        SmtClocks.Events.Where(clocks.IsAnySpokenOf).ToList().ForEach(e => AddClocks(e, date, clocks, random));
    }

    /// <summary>The value of each variable that is not neutral.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    public IReadOnlyList<RawFact> Facts => _facts;

    private static string[] Names(string @event) => Clocks.Names(@event) is var names ? [names.Hours, names.Months, names.WorkingDays] : [];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Half(long halves) => Text(halves / 2) + (halves % 2 == 0 ? "" : ".5");

    private long Number(string name, long otherwise) =>
        _near.TryGetValue(name, out string? value) ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private bool Flag(string name, Random random) => _near.TryGetValue(name, out string? value) ? value == "true" : random.Next(2) == 0;

    private void Add(string name, string value)
    {
        _values[name] = value;
        _facts.Add(new RawFact(name, [value]));
    }

    // An event some days ago: told by its day, by its hours, or by every clock. Working days that are not told, or from which the day is
    // worked out, are those of a country without holidays; others may be fewer.
    private void AddClocks(string @event, int date, SmtClocks clocks, Random random)
    {
        int days = random.Next(4) switch { 0 => random.Next(4), 1 => random.Next(100), 2 => random.Next(1000), _ => random.Next(30_000) };
        days = (int)Math.Min(Number(SmtClocks.Days(@event), days), date);
        DateOnly to = DateOnly.FromDayNumber(date);
        DateOnly Before(int count) => DateOnly.FromDayNumber(date - count);
        (string hours, string months, string workingDays) = Clocks.Names(@event);
        if (!clocks.IsSpokenOf(hours) && clocks.IsSpokenOf(months))
        {
            // Of months the day is worked out, which is the latest with so many.
            long same = Calendar.Months(Before(days), to);
            days = Enumerable.Range(0, days + 1).First(d => Calendar.Months(Before(d), to) == same);
        }

        DateOnly from = Before(days);
        long passed = 24 * days;
        long working = Calendar.WorkingDays(from, to);
        bool byDay = @event.Length > 0 && random.Next(3) == 0;
        bool byHours = !byDay && clocks.IsSpokenOf(hours) && random.Next(3) == 0;
        if (byDay)
        {
            _facts.Add(new RawFact($"since_{@event}", [Day(date - days)]));
        }
        else if (clocks.IsSpokenOf(hours))
        {
            passed += random.Next(24);
            _facts.Add(new RawFact(hours, [Text(passed)]));
        }

        if (!byDay && !byHours && clocks.IsSpokenOf(months))
        {
            _facts.Add(new RawFact(months, [Half(Calendar.Months(from, to))]));
        }

        if (!byDay && !byHours && clocks.IsSpokenOf(workingDays))
        {
            bool isTheDayKnown = clocks.IsSpokenOf(hours) || clocks.IsSpokenOf(months);
            working = random.Next(2) == 0 || !isTheDayKnown ? working : random.NextInt64((2 * days) + 1);
            _facts.Add(new RawFact(workingDays, [Half(working)]));
        }

        _values[hours] = Text(passed);
        _values[months] = Text(Calendar.Months(from, to));
        _values[workingDays] = Text(working);
    }
}
