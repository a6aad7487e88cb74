using PolicyLang.Analysis.Compatibility;
using PolicyLang.Analysis.Interop;
using PolicyLang.Decisions;
using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using Rule = PolicyLang.Oracle.Meaning.Rule;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Compares how two laws stand to each other, case by case.</summary>
internal sealed class InteropComparison
{
    private const int Pairs = 3;
    private const int Cases = 40;

    // The values of a part are those of all its cases.
    private const int MostEnumerated = 500;

    private readonly AnalysedWorld _world;
    private readonly Dictionary<(Judgement, string), Judgement> _under = [];
    private readonly (string First, string Second) _laws;

    private InteropComparison(AnalysedWorld world, string first, string second) => (_world, _laws) = (world, (first, second));

    public static (int Compared, IEnumerable<string> Differences) Compare(AnalysedWorld world) => Compare(
        world, (book, first, second) => new InteropBuilder(book, first, second).Parts(book.Existing).Select(p => ($"{p.Kind} {p.First} {p.Second}", p.Cases)),
        (comparison, c) => comparison.Expected(c), withValues: true);

    /// <summary>The same of an offer and a request.</summary>
    public static (int Compared, IEnumerable<string> Differences) CompareOffers(AnalysedWorld world) => Compare(
        world, (book, first, second) => new CompatibilityBuilder(book, first, second).Parts(book.Existing).Select(p => (p.Kind.ToString(), p.Cases)),
        (comparison, c) => comparison.ExpectedOfOffer(c), withValues: false);

    private static (int Compared, IEnumerable<string> Differences) Compare(
        AnalysedWorld world, Func<RuleBook, Semantics.Symbol, Semantics.Symbol, IEnumerable<(string Name, Region Cases)>> parts,
        Func<InteropComparison, Case, IEnumerable<string>> expected, bool withValues)
    {
        ImmutableArray<FrameworkSymbol> frameworks = [.. world.Workspace.Model.Frameworks.Where(f => f.Clauses.Any(c => c.Meaning?.Modality is not null))];
        Semantics.Symbol[] laws = [.. frameworks, .. frameworks.Select(f => f.Authority).OfType<Semantics.Symbol>().Distinct()];
        var found = new List<string>();
        int compared = 0;
        for (int i = 0; i < Pairs && laws.Length > 1; i++)
        {
            Semantics.Symbol first = laws[world.Random.Next(laws.Length)];
            Semantics.Symbol second = laws[world.Random.Next(laws.Length)];
            var comparison = new InteropComparison(world, first.Name, second.Name);
            Case[] cases = [.. Enumerable.Range(0, Cases).Select(_ => world.Draw()).OfType<Case>()];
            compared += cases.Length;
            found.AddRange(world.Workspace.WithRules(book =>
            {
                using var budget = book.Space.Regions.Open();
                (string Name, Region Cases)[] all = [.. parts(book, first, second)];
                string[] shares = withValues && world.Court.Judgements.Length <= MostEnumerated ? [.. comparison.Shares(book, all)] : [];
                return shares.Concat(cases.SelectMany(c =>
                {
                    long[] values = new CaseReader(book.Space).Read(world.Facts(c), out ImmutableArray<string> problems) ?? throw new InvalidOperationException(string.Join(" ", problems));
                    IEnumerable<string> actual = all.Where(p => book.Space.Regions.Holds(p.Cases, values)).Select(p => p.Name);
                    return AnalysedWorld.Differ($"{first.Name} and {second.Name} at {world.Translator.Tell(c)}", expected(comparison, c), actual);
                })).ToList();
            }));
        }

        return (compared, found);
    }

