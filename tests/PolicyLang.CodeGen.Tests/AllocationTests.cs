using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using PolicyLang.Decisions;
using PolicyLang.Runtime;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Deciding a case leaves nothing for the garbage collector, explaining it little.</summary>
public sealed class AllocationTests
{
    private const int Rounds = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void Decide_allocates_nothing(int clauses)
    {
        Workspace workspace = Workspace.Empty.With(CorpusGenerator.Frameworks(clauses, 3));
        var model = ModelUnderTest.Create(workspace);
        RandomCases cases = workspace.WithRules(book => new RandomCases(workspace, book.Space, 5));
        foreach (string type in (string[])["Rulebook", model.Files[0].Name == "Case.cs" ? "Law0" : throw new InvalidOperationException()])
        {
            MethodInfo decide = model.Type(type).GetMethod("Decide") ?? throw new MissingMethodException(type);
            for (int i = 0; i < 20; i++)
            {
                Func<int> thousand = Thousand(decide, model.CaseOf(cases.Next()));
                Assert.InRange(thousand(), 1000, 4000);

                // The run time may allocate on this thread when it compiles a method anew; what Decide allocates shows in each round.
                Assert.Equal(0, Enumerable.Range(0, Rounds).Min(_ => Allocated(thousand)));
            }
        }
    }

    /// <summary>Clauses and duties at once; ways to comply, other grounds and assumptions when they are read.</summary>
    [Theory]
    [InlineData("tests/cases/first-examples/eu-transfers", 4_000, 6_000)]
    [InlineData("tests/cases/models/expectations", 4_000, 4_000)]
    public void Explain_allocates_little_more_than_its_answer(string folder, long most, long mostRead)
    {
        Workspace workspace = Examples.Read(folder);
        var model = ModelUnderTest.Create(workspace);
        ImmutableArray<RawFact> facts = [.. Facts(folder)];
        Func<PolicyDecision> explain = Explained(model, model.CaseOf(facts));
        Assert.Equal(PolicyOutcome.Prohibited, explain().Outcome);
        Assert.NotEmpty(explain().WaysToComply);
        Assert.NotEmpty(explain().Assumed);
        Assert.True(explain().IsComplete);

        Assert.InRange(Enumerable.Range(0, Rounds).Min(_ => Allocated(explain)), 1, most);
        Assert.InRange(Enumerable.Range(0, Rounds).Min(_ => Allocated(() => explain().IsComplete)), 1, mostRead);
    }

    /// <summary>Whatever the number of clauses, only those are asked that the action, the data and the places of the case leave open.</summary>
    [Fact]
    public void Explain_of_one_thousand_clauses_takes_few_microseconds_and_bytes()
    {
        const int Places = 32;
        const double MostMicroseconds = 10;
        string[] names = [.. (Workspace.Empty.Model.Attribute("origin")?.Taxonomy?.Nodes ?? []).Where(n => n.Children.Count == 0).Select(n => n.Name).Take(Places)];
        Workspace workspace = Workspace.Empty.With(names.Select((from, i) => new KeyValuePair<string, string>(
            $"law{i}.policy",
            $"framework Law{i} {{\n  authority EU in force from 2020-01-01\n"
            + string.Concat(names.Select((to, j) => $"  transfer C{j} {{ Exporter must not transfer Health from {from} to {to} }}\n"))
            + "}\n")));
        var model = ModelUnderTest.Create(workspace);
        Func<PolicyDecision> explain = Explained(
            model,
            model.CaseOf([.. Facts(string.Empty).Where(f => f.Attribute is not ("origin" or "destination")), new("origin", [names[3]]), new("destination", [names[5]])]));
        Assert.Equal("Law3.C5", Assert.Single(explain().Applied).QualifiedName);

        // The least of many, for the machine may be busy and compiles the code anew as it is used.
        double least = double.MaxValue;
        long began = Stopwatch.GetTimestamp();
        while (least > MostMicroseconds && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20))
        {
            long start = Stopwatch.GetTimestamp();
            explain();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        Assert.InRange(least, 0, MostMicroseconds);
        Assert.InRange(Enumerable.Range(0, Rounds).Min(_ => Allocated(explain)), 1, 4_000);
    }

    [Fact]
    public void An_answer_that_many_threads_read_first_is_the_same_for_all()
    {
        const string Folder = "tests/cases/first-examples/eu-transfers";
        var model = ModelUnderTest.Create(Examples.Read(Folder));
        Func<PolicyDecision> explain = Explained(model, model.CaseOf(Facts(Folder)));
        PolicyDecision expected = explain();
        int ways = expected.WaysToComply.Count;
        for (int round = 0; round < 50; round++)
        {
            PolicyDecision shared = explain();
            int[] seen = new int[4];
            Parallel.For(0, seen.Length, i => seen[i] = shared.WaysToComply.Count + (shared.IsComplete ? 0 : 1));
            Assert.All(seen, count => Assert.Equal(ways, count));
            Assert.Equal(expected, shared);
        }
    }

    private static IEnumerable<RawFact> Facts(string folder) =>
    [
        new("date", ["2024-03-01"]), new("actor", ["Exporter"]), new("action", ["transfer"]), new("data", ["Health"]),
        new("origin", [folder.EndsWith("expectations", StringComparison.Ordinal) ? "Nordia" : "DE"]), new("destination", ["US"]),
    ];

    private static Func<PolicyDecision> Explained(ModelUnderTest model, object act)
    {
        MethodInfo explain = model.Type("Rulebook").GetMethod("Explain") ?? throw new MissingMethodException("Explain");
        ParameterExpression kept = Expression.Variable(act.GetType());
        return Expression.Lambda<Func<PolicyDecision>>(Expression.Block(
            [kept],
            Expression.Assign(kept, Expression.Unbox(Expression.Constant(act, typeof(object)), act.GetType())),
            Expression.Call(explain, kept, Expression.Constant(WhenIncomplete.Assume)))).Compile();
    }

    private static long Allocated<T>(Func<T> work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // Decides a case a thousand times, without reflection: the sum of the outcomes.
    private static Func<int> Thousand(MethodInfo decide, object act)
    {
        ParameterExpression kept = Expression.Variable(act.GetType());
        ParameterExpression left = Expression.Variable(typeof(int));
        ParameterExpression sum = Expression.Variable(typeof(int));
        LabelTarget end = Expression.Label(typeof(int));
        return Expression.Lambda<Func<int>>(Expression.Block(
            [kept, left, sum],
            Expression.Assign(kept, Expression.Unbox(Expression.Constant(act, typeof(object)), act.GetType())),
            Expression.Assign(left, Expression.Constant(1000)),
            Expression.Loop(
                Expression.IfThenElse(
                    Expression.GreaterThan(Expression.PostDecrementAssign(left), Expression.Constant(0)),
                    Expression.AddAssign(sum, Expression.Convert(Expression.Call(decide, kept, Expression.Constant(WhenIncomplete.Assume)), typeof(int))),
                    Expression.Break(end, sum)),
                end))).Compile();
    }
}
