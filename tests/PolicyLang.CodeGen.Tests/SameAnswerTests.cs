using System.Collections.Concurrent;
using System.Text.Json;
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

    // Models take seconds to make.
    private static readonly ConcurrentDictionary<string, (Workspace Workspace, ModelUnderTest Model)> Known = new();

    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("POLICYLANG_MODEL_EXAMPLE_CASES"), out int cases) ? cases : 3000;

    [Theory]
    [MemberData(nameof(Folders))]
    public void Decide_is_the_interpreter_and_the_oracle_on_the_examples(string folder)
    {
        (Workspace workspace, ModelUnderTest model) = Example(folder);
        Compare(workspace, model, Seed, Cases, new SingleCases(LawReader.Read(workspace)));
    }

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Decide_is_the_interpreter_on_written_law(int clauses)
    {
        Workspace workspace = Workspace.Empty.With(CorpusGenerator.Frameworks(clauses, Seed));
        Compare(workspace, ModelUnderTest.Create(workspace), Seed, Cases);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Explain_says_what_the_compiler_says(string folder)
    {
        (Workspace workspace, ModelUnderTest model) = Example(folder);
        ImmutableArray<(ImmutableArray<RawFact> Told, ImmutableArray<RawFact> Complete)> drawn = workspace.WithRules(book => Drawn(book, new NearCases(workspace, book, Seed), 200));
        foreach ((ImmutableArray<RawFact> facts, ImmutableArray<RawFact> complete) in drawn)
        {
            Decision expected = workspace.Decide(facts, out ImmutableArray<Problem> problems) ?? throw new InvalidOperationException(string.Join(' ', problems));
            PolicyDecision actual = model.Explain(model.CaseOf(complete));
            Assert.Equal(Answer.Tell(expected), Answer.Tell(actual));
        }
    }

    /// <summary>One answer, one type: what a program that reads policies while it runs gets is equal to what a model says.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void The_library_answers_in_values_that_equal_those_of_the_models(string folder)
    {
        (Workspace workspace, ModelUnderTest model) = Example(folder);
        var library = new PolicyRulebook(workspace);
        ImmutableArray<(ImmutableArray<RawFact> Told, ImmutableArray<RawFact> Complete)> drawn = workspace.WithRules(book => Drawn(book, new NearCases(workspace, book, Seed + 1), 60));
        foreach ((ImmutableArray<RawFact> facts, ImmutableArray<RawFact> complete) in drawn)
        {
            PolicyCase act = facts.Aggregate(new PolicyCase(), (all, fact) => all.With(fact.Attribute, PolicyFact.Set(fact.Values)));
            PolicyDecision expected = Sorted(model.Explain(model.CaseOf(complete)));
            PolicyDecision actual = Sorted(library.Explain(act, WhenIncomplete.Assume, TestContext.Current.CancellationToken));
            Assert.True(expected == actual, $"{act}:\n{JsonSerializer.Serialize(expected)}\n{JsonSerializer.Serialize(actual)}");
            Assert.Equal(model.Decide(model.CaseOf(complete)), library.Decide(act, WhenIncomplete.Assume, TestContext.Current.CancellationToken));
        }

        Assert.Equal(model.Manifest, library.Manifest);
    }

    // Both put ways that end permitted first; the order of the others is their own.
    private static PolicyDecision Sorted(PolicyDecision decision) => decision with
    {
        WaysToComply = [.. decision.WaysToComply.OrderBy(w => w.ToString(), StringComparer.Ordinal)],
        OtherGrounds = [.. decision.OtherGrounds.OrderBy(w => w.ToString(), StringComparer.Ordinal)],
    };

    private void Compare(Workspace workspace, ModelUnderTest model, int seed, int count, SingleCases? oracle = null)
    {
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

    private static (Workspace Workspace, ModelUnderTest Model) Example(string folder) => Known.GetOrAdd(folder, f =>
    {
        Workspace workspace = Examples.Read(f);
        return (workspace, ModelUnderTest.Create(workspace));
    });

    private static string Tell(IEnumerable<RawFact> facts) => string.Join(' ', facts.Select(f => $"{f.Attribute}={string.Join(',', f.Values)}"));
}
