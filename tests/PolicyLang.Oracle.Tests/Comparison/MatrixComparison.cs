using PolicyLang.Analysis;
using PolicyLang.Analysis.Compliance;
using PolicyLang.Analysis.Routes;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Compares tables with single decisions.</summary>
internal static class MatrixComparison
{
    private const int Matrices = 3;
    private const int Sample = 20;

    public static (int Compared, IEnumerable<string> Differences) Transfers(AnalysedWorld world)
    {
        var found = new List<string>();
        int compared = 0;
        foreach (Case drawn in Enumerable.Range(0, Matrices).Select(_ => world.Draw()).Append(world.Draw(Safeguarded(world))).OfType<Case>())
        {
            ImmutableArray<RawFact> facts = world.Facts(drawn, BuiltInAttributes.Origin, BuiltInAttributes.Destination);
            if (world.Workspace.Matrix(facts, [], [], out ImmutableArray<Problem> problems) is not { } matrix)
            {
                found.Add(string.Join(" ", problems));
                continue;
            }

            foreach (Leaf origin in world.Places(BuiltInAttributes.Origin))
            {
                foreach (Leaf destination in world.Places(BuiltInAttributes.Destination))
                {
                    compared++;
                    Case c = world.With(drawn, (BuiltInAttributes.Origin, origin), (BuiltInAttributes.Destination, destination));
                    MatrixCell cell = matrix.Rows[IndexOf(matrix.Origins, origin)][IndexOf(matrix.Destinations, destination)];
                    found.AddRange(AnalysedWorld.Differ($"{origin} to {destination} of {world.Translator.Tell(drawn)}", [Expected(world.Court.Find(c))], [Actual(cell)]));
                    if (cell.Answer is TransferAnswer.Safeguards or TransferAnswer.Prohibited)
                    {
                        found.AddRange(AnalysedWorld.Differ($"cost of {origin} to {destination} of {world.Translator.Tell(drawn)}",
                            [$"{RouteComparison.Cost(world, world.Court.Find(c))}"], [$"{RouteCosts.Of(cell)}"]));
                    }
                }
            }
        }

        return (compared, found);
    }

    public static (int Compared, IEnumerable<string> Differences) Compliance(AnalysedWorld world)
    {
        var found = new List<string>();
        int compared = 0;
        Finding[] all = [.. new Verdicts.Conflicts(world.Court).Collisions.Where(f => f.Code is "PL4005" or "PL4006" && f.IsTold)];
        int date = world.Court.Lexicon.Attribute(BuiltInAttributes.Date);
        foreach (FrameworkSymbol treaty in world.Workspace.Model.Frameworks.Where(f => f.Clauses.Any(c => c.Meaning?.LawModality is not null)))
        {
            (long first, long last) = world.Court.World.Stretches(date)[world.Random.Next(world.Court.World.Stretches(date).Count)];
            ComplianceMatrix matrix = world.Workspace.Compliance(treaty, new CalendarDay((int)(world.Random.Next(2) == 0 ? first : last)), out _) ?? throw new InvalidOperationException();
            Finding[] today = [.. all.Where(f => world.Court.Situations.Any(s => s.Choices.Any(j => j.Case.Number(date) >= first && j.Case.Number(date) <= last && f.Arises(s, j))))];
            foreach (ComplianceRow row in matrix.Rows)
            {
                foreach ((ComplianceCell cell, TreatyArticle article) in row.Cells.Zip(matrix.Articles))
                {
                    compared++;
                    string name = $"{treaty.Name}.{article.Name}";
                    IEnumerable<string> expected = today.Where(f => f.Rules[0].Clause == name && f.Parties.Any(p => p == row.Party)).Select(f => $"{f.Code} {f.Clauses}");
                    found.AddRange(AnalysedWorld.Differ(
                        $"{row.Party} and {name} on {DateOnly.FromDayNumber((int)first)}",
                        expected,
                        cell.Breaches.Concat(cell.Missing).Where(c => c.Parties.Any(p => p.Party == row.Party)).Select(c => $"{c.Descriptor.Code} {string.Join("+", c.Clauses)}")));
                }
            }
        }

        return (compared, found);
    }

    // Transfers between places that a safeguard makes lawful: few of the cases drawn by chance are.
    private static ImmutableArray<Judgement> Safeguarded(AnalysedWorld world)
    {
        int[] ends = [world.Court.Lexicon.Attribute(BuiltInAttributes.Origin), world.Court.Lexicon.Attribute(BuiltInAttributes.Destination)];
        return
        [
            .. world.Court.Judgements.Where(j => j.Verdict == Verdict.Prohibited && ends.All(a => !j.Case.Leaf(a).IsRoot)).OrderBy(_ => world.Random.Next())
                .Take(Sample).Where(j => RouteComparison.Cost(world, j) is not null),
        ];
    }

    private static int IndexOf(ImmutableArray<MatrixPlace> places, Leaf leaf) => places.IndexOf(places.First(p => p.Places.Any(n => n.Name == leaf.Name)));

    private static string Expected(Judgement? judgement) => judgement?.Verdict switch
    {
        null => "Impossible",
        Verdict.Permitted => "Free",
        Verdict.Prohibited => "Prohibited",
        Verdict.Conflicting => "Conflicting",
        _ => "Unregulated",
    };

    private static string Actual(MatrixCell cell) => cell.Answer == TransferAnswer.Safeguards ? nameof(TransferAnswer.Prohibited) : cell.Answer.ToString();
}
