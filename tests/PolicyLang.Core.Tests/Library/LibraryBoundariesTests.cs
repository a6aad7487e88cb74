using System.Text.RegularExpressions;
using PolicyLang.Decisions;
using PolicyLang.Law;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Library;

/// <summary>
/// Scenarios stand on both sides of every boundary of the library: the days of force of frameworks and clauses, the days of recognition and
/// membership, the counts of conditions, the ends of clocks. Told on the other side, the same facts meet other law.
/// </summary>
public sealed partial class LibraryBoundariesTests
{
    private static readonly Workspace All = LibraryWorkspaces.All;
    private static readonly Lazy<LibraryDays> Days = new(() => new LibraryDays(All));

    // No agreement with a foreign government was in force when its clause was.
    private static readonly string[] Unseen = ["SCA.S2702b9"];

    private static IEnumerable<FrameworkSymbol> Laws => All.Model.Frameworks.Where(f => LawLibrary.Instruments.Any(i => i.Path == f.Location.File));

    /// <summary>Blocs that recognise places, with the framework that uses them: before its first day nothing shows.</summary>
    public static TheoryData<string, string> Recognitions { get; } = new()
    {
        { "EuAdequate", "GDPR" },
        { "GdprTerritory", "GDPR" },
        { "UkAdequate", "UKGDPR" },
        { "KrEquivalent", "PIPA" },
        { "JpEquivalent", "APPI" },
        { "BrAdequate", "LGPD" },
        { "RuAdequate", "FZ152" },
        { "CountriesOfConcern", "CFR202" },
        { "CloudActQualifying", "CloudAct" },
        { "Malabo", "MalaboConvention" },
    };

    [Fact]
    public void Both_sides_of_every_day_of_force_are_told() => None(Laws.SelectMany(Changes).SelectMany(Days.Value.Missing));

    [Theory]
    [MemberData(nameof(Recognitions))]
    public void Both_sides_of_every_day_of_recognition_are_told(string bloc, string framework)
    {
        FrameworkSymbol law = Laws.Single(f => f.Name == framework);
        CalendarDay start = law.Force.Min(d => d.From);
        BlocMember[] members = [.. Blocs(bloc).Members];
        None(members
            .SelectMany(m => Ends(m.Since, m.Until).Where(d => d > start && !GoesOn(members, m.Place, d)).Select(d => new LibraryChange($"{bloc} {m.Place.Name}", d, c => c.Framework == law, m.Place)))
            .SelectMany(Days.Value.Missing));
    }

    [Theory]
    [InlineData("CPTPP")]
    [InlineData("RCEP")]
    [InlineData("DEPA")]
    public void Both_sides_of_every_day_of_membership_are_told(string treaty)
    {
        FrameworkSymbol law = Laws.Single(f => f.Name == treaty);
        CalendarDay start = law.Force.Min(d => d.From);
        var members = Blocs(treaty).Members.SelectMany(m => Ends(m.Since, m.Until).Select(d => (m.Place, d)));
        var adoptions = All.Model.Parties.SelectMany(p => p.Adoptions.Where(a => a.Framework == law).SelectMany(a => Ends(a.Since, a.Until).Select(d => (Place: (Symbol)p, d))));
        None(members.Concat(adoptions).Distinct().Where(m => m.d > start)
            .Select(m => new LibraryChange($"{treaty} {m.Place.Name}", m.d, c => c.Framework == law, m.Place))
            .SelectMany(Days.Value.Missing));
    }

    [Fact]
    public void Both_sides_of_every_count_are_told() => None(Texts().SelectMany(t => Counts().Matches(t))
        .SelectMany(m => Missing(m.Groups[1].Value, m.Groups[2].Value, long.Parse(m.Groups[3].Value.Replace("_", string.Empty, StringComparison.Ordinal)))));

    [Fact]
    public void Both_sides_of_every_clock_are_told() =>
        None(Texts().SelectMany(t => Clocks().Matches(t).Select(m => (Number: long.Parse(m.Groups[1].Value), Unit: m.Groups[2].Value, Event: m.Groups[3].Value)))
            .Distinct()
            .SelectMany(c => Missing(c.Number, c.Unit, c.Event)));

