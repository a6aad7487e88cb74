using PolicyLang.Analysis.Coverage;
using PolicyLang.Analysis.Gaps;
using PolicyLang.Decisions;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Semantics;
using AttributeType = PolicyLang.Oracle.Model.AttributeType;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Compares gaps and boundaries with single decisions.</summary>
internal static class GapComparison
{
    private const int Cases = 60;

    public static (int Compared, IEnumerable<string> Differences) Gaps(AnalysedWorld world)
    {
        (int action, int data) = (world.Court.Lexicon.Attribute(BuiltInAttributes.Action), world.Court.Lexicon.Attribute(BuiltInAttributes.Data));
        HashSet<(Leaf, Leaf)> spoken = [.. world.Court.Judgements.Where(j => j.Verdict != Verdict.Unregulated).Select(j => (j.Case.Leaf(action), j.Case.Leaf(data)))];
        Case[] cases = [.. Enumerable.Range(0, Cases).Select(_ => world.Draw()).OfType<Case>()];
        return (cases.Length, world.Workspace.WithRules(book =>
        {
            using var budget = book.Space.Regions.Open();
            Regions.Region gaps = new GapFinder(book, [], []).Unregulated(book.Existing);
            return cases.SelectMany(c =>
            {
                long[] values = new CaseReader(book.Space).Read(world.Facts(c), out ImmutableArray<string> problems) ?? throw new InvalidOperationException(string.Join(" ", problems));
                bool expected = world.Court.Find(c)?.Verdict == Verdict.Unregulated && spoken.Contains((c.Leaf(action), c.Leaf(data)));
                return AnalysedWorld.Differ($"gap at {world.Translator.Tell(c)}", [$"{expected}"], [$"{book.Space.Regions.Holds(gaps, values)}"]);
            }).ToList();
        }));
    }

    public static (int Compared, IEnumerable<string> Differences) Boundaries(AnalysedWorld world)
    {
        HashSet<int> clocks = [.. world.Court.World.Clocks.SelectMany(k => k.Attributes)];
        int[] numbers = [.. Enumerable.Range(0, world.Court.Law.Attributes.Length).Where(a => world.Court.Law.Attributes[a].Type is AttributeType.Date or AttributeType.Count && !clocks.Contains(a))];
        CoverageReport report = world.Workspace.WithRules(book =>
        {
            using var budget = book.Space.Regions.Open();
            return new CoverageFinder(book).Find(_ => true);
        });

        // Where clocks make the numbers of a case depend on each other, one step alone is no case.
        string[] expected = [.. clocks.Count > 0 ? [] : numbers.SelectMany(a => Expected(world, a))];
        IEnumerable<string> actual = report.Sides.Where(s => s.IsFirst && clocks.Count == 0)
            .Select(s => $"{s.Clause.QualifiedName} {s.Attribute} {s.Value}");
        return (1 + expected.Length, AnalysedWorld.Differ("boundaries", expected, actual));
    }

    private static IEnumerable<string> Expected(AnalysedWorld world, int attribute)
    {
        string name = world.Court.Law.Attributes[attribute].Name;
        IReadOnlyList<(long First, long Last)> stretches = world.Court.World.Stretches(attribute);
        IReadOnlyList<object> domain = world.Court.World.Domain(attribute);
        for (int i = 1; i < domain.Count; i++)
        {
            string value = name == BuiltInAttributes.Date ? DateOnly.FromDayNumber((int)stretches[i].First).ToString("yyyy-MM-dd") : $"{stretches[i].First}";
            HashSet<string> clauses = [];
            foreach (Judgement after in world.Court.Judgements.Where(j => j.Case.Number(attribute) == (long)domain[i]))
            {
                if (world.Court.Find(world.With(after.Case, (name, domain[i - 1]))) is { } before)
                {
                    clauses.UnionWith(world.Court.Rules.Where(r => !r.IsLawMaking).GroupBy(r => r.Clause).Where(g => g.Any(after.Stands) != g.Any(before.Stands)).Select(g => g.Key));
                }
            }

            foreach (string clause in clauses)
            {
                yield return $"{clause} {name} {value}";
            }
        }
    }
}
