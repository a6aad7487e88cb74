using PolicyLang.Analysis;
using PolicyLang.Analysis.Routes;
using PolicyLang.Analysis.Storage;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Compares routes and places to store in with single decisions.</summary>
internal static class RouteComparison
{
    private const int Questions = 4;

    public static (int Compared, IEnumerable<string> Differences) Routes(AnalysedWorld world)
    {
        var found = new List<string>();
        int compared = 0;
        Leaf[] places = [.. world.Places(BuiltInAttributes.Origin).Concat(world.Places(BuiltInAttributes.Destination)).Distinct()];
        foreach (Case drawn in Enumerable.Range(0, places.Length < 2 ? 0 : Questions).Select(_ => world.Draw()).OfType<Case>())
        {
            Leaf[] ends = [.. places.OrderBy(_ => world.Random.Next()).Take(2)];
            ImmutableArray<RawFact> facts = world.Facts(drawn, BuiltInAttributes.Origin, BuiltInAttributes.Destination, BuiltInAttributes.Collected);
            RouteReport? report = world.Workspace.Routes(facts, ends[0].Name, ends[1].Name, out ImmutableArray<Problem> problems);
            if (report is null)
            {
                found.Add(string.Join(" ", problems));
                continue;
            }

            compared++;
            bool Lawful(Leaf from, Leaf to) => At(world, drawn, ends[0], from, to) is { } j && Verdicts.Decisions.IsLawful(j);
            string at = $"{ends[0]} to {ends[1]} of {world.Translator.Tell(drawn)}";
            bool direct = Lawful(ends[0], ends[1]);
            IEnumerable<Leaf> vias = direct ? [] : places.Where(v => !ends.Contains(v) && Lawful(ends[0], v) && Lawful(v, ends[1]));
            found.AddRange(AnalysedWorld.Differ(
                $"detours {at}", vias.Select(v => v.Name), places.Where(v => report.Detours.Any(d => d.Via.Places.Any(p => p.Name == v.Name))).Select(v => v.Name)));
            found.AddRange(AnalysedWorld.Differ($"direct {at}", [$"{direct}"], [$"{RouteCosts.Of(report.Direct.Cell) == 0}"]));
            bool free = Reaches(ends[0], ends[1], places, Lawful);
            found.AddRange(free && (report.Cheapest.IsEmpty || report.Cost > 0) ? [$"free route {at}: oracle has one, compiler costs {report.Cost}"] : []);
            found.AddRange(report.Cheapest.Where(h => Known(places, h.From) is not null && Known(places, h.To) is not null).SelectMany(h => AnalysedWorld.Differ(
                $"cost of {h.From.Name} to {h.To.Name} {at}", [$"{Cost(world, At(world, drawn, ends[0], Known(places, h.From)!, Known(places, h.To)!))}"], [$"{h.Cost}"])));
            found.AddRange(report.Cheapest.Where(h => h.Cost == 0 && Known(places, h.From) is { } from && Known(places, h.To) is { } to && !Lawful(from, to)).Select(h => $"hop {h.From.Name} to {h.To.Name} {at} is not lawful"));
        }

        return (compared, found);
    }

    public static (int Compared, IEnumerable<string> Differences) Storage(AnalysedWorld world)
    {
        var found = new List<string>();
        int compared = 0;
        foreach (Case drawn in Enumerable.Range(0, Questions).Select(_ => world.Draw()).OfType<Case>())
        {
            StorageReport? report = world.Workspace.Storage(world.Facts(drawn), [], out ImmutableArray<Problem> problems);
            if (report is null)
            {
                found.Add(string.Join(" ", problems));
                continue;
            }

            compared++;
            string at = world.Translator.Tell(drawn);
            ImmutableArray<(Rule Duty, Leaf[] Places)> duties = [.. Duties(world, drawn)];
            Leaf[] places = [.. world.Places(BuiltInAttributes.Location)];
            if (places.Length == 0)
            {
                // No sentence speaks of where, so that the oracle has no places.
                continue;
            }

            found.AddRange(AnalysedWorld.Differ(
                $"duties at {at}",
                duties.Select(d => $"{d.Duty.Clause} in {string.Join(",", d.Places.Select(p => p.Name).Order(StringComparer.Ordinal))}"),
                report.Duties.Select(d => $"{d.Clause} in {string.Join(",", places.Where(p => d.Places.Any(n => n.Name == p.Name)).Select(p => p.Name).Order(StringComparer.Ordinal))}")));
            int fewest = duties.Any(d => d.Places.Length == 0) ? 0
                : Subsets(places).Where(s => duties.All(d => d.Places.Any(s.Contains))).Min(s => s.Length);
            found.AddRange(AnalysedWorld.Differ($"places at {at}", [$"{fewest}"], [$"{report.Places.Length}"]));
        }

        return (compared, found);
    }

