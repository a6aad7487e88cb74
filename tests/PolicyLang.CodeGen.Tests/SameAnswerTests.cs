using PolicyLang.Decisions;
using PolicyLang.Rules;
using PolicyLang.Runtime;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Generated code answers as the compiler does.</summary>
public sealed class SameAnswerTests
{
    private const int Seed = 20261123;

    public static TheoryData<string> Folders => Examples.Folders;

    public static TheoryData<int> Corpora => [7, 60, 200];

    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("POLICYLANG_MODEL_CASES"), out int cases) ? cases : 3000;

    [Theory]
    [MemberData(nameof(Folders))]
    public void Decide_is_the_interpreter_on_the_examples(string folder) => Compare(Examples.Read(folder), Seed, Cases);

    [Theory]
    [MemberData(nameof(Corpora))]
    public void Decide_is_the_interpreter_on_written_law(int clauses) => Compare(Workspace.Empty.With(CorpusGenerator.Frameworks(clauses, Seed)), Seed, Cases);

    [Theory]
    [MemberData(nameof(Folders))]
    public void Explain_says_what_the_compiler_says(string folder)
    {
        Workspace workspace = Examples.Read(folder);
        var model = ModelUnderTest.Create(workspace);
        var cases = workspace.WithRules(book => new RandomCases(workspace, book.Space, Seed));
        for (int i = 0; i < 200; i++)
        {
            ImmutableArray<RawFact> facts = cases.Next();
            Decision expected = workspace.Decide(facts, out ImmutableArray<string> problems) ?? throw new InvalidOperationException(string.Join(' ', problems));
            PolicyDecision actual = model.Explain(model.CaseOf(facts));
            Assert.Equal(Answer.Tell(expected), Answer.Tell(actual));
        }
    }

    private static void Compare(Workspace workspace, int seed, int count)
    {
        var model = ModelUnderTest.Create(workspace);
        var outcomes = new HashSet<Outcome>();
        workspace.WithRules(book =>
        {
            var cases = new RandomCases(workspace, book.Space, seed);
            var reader = new CaseReader(book.Space);
            var decider = new Decider(book);
            for (int i = 0; i < count; i++)
            {
                ImmutableArray<RawFact> facts = cases.Next();
                long[] values = reader.Read(facts, out ImmutableArray<string> problems) ?? throw new InvalidOperationException(string.Join(' ', problems));
                Outcome expected = decider.OutcomeOf(values);
                PolicyOutcome actual = model.Decide(model.CaseOf(facts));
                outcomes.Add(expected);
                Assert.True(expected.ToString() == actual.ToString(), $"seed {seed}, case {i}: the compiler says {expected}, the model {actual}: {Tell(facts)}");
            }

            return count;
        });
        Assert.True(outcomes.Count > 1, "The cases are too much alike to show anything.");
    }

    private static string Tell(IEnumerable<RawFact> facts) => string.Join(' ', facts.Select(f => $"{f.Attribute}={string.Join(',', f.Values)}"));
}
