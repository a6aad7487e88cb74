using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Compares what scenarios and acknowledgements come to that are added to a workspace.</summary>
/// <param name="court">The oracle.</param>
/// <param name="conflicts">Its conflicts.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="random">Chooses.</param>
internal sealed class AddedLaw(Court court, Verdicts.Conflicts conflicts, Workspace workspace, Random random)
{
    private const string File = "added.policy";
    private const int MostScenarios = 8;
    private static readonly DateOnly Today = new(1900, 1, 1);

    private static readonly DateOnly?[] LastDays = [null, null, Today, Today.AddDays(-1)];

    /// <summary>One line for each difference.</summary>
    /// <param name="accepts">Whether somebody acknowledges conflicts, which is another workspace to be worked out.</param>
    public IEnumerable<string> Compare(bool accepts)
    {
        ImmutableArray<AcknowledgementModel> accepted = accepts ? [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Acknowledgement()).OfType<AcknowledgementModel>()] : [];
        var writer = new ScenarioWriter(court, conflicts, new Translator(court, workspace.Model), random);
        WrittenScenario[] scenarios = [.. Enumerable.Range(0, MostScenarios).Select(i => writer.Write($"scenario {i}")).OfType<WrittenScenario>()];
        string[] texts = [.. accepted.Select(ScenarioText.Of), .. scenarios.Select(s => ScenarioText.Of(court.Law, s.Model))];
        Workspace added = workspace.With(File, string.Join("\n", texts));
        if (accepts)
        {
            added = added.AsOf(new CalendarDay(Today.DayNumber));
        }

        Diagnostic[] errors = [.. added.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && d.Location.File == File && !d.Code.StartsWith("PL6", StringComparison.Ordinal) && d.Code != "PL4007")];
        return errors.Length > 0
            ? errors.Select(d => $"{d.Code} {d.Message}\n{string.Join("\n", texts)}")
            : [.. accepts ? Acknowledged(accepted, added) : [], .. added.RunScenarios().Zip(scenarios).SelectMany(p => Compare(p.First, p.Second).Select(d => $"{d}\n{ScenarioText.Of(court.Law, p.Second.Model)}"))];
    }

    // The conflicts of some sides, mostly of one that there is, be it resolved.
    private AcknowledgementModel? Acknowledgement()
    {
        Finding[] all = [.. conflicts.All().Where(f => f.Rules.Select(r => r.Clause).Distinct().Count() > 1)];
        Rule[] rules = all.Length > 0 && random.Next(4) > 0 ? [.. all[random.Next(all.Length)].Rules] : [.. court.Rules];
        ImmutableArray<string> sides = [.. rules.DistinctBy(r => r.Clause).OrderBy(_ => random.Next()).Take(random.Next(4) == 0 ? 3 : 2)
            .Select(r => random.Next(4) switch { 0 => r.Framework.Name, 1 => PolicyText.LawOf + r.Order, _ => r.Clause }).Distinct()];
        return sides.Length < 2 ? null : new AcknowledgementModel(sides, LastDays[random.Next(LastDays.Length)]);
    }

    private IEnumerable<string> Acknowledged(ImmutableArray<AcknowledgementModel> all, Workspace added)
    {
        bool IsAccepted(Finding f) => all.Any(a => (a.Until is null || a.Until >= Today) && Checks.Accepts(a.Between, f));
        int stale = all.Count(a => a.Until < Today || !conflicts.All().Any(f => Checks.Accepts(a.Between, f)));
        string text = string.Join("\n", all.Select(ScenarioText.Of));
        return
        [
            .. Differ($"accepted: {text}", conflicts.All().Where(IsAccepted).Select(Name), added.OpenConflicts.Where(c => c.Status == ConflictStatus.Acknowledged).Select(Name)),
            .. Differ($"resolved still: {text}", conflicts.All().Where(f => f.Status == "resolved" && !IsAccepted(f)).Select(f => f.Clauses), added.Conflicts.Where(c => c.Status == ConflictStatus.Resolved).Select(c => string.Join("+", c.Clauses))),
            .. Differ($"stale: {text}", [$"{stale}"], [$"{added.Diagnostics.Count(d => d.Code == "PL4007")}"]),
        ];
    }

    // Of a case that does not exist nothing can be expected.
    private IEnumerable<string> Compare(ScenarioResult result, WrittenScenario scenario)
    {
        if (scenario.Cases.IsEmpty)
        {
            return result.Failures.Any(f => f.Location == result.Scenario.Head) ? [] : ["scenario outside of what exists passes"];
        }

        var verdicts = new Scenarios(court, conflicts, scenario.Model.Under, scenario.Cases);
        bool areKnown = result.Cases.All(c => c.WaysAreComplete);
        return
        [
            .. result.Failures.Where(f => f.Location == result.Scenario.Head).Select(f => $"scenario cannot be read: {f.Message}"),
            .. Differ("scenario outcome", [verdicts.Outcome.ToString()], [result.Outcome.ToString()]),
            .. scenario.Model.Expectations.Zip(result.Scenario.Expectations).Where(p => areKnown || p.First is not (WayExpectation or WaitExpectation))
                .Select(p => (Text: ScenarioText.Of(p.First), Holds: verdicts.Holds(p.First), Failure: result.Failures.FirstOrDefault(f => f.Location == p.Second.Location)?.Message))
                .Where(e => e.Holds != e.Failure is null).Select(e => $"scenario expects {e.Text}: oracle {e.Holds}, compiler {e.Failure ?? "met"}"),
        ];
    }

    private static string Name(Finding f) => $"{f.Code} {f.Clauses}";

    private static string Name(Conflict c) => $"{c.Descriptor.Code} {string.Join("+", c.Clauses)}";

    private static IEnumerable<string> Differ(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        string e = string.Join("; ", expected.Distinct().Order(StringComparer.Ordinal));
        string a = string.Join("; ", actual.Distinct().Order(StringComparer.Ordinal));
        return e == a ? [] : [$"{what}: oracle [{e}], compiler [{a}]"];
    }
}
