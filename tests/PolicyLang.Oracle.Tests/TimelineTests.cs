using PolicyLang.Analysis;
using PolicyLang.Oracle.Tests.Comparison;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>A timeline tells the days on which single decisions change, and no others.</summary>
public sealed class TimelineTests(ITestOutputHelper output)
{
    private const int Batches = 5;
    private const int MostCases = 60;

    private static readonly int Laws = RandomWorkspacesTests.Number("POLICYLANG_TIMELINE_LAWS", 30);

    private static readonly SemanticChangeKind[] OutcomeKinds =
        [SemanticChangeKind.Prohibited, SemanticChangeKind.Permitted, SemanticChangeKind.Conflicting, SemanticChangeKind.Resolved, SemanticChangeKind.Unregulated];

    private static readonly ImmutableArray<Use> Uses = [.. Constructs.Today.Where(u => u.Construct is not (Construct.Months or Construct.WorkingDays or Construct.ClockConditions))];

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, Batches)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Days_are_those_on_which_decisions_change(int part)
    {
        var failures = new List<string>();
        int days = 0;
        for (int i = part; i < Laws; i += Batches)
        {
            int seed = 90_001 + i;
            Court court = WorkspaceGenerator.Create(seed, Uses, largest: 2000);
            Workspace workspace = Workspace.Empty.With("law.policy", PolicyText.Of(court.Law));
            Timeline timeline = workspace.Timeline(new TimelineQuery(), TestContext.Current.CancellationToken);
            Assert.Empty(timeline.Undecided);
            days += timeline.Days.Length;
            failures.AddRange(Missed(court, timeline, new Random(seed)).Concat(False(court, workspace, timeline)).Concat(Conflicts(workspace, timeline)).Select(f => $"{seed}: {f}\n{PolicyText.Of(court.Law)}"));
        }

        failures.Take(3).ToList().ForEach(output.WriteLine);
        Assert.Empty(failures);
        Assert.True(days > 0);
    }

    // On every first day of a stretch that the oracle tells apart.
    private static IEnumerable<string> Missed(Court court, Timeline timeline, Random random)
    {
        int date = court.Lexicon.Attribute("date");
        for (int i = 0; i < MostCases && court.Judgements.Length > 0; i++)
        {
            Case c = court.Judgements[random.Next(court.Judgements.Length)].Case;
            foreach ((long first, _) in court.World.Stretches(date).Skip(1))
            {
                if (court.Find(On(court, c, date, first - 1)) is { } before && court.Find(On(court, c, date, first)) is { } after && before.Verdict != after.Verdict)
                {
                    var day = new CalendarDay((int)first);
                    string turn = $"{Word(before.Verdict)} > {Word(after.Verdict)}";
                    if (timeline.Days.FirstOrDefault(d => d.Day == day)?.Changes.Any(change => $"{change.Before} > {change.After}" == turn) != true)
                    {
                        yield return $"missed on {day}: {turn}";
                    }
                }
            }
        }
    }

    private static IEnumerable<string> False(Court court, Workspace workspace, Timeline timeline)
    {
        var translator = new Translator(court, workspace.Model);
        int date = court.Lexicon.Attribute("date");
        foreach (TimelineDay day in timeline.Days)
        {
            foreach (SemanticChange change in day.Changes.Where(c => OutcomeKinds.Contains(c.Kind)))
            {
                Case now = translator.Read(change.Case);
                if (court.Find(On(court, now, date, day.Day.Number - 1)) is { } before && court.Find(On(court, now, date, day.Day.Number)) is { } after
                    && (Word(before.Verdict), Word(after.Verdict)) != (change.Before, change.After))
                {
                    yield return $"false on {day.Day}: {change.Text} oracle {before.Verdict} > {after.Verdict}";
                }
            }
        }
    }

    // A conflict begins on the first day of which it is one, and ends after the last.
    private static IEnumerable<string> Conflicts(Workspace workspace, Timeline timeline)
    {
        foreach (TimelineDay day in timeline.Days)
        {
            string[] on = [.. Told(workspace, day.Day)];
            string[] before = [.. Told(workspace, new CalendarDay(day.Day.Number - 1))];
            foreach (ConflictChange change in day.Begins.Where(c => !on.Contains(c.Conflict.Fingerprint)))
            {
                yield return $"begins on {day.Day}: {change.Conflict.Fingerprint}";
            }

            foreach (ConflictChange change in day.Ends.Where(c => !before.Contains(c.Conflict.Fingerprint)))
            {
                yield return $"ends on {day.Day}: {change.Conflict.Fingerprint}";
            }

            foreach (string missed in on.Except(before).Except(day.Begins.Select(c => c.Conflict.Fingerprint)).Concat(before.Except(on).Except(day.Ends.Select(c => c.Conflict.Fingerprint))))
            {
                yield return $"missed on {day.Day}: {missed}";
            }
        }
    }

    private static IEnumerable<string> Told(Workspace workspace, CalendarDay day) =>
        (workspace.ConflictsOn(day, out _, TestContext.Current.CancellationToken) ?? []).Where(c => c.IsOpen).Select(c => c.Fingerprint);

    private static Case On(Court court, Case c, int date, long day) => new([.. court.Law.Attributes.Select((_, a) => a == date ? day : c[a])]);

    private static string Word(Verdict verdict) => verdict == Verdict.Unregulated ? "not regulated" : verdict.ToString().ToLowerInvariant();
}