    private static void None(IEnumerable<string> missing)
    {
        string[] all = [.. missing.Distinct()];
        Assert.True(all.Length == 0, "No scenario tells:\n" + string.Join('\n', all));
    }

    // Two lines without conditions that follow each other change nothing.
    private static bool GoesOn(BlocMember[] members, Symbol place, CalendarDay day) =>
        members.Any(m => m.Place == place && m.When is null && m.Since == day)
        && members.Any(m => m.Place == place && m.When is null && m.Until is { } last && last.Number + 1 == day.Number);

    private static IEnumerable<LibraryChange> Changes(FrameworkSymbol law)
    {
        foreach (CalendarDay day in law.Force.SelectMany(Ends))
        {
            yield return new LibraryChange(law.Name, day, c => c.Framework == law, null);
        }

        foreach (ClauseSymbol clause in law.Clauses.Where(c => !Unseen.Contains(c.QualifiedName)))
        {
            foreach (CalendarDay day in clause.Force.SelectMany(Ends).Except(law.Force.SelectMany(Ends)))
            {
                yield return new LibraryChange(clause.QualifiedName, day, c => c == clause, null);
            }
        }
    }

    // The last day counts in, so it is the next one that is different.
    private static IEnumerable<CalendarDay> Ends(CalendarDay? since, CalendarDay? until)
    {
        if (since is { } first && first > CalendarDay.First)
        {
            yield return first;
        }

        if (until is { } last && last < CalendarDay.Last)
        {
            yield return new CalendarDay(last.Number + 1);
        }
    }

    private static IEnumerable<CalendarDay> Ends(DayRange days) => Ends(days.From, days.Until);

    private static BlocSymbol Blocs(string name) => All.Model.Vocabulary.Blocs[name];

    private static IEnumerable<string> Texts() => LawLibrary.Instruments.Select(f => Comments().Replace(f.Read(), string.Empty));

    // Twice the values, since months and working days come in halves.
    private static HashSet<long> Told(string attribute) => [.. All.RunScenarios().SelectMany(r => r.Told).SelectMany(t => t.Facts).Where(f => f.Attribute == attribute).Select(f => f.Value switch
    {
        CountValue count => 2 * count.Value,
        HalvedValue halved => halved.Twice,
        _ => -1,
    })];

    // The number itself is on one side, a number less than one away on the other.
    private static IEnumerable<string> Missing(string attribute, string sign, long number)
    {
        HashSet<long> told = Told(attribute);
        if (number > 0 && !told.Contains(2 * number))
        {
            yield return $"{attribute} = {number}";
        }

        (long from, long to) = sign is ">=" or "<" ? (2 * number - 2, 2 * number - 1) : (2 * number + 1, 2 * number + 2);
        if (to > 1 && !told.Any(n => n >= from && n <= to))
        {
            yield return $"{attribute} {sign} {number}, the other side";
        }
    }

    private static IEnumerable<string> Missing(long number, string unit, string happened)
    {
        (string attribute, long end, long step) = unit switch
        {
            "hour" => ($"elapsed_since_{happened}", number, 1L),
            "day" => ($"elapsed_since_{happened}", number * 24, 24L),
            "working day" => ($"working_days_since_{happened}", number, 1L),
            _ => ($"months_since_{happened}", number, 1L),
        };
        HashSet<long> told = Told(attribute);
        if (!told.Any(t => t <= 2 * end && t > 2 * (end - step)))
        {
            yield return $"at most {number} {unit} after {happened}";
        }

        if (!told.Any(t => t > 2 * end && t <= 2 * (end + step)))
        {
            yield return $"more than {number} {unit} after {happened}";
        }
    }

    [GeneratedRegex(@"//[^\n]*|""[^""\n]*""")]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b([a-z]\w*) (>=|<=|>|<) ([0-9_]+)(?![0-9-])")]
    private static partial Regex Counts();

    [GeneratedRegex(@"\bwithin ([0-9]+) (hour|day|working day|month)s? of (\w+)")]
    private static partial Regex Clocks();
}
