using PolicyLang.Decisions;
using PolicyLang.Oracle.Tests.Comparison;
using PolicyLang.Oracle.Tests.Generation;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>On random workspaces generated code, the compiler and the oracle say the same. A long run sets the variables below.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const int Batches = 4;

    private static readonly int Workspaces = Number("POLICYLANG_MODEL_WORKSPACES", 24);
    private static readonly int First = Number("POLICYLANG_MODEL_FIRST", 500_000);
    private static readonly int Cases = Number("POLICYLANG_MODEL_CASES", 300);

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, Batches)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Model_compiler_and_oracle_agree(int part)
    {
        int compared = 0;
        for (int i = part; i < Workspaces; i += Batches)
        {
            compared += Compare(First + i);
        }

        output.WriteLine($"{compared} cases compared");
        Assert.True(compared > 0 || Workspaces <= part);
    }

    private static int Compare(int seed)
    {
        Court court = WorkspaceGenerator.Create(seed, Constructs.Today, largest: 4000);
        Workspace workspace = Workspace.Empty.With("law.policy", PolicyText.Of(court.Law));
        var translator = new Translator(court, workspace.Model);
        var model = ModelUnderTest.Create(workspace);
        var random = new Random(seed);
        var telling = new Telling(court, random);
        return workspace.WithRules(book =>
        {
            var reader = new CaseReader(book.Space);
            using NodeBudget budget = book.Space.Regions.Open();
            var decider = new Decider(book);
            for (int i = 0; i < Cases; i++)
            {
                Judgement judgement = court.Judgements[random.Next(court.Judgements.Length)];
                if (telling.Exact(judgement.Case) is not { } told)
                {
                    continue;
                }

                RawFact[] facts = [.. translator.Facts(told.Case, translator.Needed(told.Case))];
                if (reader.Read(facts, out ImmutableArray<string> problems) is not { } values)
                {
                    // So near to the beginning of the calendar there may be no day on which an event was.
                    Assert.All(problems, p => Assert.StartsWith("No day lies so long before", p, StringComparison.Ordinal));
                    continue;
                }

                object act = model.CaseOf(ClockFacts.Complete(facts, book.Space, values));
                string oracle = judgement.Verdict.ToString();
                string answers = $"compiler {decider.OutcomeOf(values)}, model {model.Decide(act)}";
                Assert.True(answers == $"compiler {oracle}, model {oracle}", $"seed {seed}, case {i}: oracle {oracle}, {answers} at {translator.Tell(judgement.Case)}\n{PolicyText.Of(court.Law)}");
                if (i < 10)
                {
                    Assert.Equal(Answer.Tell(decider.Decide(values, new CaseWriter(book.Space).Write(values).Facts.Select(f => f.Attribute).ToHashSet())), Answer.Tell(model.Explain(act)));
                }
            }

            return Cases;
        });
    }

    private static int Number(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), out int number) ? number : otherwise;
}
