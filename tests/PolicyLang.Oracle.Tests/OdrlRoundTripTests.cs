using PolicyLang.Decisions;
using PolicyLang.Exchange.Odrl;
using PolicyLang.Exchange.Odrl.Export;
using PolicyLang.Exchange.Odrl.Import;
using PolicyLang.Oracle.Tests.Comparison;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Rules;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests;

/// <summary>Random law goes to ODRL and back, and decides every case of its small world as before, but for what the report of losses names.</summary>
public class OdrlRoundTripTests(ITestOutputHelper output)
{
    private const int Batches = 5;

    private static readonly int Worlds = RandomWorkspacesTests.Number("POLICYLANG_ODRL_WORKSPACES", 50);

    // Losses of a whole workspace: what is decided afterwards is not what was.
    private static readonly string[] Whole = ["principles", "too-complex"];

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, Batches)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Exported_and_imported_law_decides_as_before(int part)
    {
        int compared = 0;
        int worlds = 0;
        int named = 0;
        for (int seed = 1 + part; seed <= Worlds; seed += Batches)
        {
            Court court = WorkspaceGenerator.Create(seed, Constructs.Today, largest: 2000);
            var world = new AnalysedWorld(court, new Random(seed));
            OdrlDocument document = OdrlExport.Write(world.Workspace, null, out _) ?? throw new InvalidOperationException($"seed {seed}");
            if (document.Losses.Any(l => l.ChangesDecisions && Whole.Contains(l.Kind)))
            {
                named++;
                continue;
            }

            OdrlImported imported = OdrlImport.Read(document.Text, new OdrlImportSettings(false, null, OdrlImport.UsualAuthority, []));
            if (!document.Text.Contains("\"@type\": \"Set\"", StringComparison.Ordinal))
            {
                continue;
            }

            Assert.True(imported.Text is not null, $"seed {seed}: {imported.Problem}\n{document.Text}");
            Assert.True(imported.Losses.All(l => !l.ChangesDecisions), $"seed {seed}: {string.Join("\n", imported.Losses)}\n{document.Text}");
            Workspace back = Workspace.Empty.With("back.policy", imported.Text ?? string.Empty);
            string[] errors = [.. back.Diagnostics.Where(d => d.HidesRules).Select(d => $"{d.Code} {d.Message}")];
            Assert.True(errors.Length == 0, $"seed {seed}: {string.Join("\n", errors)}\n{imported.Text}\n{PolicyText.Of(court.Law)}");
            worlds++;
            compared += Compare(world, court, back, seed, imported.Text ?? string.Empty);
        }

        output.WriteLine($"{compared} cases of {worlds} worlds; {named} left out by the report of losses");
        Assert.True(compared > worlds * 10, $"{compared} cases of {worlds} worlds");
        Assert.True(named * 5 <= worlds, $"{named} of {worlds} worlds are left out");
    }

    private static int Compare(AnalysedWorld world, Court court, Workspace back, int seed, string text)
    {
        var telling = new Telling(court, new Random(seed));
        var known = new HashSet<string>(back.Model.Attributes.Select(a => a.Name), StringComparer.Ordinal);
        var cases = court.Judgements.Select(j => telling.Exact(j.Case)?.Case).OfType<Worlds.Case>().Select(c => world.Facts(c)).ToList();
        (Outcome, string)?[] before = [.. Ask(world.Workspace, rules => Answers(rules, cases, _ => true))];
        (Outcome, string)?[] after = [.. Ask(back, rules => Answers(rules, cases, known.Contains))];
        int compared = 0;
        for (int i = 0; i < cases.Count; i++)
        {
            if (before[i] is { } was)
            {
                Assert.True(was == after[i], $"seed {seed}: {string.Join(' ', cases[i].Select(f => $"{f.Attribute}={string.Join(',', f.Values)}"))} was {was}, is {after[i]}\n{PolicyText.Of(court.Law)}\n{text}");
                compared++;
            }
        }

        return compared;
    }

    private static List<(Outcome, string)?> Ask(Workspace workspace, Func<RuleBook, IEnumerable<(Outcome, string)?>> answers) =>
        workspace.Ask("The cases", rules => answers(rules).ToList(), out _, default).Or([]);

    private static IEnumerable<(Outcome, string)?> Answers(RuleBook rules, List<ImmutableArray<RawFact>> cases, Func<string, bool> known)
    {
        var decider = new Decider(rules);
        foreach (ImmutableArray<RawFact> facts in cases)
        {
            var reader = new CaseReader(rules.Space);
            long[]? values = reader.Read(facts.Where(f => known(f.Attribute) || f.Attribute.Contains("elapsed", StringComparison.Ordinal) || f.Attribute.Contains("since_", StringComparison.Ordinal)), out ImmutableArray<string> problems);
            if (values is null || !rules.Space.Regions.Holds(rules.Existing, values))
            {
                yield return null;
                continue;
            }

            Decision decision = decider.DecideWithoutWays(values);
            yield return (decision.Outcome, string.Join(' ', decision.Duties));
        }
    }
}
