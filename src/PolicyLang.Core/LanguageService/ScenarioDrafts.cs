using System.Text;
using PolicyLang.Analysis;
using PolicyLang.Analysis.Coverage;
using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>Scenarios that were drafted for what no scenario touches.</summary>
/// <param name="Text">The text of a file with them, the present answer as expectation; each passes.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Unwritten">The cases that no scenario can say.</param>
internal sealed record DraftedScenarios(string Text, int Count, ImmutableArray<CaseFacts> Unwritten);

/// <summary>Drafts scenarios.</summary>
internal static class ScenarioDrafts
{
    private const string File = "<drafts>";

    /// <summary>A scenario for each case that none is about: both sides of each boundary, too.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="report">What scenarios touch in it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static DraftedScenarios Write(Workspace workspace, CoverageReport report, CancellationToken cancellation = default)
    {
        ImmutableArray<Draft> drafts = Titled(report.Untouched());
        drafts = workspace.WithRules(
            rules =>
            {
                var decider = new Decider(rules);
                return drafts.Select(d => d with
                {
                    Outcome = rules.Space.Regions.TryApart(() => OutcomeOf(decider, rules.Space, d.Case)).Or(null),
                }).ToImmutableArray();
            },
            cancellation);

        // Whether the clause applies is asked first, so that the answer can be written.
        drafts = Run(workspace, [.. drafts.Where(d => d.Outcome is not null)], cancellation);
        ImmutableArray<Draft> sound = [.. Run(workspace, drafts, cancellation).Where(d => d.Passed)];
        var written = new HashSet<CaseFacts>(sound.Select(d => d.Case));
        return new DraftedScenarios(
            Join(sound), sound.Length, [.. report.Untouched().Select(u => u.Case).Where(c => !written.Contains(c))]);
    }

    /// <summary>What the scenarios of a text come to in a workspace.</summary>
    internal static IEnumerable<ScenarioResult> Run(Workspace workspace, string text, CancellationToken cancellation) =>
        workspace.With(File, text).RunScenarios(cancellation).Where(r => r.Scenario.Head.File == File);

    private static ImmutableArray<Draft> Titled(IEnumerable<(string Title, ClauseSymbol Clause, CaseFacts Case)> untouched)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var drafts = ImmutableArray.CreateBuilder<Draft>();
        foreach ((string title, ClauseSymbol clause, CaseFacts facts) in untouched)
        {
            int number = seen.TryGetValue(title, out int before) ? before + 1 : 1;
            seen[title] = number;
            drafts.Add(new Draft(number == 1 ? title : $"{title} ({number})", clause.QualifiedName, facts, null));
        }

        return drafts.ToImmutable();
    }

    private static Outcome? OutcomeOf(Decider decider, CaseSpace space, CaseFacts facts) =>
        new CaseReader(space).Read(facts.Facts.Select(RawFact.FromFact), out _) is { } values ? decider.OutcomeOf(values) : null;

    // Those that are read as their case, their second expectation put right.
    private static ImmutableArray<Draft> Run(Workspace workspace, ImmutableArray<Draft> drafts, CancellationToken cancellation)
    {
        Dictionary<string, ScenarioResult> results = Run(workspace, Join(drafts), cancellation)
            .GroupBy(r => r.Scenario.Title).ToDictionary(g => g.Key, g => g.First());
        var read = ImmutableArray.CreateBuilder<Draft>();
        foreach (Draft draft in drafts)
        {
            if (!results.TryGetValue(draft.Title, out ScenarioResult? result) || result.Told is not [var told] || !told.Equals(draft.Case))
            {
                continue;
            }

            bool isOther = result.Failures is [var failure] && result.Scenario.Expectations.Length == 2
                && failure.Location == result.Scenario.Expectations[1].Location;
            if (result.Passed || isOther)
            {
                read.Add(draft with { Applies = draft.Applies != isOther, Passed = result.Passed });
            }
        }

        return read.ToImmutable();
    }

    private static string Join(ImmutableArray<Draft> drafts)
    {
        var text = new StringBuilder();
        foreach (Draft draft in drafts)
        {
            text.Append(text.Length > 0 ? "\n" : string.Empty).Append(ScenarioText.Write(
                draft.Title,
                draft.Case,
                [
                    WireNames.NameOf(draft.Outcome ?? Outcome.Unregulated),
                    $"{draft.Clause} {(draft.Applies ? "applies" : "does not apply")}",
                ]));
        }

        return text.ToString();
    }

    private sealed record Draft(string Title, string Clause, CaseFacts Case, Outcome? Outcome)
    {
        public bool Applies { get; init; } = true;

        public bool Passed { get; init; }
    }
}
