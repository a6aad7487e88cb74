using System.Diagnostics;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Testing.Corpora;
using PolicyLang.Workspaces;

namespace PolicyLang.Tests.Conflicts;

/// <summary>Inputs made to be hard are answered soon, or said not to be; nothing is left out in silence and nothing runs out of memory or stack.</summary>
public sealed class LimitTests
{
    [Fact]
    public void Lists_negated_and_crossed_are_answered_or_said_not_to_be()
    {
        ImmutableArray<Diagnostic> found = Answer(HardLaw.CrossedLists(100), out Workspace workspace);
        Assert.Contains(found, d => d.Code is "PL9001" or "PL9002" && d.Message.Contains("'F.Hard'") && d.Help is not null);
        Assert.Contains(workspace.OpenConflicts, c => c.Clauses.SequenceEqual(["F.Ban", "F.Leave"]));
    }

    [Fact]
    public void A_hundred_clauses_with_lists_negated_and_crossed_are_decided()
    {
        ImmutableArray<Diagnostic> found = Answer(HardLaw.ListsInEveryClause(100), out Workspace workspace);
        Assert.DoesNotContain(found, d => d.Code.StartsWith("PL9", StringComparison.Ordinal));
        Assert.True(workspace.OpenConflicts.Length > 1_000);
    }

    [Fact]
    public void World_wide_clauses_that_all_overlap_are_named_where_their_pairs_are_too_many()
    {
        ImmutableArray<Diagnostic> found = Answer(HardLaw.WorldWide(2_000), out Workspace workspace);
        ImmutableHashSet<string> named = [.. found.Where(d => d.Code == "PL9002").Select(d => d.Location.Text.Slice(d.Location.Span))];
        ImmutableHashSet<string> told = [.. workspace.OpenConflicts.SelectMany(c => c.Clauses)];
        Assert.All(Enumerable.Range(0, 2_000), i => Assert.True(named.Contains($"C{i}") || told.Contains($"F.C{i}"), $"C{i} is passed over in silence"));
        Assert.NotEmpty(named);
        Assert.Contains("G.Ban", told);
    }

    [Fact]
    public void Clauses_whose_pairs_are_too_many_are_named_where_no_conflict_asks_about_them_either()
    {
        string clauses = string.Concat(Enumerable.Range(0, 400).Select(i =>
            $"  transfer P{i} {{ Exporter may transfer Health from DE to US }}\n  transfer B{i} {{ Exporter must not transfer Health from DE to US }}\n"));
        ImmutableArray<Diagnostic> found = Answer($"framework F {{\n  authority EU\n  in force from 2020-01-01\n{clauses}}}\n", out _);
        Assert.Equal(800, found.Count(d => d.Code == "PL9002"));
        Assert.DoesNotContain(found, d => d.Code.StartsWith("PL5", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(2_000)]
    public void Blocs_of_blocs_are_decided_however_deep(int depth)
    {
        Answer(HardLaw.BlocsOfBlocs(depth), out Workspace workspace);
        Assert.Equal(["F.Ban", "F.Leave"], Assert.Single(workspace.OpenConflicts).Clauses);
        Assert.Equal(["DE", "FR"], BlocMembership.PeriodsOf(workspace.Model.Blocs.First(b => b.Name == $"B{Math.Min(depth, 100)}")).Select(p => p.Place.Name).Distinct().Order());
    }

    [Fact]
    public void Definitions_ten_thousand_deep_need_no_deep_stack()
    {
        Answer(HardLaw.DefinitionsOfDefinitions(10_000), out Workspace workspace);
        Assert.Equal(
            ["business_need", "explicit_consent"],
            Assert.Single(workspace.OpenConflicts).Witness.Facts.Where(f => f.Value is FlagValue { Value: true }).Select(f => f.Attribute).Order());
    }

    // On the stack that a pool thread has on every platform.
    private static ImmutableArray<Diagnostic> Answer(string text, out Workspace workspace)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        Workspace asked = Workspace.Empty.With("hard.policy", text);
        ImmutableArray<Diagnostic> found = [];
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    found = asked.Diagnostics;
                }
                catch (Exception e)
                {
                    thrown = e;
                }
            },
            1 << 20);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
        Assert.DoesNotContain(found, d => d.Code.StartsWith("PL1", StringComparison.Ordinal) || d.Code.StartsWith("PL2", StringComparison.Ordinal));

        // The promise is ten seconds; test machines are slow and busy.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 1L << 30);
        workspace = asked;
        return found;
    }
}
