using System.Linq.Expressions;
using System.Reflection;
using PolicyLang.Decisions;
using PolicyLang.Runtime;
using PolicyLang.Testing;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>Deciding a case leaves nothing for the garbage collector.</summary>
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

    private static long Allocated(Func<int> thousand)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        thousand();
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
