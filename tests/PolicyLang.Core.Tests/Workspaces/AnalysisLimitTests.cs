using PolicyLang.Analysis.Coverage;
using PolicyLang.Analysis.Gaps;
using PolicyLang.Analysis.Ground;
using PolicyLang.Analysis.Interop;
using PolicyLang.Analysis.Routes;
using PolicyLang.Analysis.Storage;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.LanguageService;
using PolicyLang.Regions;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Workspaces;

/// <summary>What is asked of a workspace as a whole is answered with little to spend as with much, or said not to be (PL9xxx); it can be given up, too.</summary>
public sealed class AnalysisLimitTests
{
    private static readonly RawFact[] Transfer = [new("date", ["2024-06-01"]), new("actor", ["Exporter"]), new("action", ["transfer"]), new("data", ["Health"])];

    private static readonly Dictionary<string, Func<Workspace, CancellationToken, (string Answer, bool IsLimited)>> Questions = new()
    {
        ["interop"] = (w, token) =>
        {
            InteropReport? report = w.Interop(w.Model.Frameworks[0], w.Model.Frameworks[^1], [], 100, out ImmutableArray<Problem> problems, token);
            return (report is null ? string.Empty : string.Join("\n", report.Parts.Select(p => $"{p.Kind} {p.First} {p.Second} {p.Case.Tell()} {string.Join(",", p.Clauses)}")), IsLimited(problems) || report?.Undecided.IsEmpty == false);
        },
        ["ground"] = (w, token) =>
        {
            GroundReport? report = w.Ground("transfer Health", Transfer[..1], Transfer[1], ["DE", "US", "JP"], out ImmutableArray<Problem> problems, token);
            return (report is null ? string.Empty : string.Join("\n", report.Rows.SelectMany(r => r.Select(c => $"{c.Outcome} {c.CanOpen}")).Concat(report.Bundles.Select(b => b.Tell()))),
                IsLimited(problems) || report?.Undecided.IsEmpty == false || report?.BundlesAreComplete == false);
        },
        ["gaps"] = (w, token) =>
        {
            GapReport? report = w.Gaps([], Transfer[2..], null, 100, out ImmutableArray<Problem> problems, token);
            return (report is null ? string.Empty : $"{report.Blocks.IsEmpty} {string.Join(" ", report.Missing.Select(m => m.Fingerprint))}", IsLimited(problems) || report?.Undecided.IsEmpty == false);
        },
        ["coverage"] = (w, token) =>
        {
            CoverageReport report = w.CoverageInDepth(token);
            return (string.Join("\n", report.Parts.Select(p => $"{p.Clause} {p.Stands}").Concat(report.Sides.Select(s => $"{s.Clause} {s.Attribute} {s.Value}"))), !report.Undecided.IsEmpty);
        },
        ["drafts"] = (w, token) =>
        {
            DraftedScenarios drafts = ScenarioDrafts.Write(w, w.CoverageInDepth(token), token);
            return (string.Join(" ", drafts.Unwritten.Length), !drafts.Unwritten.IsEmpty || !w.CoverageInDepth(token).Undecided.IsEmpty);
        },
        ["routes"] = (w, token) =>
        {
            RouteReport? report = w.Routes(Transfer, "DE", "US", out ImmutableArray<Problem> problems, token);
            return (report is null ? string.Empty : $"{report.Direct.Cell.Answer} {report.Cost} {string.Join(" ", report.Cheapest.Select(h => h.To.Name))}",
                IsLimited(problems) || report?.Undecided.IsEmpty == false || report?.Direct.Cell.WaysAreComplete == false);
        },
        ["storage"] = (w, token) =>
        {
            StorageReport? report = w.Storage(Transfer, ["DE"], out ImmutableArray<Problem> problems, token);
            return (report is null ? string.Empty : string.Join(" ", report.Duties.Select(d => d.Clause)), IsLimited(problems) || report?.Undecided.IsEmpty == false);
        },
    };

    public static TheoryData<string> Names => [.. Questions.Keys];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 15)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_little_to_spend_the_answer_is_the_same_or_said_to_be_missing(int seed)
    {
        Workspace rich = Workspace.Empty.With("law.policy", PairedLaw.Random(seed));
        var random = new Random(seed);
        foreach ((string name, Func<Workspace, CancellationToken, (string Answer, bool IsLimited)> ask) in Questions)
        {
            string expected = ask(rich, TestContext.Current.CancellationToken).Answer;
            for (int round = 0; round < 3; round++)
            {
                int budget = 1 << random.Next(3, 12);
                Workspace poor = rich.With(new EngineSettings(budget));
                bool partly = poor.Diagnostics.Any(d => d.Code is "PL9001" or "PL9002") || !poor.UndecidedConflicts(TestContext.Current.CancellationToken).IsEmpty;
                (string answer, bool limited) = ask(poor, TestContext.Current.CancellationToken);
                Assert.True(answer == expected || limited || partly, $"seed {seed}, budget {budget}, {name}:\n{answer}\nnot\n{expected}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whoever_has_given_up_gets_no_answer(string name)
    {
        Workspace workspace = Workspace.Empty.With("law.policy", PairedLaw.Random(1));
        using var given = new CancellationTokenSource();
        given.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Questions[name](workspace, given.Token));
        Assert.False(Questions[name](workspace, TestContext.Current.CancellationToken).IsLimited);
    }

    private static bool IsLimited(ImmutableArray<Problem> problems) => problems.Any(p => p.Limit is not null);
}
