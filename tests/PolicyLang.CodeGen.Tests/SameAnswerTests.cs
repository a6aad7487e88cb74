using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Oracle.Tests.Reading;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Runtime;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Generated code answers as the compiler does; on the examples as the oracle too, which reads them by itself.</summary>
public sealed class SameAnswerTests(ITestOutputHelper output)
{
    private const int Seed = 20261123;

    public static TheoryData<string> Folders => Examples.Folders;

    public static TheoryData<int> Corpora => [7, 60, 200];

    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("POLICYLANG_MODEL_EXAMPLE_CASES"), out int cases) ? cases : 3000;

    [Theory]
    [MemberData(nameof(Folders))]
    public void Decide_is_the_interpreter_and_the_oracle_on_the_examples(string folder)
    {
        Workspace workspace = Examples.Read(folder);
        Compare(workspace, Seed, Cases, new SingleCases(LawReader.Read(workspace)));
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Decide_is_the_interpreter_on_written_law(int clauses) => Compare(Workspace.Empty.With(CorpusGenerator.Frameworks(clauses, Seed)), Seed, Cases);

    [Theory]
    [MemberData(nameof(Folders))]
    public void Explain_says_what_the_compiler_says(string folder)
    {
        Workspace workspace = Examples.Read(folder);
        var model = ModelUnderTest.Create(workspace);
        ImmutableArray<(ImmutableArray<RawFact> Told, ImmutableArray<RawFact> Complete)> drawn = workspace.WithRules(book => Drawn(book, new NearCases(workspace, book, Seed), 200));
        foreach ((ImmutableArray<RawFact> facts, ImmutableArray<RawFact> complete) in drawn)
        {
            Decision expected = workspace.Decide(facts, out ImmutableArray<Problem> problems) ?? throw new InvalidOperationException(string.Join(' ', problems));
            PolicyDecision actual = model.Explain(model.CaseOf(complete));
            Assert.Equal(Answer.Tell(expected), Answer.Tell(actual));
        }
    }

    private void Compare(Workspace workspace, int seed, int count, SingleCases? oracle = null)
    {
        var model = ModelUnderTest.Create(workspace);
        var outcomes = new SortedDictionary<Outcome, int>();
        workspace.WithRules(book =>
        {
            var cases = new NearCases(workspace, book, seed);
            var reader = new CaseReader(book.Space);
            using NodeBudget budget = book.Space.Regions.Open();
            var decider = new Decider(book);
            for (int i = 0; i < count; i++)
            {
                ImmutableArray<RawFact> facts = cases.Next();
                long[] values = reader.Read(facts, out ImmutableArray<string> problems) ?? throw new InvalidOperationException(string.Join(' ', problems));
                Outcome expected = decider.OutcomeOf(values);
                ImmutableArray<RawFact> complete = ClockFacts.Complete(facts, book.Space, values);
                PolicyOutcome actual = model.Decide(model.CaseOf(complete));
                outcomes[expected] = outcomes.GetValueOrDefault(expected) + 1;
                Assert.True(expected.ToString() == actual.ToString(), $"seed {seed}, case {i}: the compiler says {expected}, the model {actual}: {Tell(facts)}");
                if (oracle is not null)
                {
                    Verdict verdict = oracle.Judge(CaseReading.Read(oracle.Lexicon, complete)).Verdict;
                    Assert.True(verdict.ToString() == actual.ToString(), $"seed {seed}, case {i}: the oracle says {verdict}, the model {actual}: {Tell(facts)}");
                }
            }

            return count;
        });
        output.WriteLine(string.Join(", ", outcomes.Select(o => $"{o.Value} {o.Key}")));
        Assert.True(outcomes.Count > 1, "The cases are too much alike to show anything.");
    }

    // The compiler is told what is not neutral, which a model takes for said; a model is told every clock.
    private static ImmutableArray<(ImmutableArray<RawFact> Told, ImmutableArray<RawFact> Complete)> Drawn(RuleBook book, NearCases cases, int count)
    {
        var reader = new CaseReader(book.Space);
        return [.. Enumerable.Range(0, count).Select(_ => Completed(cases.Next()))];

        (ImmutableArray<RawFact> Told, ImmutableArray<RawFact> Complete) Completed(ImmutableArray<RawFact> facts)
        {
            long[] values = reader.Read(facts, out ImmutableArray<string> problems) ?? throw new InvalidOperationException(string.Join(' ', problems));
            return ([.. new CaseWriter(book.Space).Write(values).Facts.Select(RawFact.FromFact)], ClockFacts.Complete(facts, book.Space, values));
        }
    }

    private static string Tell(IEnumerable<RawFact> facts) => string.Join(' ', facts.Select(f => $"{f.Attribute}={string.Join(',', f.Values)}"));
}