    // The duties of which every way is to store, with the places of the ways that nothing prohibits.
    private static IEnumerable<(Rule Duty, Leaf[] Places)> Duties(AnalysedWorld world, Case drawn)
    {
        (int action, int location) = (world.Court.Lexicon.Attribute(BuiltInAttributes.Action), world.Court.Lexicon.Attribute(BuiltInAttributes.Location));
        Node store = world.Court.Lexicon.Find("action", "store") ?? throw new InvalidOperationException("There is no store.");
        Judgement judgement = world.Court.Find(drawn) ?? throw new InvalidOperationException("There is no such case.");
        Situation situation = world.Court.SituationOf(judgement);
        foreach (Rule duty in world.Court.Rules.Where(o => o is { Kind: RuleKind.Obligation, IsSoft: false } && o.IsTriggered(drawn)))
        {
            Judgement[] ways = [.. situation.Choices.Where(j => j.Stands(duty))];
            if (ways.Length > 0 && ways.All(j => j.Case.Leaf(action).IsWithin(store)))
            {
                yield return (duty, [.. ways.Where(Allows).Select(j => j.Case.Leaf(location)).Where(l => !l.IsRoot).Distinct()]);
            }
        }
    }

    private static bool Allows(Judgement way) => !way.Fates.Any(f => f.Stands && f.Rule is { Kind: RuleKind.Prohibition, IsSoft: false });

    private static IEnumerable<Leaf[]> Subsets(Leaf[] places) =>
        Enumerable.Range(0, 1 << places.Length).Select(mask => places.Where((_, i) => (mask >> i & 1) != 0).ToArray());

    private static bool Reaches(Leaf from, Leaf to, Leaf[] places, Func<Leaf, Leaf, bool> lawful)
    {
        var reached = new HashSet<Leaf> { from };
        for (int before = 0; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(places.Where(p => reached.Any(r => r != p && lawful(r, p))).ToList());
        }

        return reached.Contains(to);
    }

    // The fewest things that a way to comply adds; one that sends elsewhere, or to others, is another transfer.
    public static int? Cost(AnalysedWorld world, Judgement? hop)
    {
        string[] transfer = [BuiltInAttributes.Destination, BuiltInAttributes.Location, BuiltInAttributes.Recipient];
        HashSet<int> kept = [.. transfer.Select(world.Court.Lexicon.Attribute)];
        return hop is null ? null
            : Verdicts.Decisions.IsLawful(hop) ? 0
            : Changes.Ways(world.Court, hop.Case).Where(w => !w.Steps.Any(s => kept.Contains(s.Attribute))).Select(w => (int?)w.Steps.Count).Min();
    }

    private static Leaf? Known(Leaf[] places, NodeSymbol node) => Array.Find(places, p => p.Name == node.Name);

    private static Judgement? At(AnalysedWorld world, Case c, Leaf start, Leaf from, Leaf to)
    {
        Leaf Kind(string attribute, Leaf place) => world.Court.World.Kind(world.Court.Lexicon.Attribute(attribute), place) ?? place;
        (string, object)[] changes =
        [
            (BuiltInAttributes.Origin, Kind(BuiltInAttributes.Origin, from)), (BuiltInAttributes.Destination, Kind(BuiltInAttributes.Destination, to)),
            (BuiltInAttributes.Collected, Kind(BuiltInAttributes.Collected, start)),
        ];
        return world.Court.Find(world.With(c, changes));
    }
}