    // Of each part and attribute, the values that occur, among those that the oracle tells apart.
    private IEnumerable<string> Shares(RuleBook book, (string Name, Region Cases)[] parts)
    {
        var shares = new RegionShares(book.Space, book.Space.Regions.Union([.. parts.Select(p => p.Cases)]));
        ILookup<string, Case> expected = _world.Court.Judgements.SelectMany(j => Expected(j).Select(part => (part, j.Case))).ToLookup(e => e.part, e => e.Case);
        Case[] all = [.. expected.SelectMany(e => e)];
        foreach ((string name, Region cases) in parts)
        {
            ImmutableArray<InteropShare> told = shares.Of(cases);
            Case[] own = [.. expected[name]];
            for (int a = 0; a < _world.Court.Law.Attributes.Length; a++)
            {
                AttributeModel attribute = _world.Court.Law.Attributes[a];
                string[] whole = [.. all.SelectMany(c => Values(attribute, c[a])).Distinct()];
                string[] had = [.. own.SelectMany(c => Values(attribute, c[a])).Distinct()];
                InteropShare? share = told.FirstOrDefault(s => s.Attribute == attribute.Name);
                if (share is not { Names.IsEmpty: true, Part: > 0 })
                {
                    IEnumerable<string> actual = share is null ? whole : whole.Where(v => share.Names.Contains(v));
                    foreach (string line in AnalysedWorld.Differ($"{_laws}, {name}, values of {attribute.Name}", had, actual))
                    {
                        yield return line;
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Values(AttributeModel attribute, object value) => value switch
    {
        bool flag => [flag ? attribute.Name : $"not {attribute.Name}"],
        Leaf leaf => leaf.IsRoot ? [] : [leaf.Name],
        ImmutableArray<Leaf> leaves => leaves.Select(l => l.Name),
        _ => [],
    };

    private IEnumerable<string> Expected(Case c) => Expected(_world.Court.Find(c) ?? throw new InvalidOperationException("There is no such case."));

    private IEnumerable<string> Expected(Judgement judgement)
    {
        if (IsIncompatible(judgement, _laws.First, _laws.Second) || IsIncompatible(judgement, _laws.Second, _laws.First))
        {
            return [$"{InteropKind.Incompatible}  "];
        }

        Verdict one = Under(judgement, _laws.First).Verdict;
        Verdict other = Under(judgement, _laws.Second).Verdict;
        return one == Verdict.Unregulated && other == Verdict.Unregulated ? [] : [$"{Kind(one, other)} {one} {other}"];
    }

    // What the request permits it asks for.
    private IEnumerable<string> ExpectedOfOffer(Case c)
    {
        Judgement judgement = _world.Court.Find(c) ?? throw new InvalidOperationException("There is no such case.");
        if (IsIncompatible(judgement, _laws.First, _laws.Second) || IsIncompatible(judgement, _laws.Second, _laws.First))
        {
            return ["Incompatible"];
        }

        Verdict offer = Under(judgement, _laws.First).Verdict;
        Verdict request = Under(judgement, _laws.Second).Verdict;
        return request == Verdict.Permitted
            ? [offer == Verdict.Permitted ? "Together" : offer == Verdict.Unregulated ? "NotOffered" : "Refused"]
            : offer == Verdict.Permitted && request != Verdict.Unregulated ? ["Excluded"] : [];
    }

    private static InteropKind Kind(Verdict one, Verdict other) =>
        one == other ? InteropKind.Common
        : one == Verdict.Unregulated ? InteropKind.SilentInFirst
        : other == Verdict.Unregulated ? InteropKind.SilentInSecond
        : one > other ? InteropKind.StricterInFirst
        : InteropKind.StricterInSecond;

    // A duty of the one that stands here, which the other prohibits, and of which no choice is left.
    private bool IsIncompatible(Judgement judgement, string duties, string prohibitions)
    {
        Situation situation = _world.Court.SituationOf(judgement);
        return Prohibits(judgement, prohibitions) && _world.Court.Rules
            .Where(o => o is { Kind: RuleKind.Obligation, IsSoft: false } && IsUnder(o, duties) && Under(judgement, duties).Stands(o))
            .Any(o => IsUnavoidable(situation, o, duties, [duties, prohibitions]) && !IsUnavoidable(situation, o, duties, [duties]));
    }

    private bool IsUnavoidable(Situation situation, Meaning.Rule duty, string duties, string[] prohibitions) =>
        situation.Choices.Any(j => Under(j, duties).Stands(duty))
        && situation.Choices.All(j => duty.IsTriggered(j.Case) && (!duty.Part.Act(j.Case) || prohibitions.Any(p => Prohibits(j, p))));

    private bool Prohibits(Judgement judgement, string law) =>
        Under(judgement, law).Fates.Any(f => f.Stands && f.Rule is { Kind: RuleKind.Prohibition, IsSoft: false });

    private static bool IsUnder(Meaning.Rule rule, string law) => rule.Order == law || rule.Framework.Name == law;

    private Judgement Under(Judgement judgement, string law)
    {
        if (!_under.TryGetValue((judgement, law), out Judgement? under))
        {
            _under.Add((judgement, law), under = _world.Court.Under(judgement, [law]));
        }

        return under;
    }
}
