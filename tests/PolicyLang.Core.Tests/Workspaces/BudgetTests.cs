using System.Text.RegularExpressions;
using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Repairs;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Workspaces;

/// <summary>Every question has an answer, or a finding (PL9xxx) that names clauses: beyond the budget nothing throws, and nothing is left out in silence.</summary>
public sealed partial class BudgetTests
{
    private const string Check = """check "c" { never prohibited: Exporter transfer Health from DE to US when safeguards include X0 }""";

    private static readonly Dictionary<string, string> Paired = new()
    {
        ["flags"] = PairedLaw.Flags(20),
        ["alternatives"] = PairedLaw.Alternatives(20),
        ["permissions"] = PairedLaw.BanWithExceptions(20),
        ["more permissions"] = PairedLaw.BanWithExceptions(30),
        ["just below the budget"] = PairedLaw.BanWithExceptions(19),
        ["prohibitions"] = PairedLaw.Safeguards(20, "must not"),
        ["a check"] = PairedLaw.Safeguards(20, "must not") + Check,
    };

    public static TheoryData<string> Decidable => [.. Paired.Keys];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Decidable))]
    public void What_is_dear_in_the_declared_order_alone_is_answered(string name)
    {
        Workspace workspace = Workspace.Empty.With("law.policy", Paired[name]);
        foreach ((string question, string answer) in Everything.Tell(workspace, conflicts: 3))
        {
            Assert.False(answer.Contains("PL9", StringComparison.Ordinal) || answer.Contains(" / False", StringComparison.Ordinal), $"{question}: {answer}");
        }
    }

    [Fact]
    public void After_an_edit_it_still_is()
    {
        Workspace workspace = Workspace.Empty.With("law.policy", Paired["permissions"]);
        Assert.Empty(workspace.Diagnostics.Where(d => d.Code.StartsWith("PL9", StringComparison.Ordinal)));
        Workspace edited = workspace.With("law.policy", Paired["permissions"].Replace("Ban {", "Stop {", StringComparison.Ordinal));
        Assert.Equal(Workspace.Empty.With("law.policy", edited.Trees[0].Text.Content).Diagnostics.Select(Everything.Tell), edited.Diagnostics.Select(Everything.Tell));
        Workspace simple = edited.With("law.policy", PairedLaw.Flags(3));
        Assert.Equal(Workspace.Empty.With("law.policy", PairedLaw.Flags(3)).Diagnostics.Select(Everything.Tell), simple.Diagnostics.Select(Everything.Tell));
    }

    [Theory]
    [InlineData("must not", "PL9005")]
    [InlineData("must", "PL9004")]
    public void What_is_dear_in_every_order_is_said_to_be(string modality, string code)
    {
        Workspace workspace = Workspace.Empty.With("law.policy", PairedLaw.GivenWithChosen(24, modality) + """check "c" { always permitted: Exporter transfer Health from DE to US when explicit_consent }""");
        Assert.Contains(workspace.Diagnostics, d => d.Code == code && NamedClause().IsMatch(d.Message));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_little_to_spend_every_question_is_answered_as_with_much_or_said_not_to_be(int seed)
    {
        Workspace rich = Workspace.Empty.With("law.policy", PairedLaw.Random(seed));
        (string Question, string Answer)[] expected = [.. Everything.Tell(rich, conflicts: 4)];
        var random = new Random(seed);
        for (int round = 0; round < 4; round++)
        {
            int budget = 1 << random.Next(3, 12);
            var settings = new EngineSettings(budget, round % 2 == 0 ? null : (_, _, variables) => DiagramOrder.Reversed(variables));
            Workspace poor = rich.With(settings);
            ImmutableArray<Diagnostic> found = poor.Diagnostics;
            Assert.Equal(found.Where(d => d.HidesRules), rich.With(settings).GetHidingErrors(cancellation: TestContext.Current.CancellationToken));
            bool partly = found.Any(d => d.Code is "PL9001" or "PL9002") || !poor.UndecidedConflicts(TestContext.Current.CancellationToken).IsEmpty;
            Assert.All(found.Where(d => d.Code.StartsWith("PL9", StringComparison.Ordinal)), d => Assert.Matches(NamedClause(), d.Message));
            foreach ((string question, string answer) in Everything.Tell(poor, conflicts: 0).Where(a => a.Question != "examples"))
            {
                string full = expected.First(e => e.Question == question).Answer;
                bool said = answer.Contains("PL9", StringComparison.Ordinal) || answer.Contains("combine too many", StringComparison.Ordinal) || answer.Contains(" / False", StringComparison.Ordinal);
                Assert.True(answer == full || said || partly, $"seed {seed}, budget {budget}, {question}:\n{answer}\nnot\n{full}");
            }

            // What a repair comes to is tried on the text; it may find fewer, and must not fail.
            var finder = new RepairFinder(poor, new OwnLaw(poor.Model, []), most: 3, cancellation: TestContext.Current.CancellationToken);
            foreach (Conflict conflict in poor.OpenConflicts.Take(1))
            {
                finder.Find(conflict);
            }
        }
    }

    [GeneratedRegex(@"'[FG]\.\w+'")]
    private static partial Regex NamedClause();
}
