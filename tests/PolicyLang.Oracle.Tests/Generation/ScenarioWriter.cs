using PolicyLang.Decisions;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Tests.Comparison;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>A scenario, and its cases as the oracle knows them.</summary>
/// <param name="Model">What is written.</param>
/// <param name="Cases">Its cases; empty where the one that it tells does not exist.</param>
internal sealed record WrittenScenario(ScenarioModel Model, ImmutableArray<Case> Cases);

/// <summary>Makes scenarios about cases of a workspace, with expectations of which some are met.</summary>
/// <param name="court">The oracle.</param>
/// <param name="conflicts">Its conflicts.</param>
/// <param name="translator">Says what a case has to state.</param>
/// <param name="random">Chooses.</param>
internal sealed class ScenarioWriter(Court court, Verdicts.Conflicts conflicts, Translator translator, Random random)
{
    private const int Attempts = 4;
    private readonly Telling _telling = new(court, random);
    private readonly string[] _clauses = [.. court.Law.Frameworks.SelectMany(f => f.Clauses.Select(c => $"{f.Name}.{c.Name}"))];

    /// <summary>A scenario; null where a case was drawn that none can tell.</summary>
    public WrittenScenario? Write(string title)
    {
        if (_clauses.Length == 0 || _telling.Exact(Draw()) is not { } told || Facts(told.Case, told.Events) is not { } facts)
        {
            return null;
        }

        (ImmutableArray<FactModel> all, ImmutableArray<Case> cases) = facts;
        string[] law = [.. court.Law.Frameworks.Select(f => f.Name).Concat(court.Law.Frameworks.Select(f => f.Authority)).Distinct()];
        ImmutableArray<string> under = Percent(25) ? [.. law.OrderBy(_ => random.Next()).Take(1 + random.Next(2))] : [];
        if (cases.Any(c => court.Find(c) is null))
        {
            return cases.Length > 1 ? null : new WrittenScenario(new ScenarioModel(title, all, under, [new AppliesExpectation(Clause(), true)]), []);
        }

        var verdicts = new Scenarios(court, conflicts, under, cases);
        ImmutableArray<Expectation> expectations = [.. Enumerable.Range(0, 5).Select(_ => Expect(verdicts, cases)).Prepend(Outcome(verdicts)).OfType<Expectation>().Distinct()];
        return new WrittenScenario(new ScenarioModel(title, all, under, expectations), cases);
    }

    // Mostly one of which some law speaks; where some cases do not exist, now and then one of these.
    private Case Draw()
    {
        if (!court.Law.Assumptions.IsEmpty && Percent(15))
        {
            return court.World.Draw(random);
        }

        Judgement judgement = court.Judgements[random.Next(court.Judgements.Length)];
        for (int attempt = 0; attempt < Attempts && judgement.Verdict == Verdict.Unregulated; attempt++)
        {
            judgement = court.Judgements[random.Next(court.Judgements.Length)];
        }

        return judgement.Case;
    }

    // A scenario names an act and whole numbers of months and working days.
    private (ImmutableArray<FactModel> Facts, ImmutableArray<Case> Cases)? Facts(Case c, ImmutableDictionary<string, DateOnly> events)
    {
        int action = court.Lexicon.Attribute("action");
        HashSet<int> stated = [action, .. translator.Needed(c), .. translator.Stateable(c).Where(_ => Percent(50))];
        var facts = new List<FactModel>();
        if (Percent(30) && court.World.Clocks is { IsEmpty: false } all && all[random.Next(all.Length)] is var clocks && _telling.ByOne(c, clocks, events) is { } told)
        {
            c = told.Case;
            stated = [action, .. translator.Needed(c).Except(clocks.Attributes), .. told.Clock is { } clock ? [clock] : Array.Empty<int>()];
            facts.AddRange(told.Clock is null ? [new FactModel($"since_{clocks.Event}", [PolicyText.Day(told.Since)])] : []);
        }

        if (court.Law.Attributes.Select((a, i) => a.IsHalved && stated.Contains(i) && c.Number(i) % 2 != 0).Any(x => x) || c.Leaf(action).IsRoot)
        {
            return null;
        }

        facts.AddRange(translator.Facts(c, stated).Select(f => new FactModel(f.Attribute, f.Values)));
        return facts.Exists(f => f.Attribute == "data") && Several(c) is { } other ? ([.. facts.Select(f => f.Attribute == "data" ? f with { Values = [.. f.Values, other.Leaf(court.Lexicon.Attribute("data")).Name] } : f)], [c, other]) : ([.. facts], [c]);
    }

    // The same with another kind of data.
    private Case? Several(Case c)
    {
        int data = court.Lexicon.Attribute("data");
        Leaf[] kinds = [.. court.World.Domain(data).Cast<Leaf>().Where(l => !l.IsRoot && l != c.Leaf(data))];
        return c.Leaf(data).IsRoot || kinds.Length == 0 || !Percent(40) ? null : new Case([.. court.Law.Attributes.Select((_, a) => a == data ? kinds[random.Next(kinds.Length)] : c[a])]);
    }

    private OutcomeExpectation Outcome(Scenarios verdicts)
    {
        string outcome = Percent(70) ? verdicts.Outcome.ToString() : ((Verdict)random.Next(4)).ToString();
        string[] giving = [.. verdicts.Giving().Order(StringComparer.Ordinal)];
        ImmutableArray<string> by = Percent(50) ? [] : giving.Length > 0 && Percent(60) ? [.. giving.Take(1 + random.Next(2))] : [Clause()];
        return new OutcomeExpectation(outcome.ToLowerInvariant(), by);
    }

    private Expectation? Expect(Scenarios verdicts, ImmutableArray<Case> cases) => random.Next(8) switch
    {
        0 => Conflict(verdicts),
        1 => new NoConflictExpectation(Percent(40) ? [] : Sides()),
        2 => new AppliesExpectation(Percent(60) ? Some(verdicts.Applying()) : Clause(), Percent(50)),
        3 => Advice(verdicts, cases),
        4 => new DutyExpectation(Some(verdicts.Duties())),
        5 => new DutyExpectation(Clause()),
        _ => Way(verdicts, cases),
    };

    private ConflictExpectation? Conflict(Scenarios verdicts)
    {
        Finding[] holding = [.. verdicts.Holding()];
        IReadOnlyList<Finding> all = holding.Length > 0 && Percent(60) ? holding : conflicts.All();
        string[] clauses = all.Count > 0 && Percent(80) ? [.. all[random.Next(all.Count)].Rules.Select(r => r.Clause).Distinct()] : [Clause(), Clause()];
        return clauses.Distinct().Count() > 1 ? new ConflictExpectation([.. clauses.Order(StringComparer.Ordinal)]) : null;
    }

    private ImmutableArray<string> Sides()
    {
        string[] sides = [.. court.Law.Frameworks.SelectMany(f => f.Clauses.SelectMany(c => new[] { $"{f.Name}.{c.Name}", f.Name, PolicyText.LawOf + f.Authority })).Distinct()];
        return sides.Length > 1 ? [.. sides.OrderBy(_ => random.Next()).Take(2)] : [];
    }

    private AdviceExpectation Advice(Scenarios verdicts, ImmutableArray<Case> cases)
    {
        (Meaning.Rule Rule, bool Discourages)[] given = [.. cases.Select(court.Find).OfType<Judgement>().SelectMany(Verdicts.Decisions.Advice)];
        return given.Length > 0 && Percent(70) ? new AdviceExpectation(Percent(80) == given[0].Discourages, [given[0].Rule.Clause]) : new AdviceExpectation(Percent(50), [Some(verdicts.Applying())]);
    }

    // Nodes that no sentence names do as well as each other, and which of them is told is left open.
    private Expectation Way(Scenarios verdicts, ImmutableArray<Case> cases)
    {
        Step[] single = [.. cases.SelectMany(verdicts.Ways).Where(w => w.Steps.Count == 1).Select(w => w.Steps.Single())];
        Step? step = single.Length > 0 && Percent(80) ? single[random.Next(single.Length)] : null;
        return step is { Value: long number } && court.Law.Attributes[step.Attribute] is { Chosen: true, Name: not "ma" } attribute ? new WaitExpectation(Duration(attribute, number))
            : step is { Value: Leaf leaf } && Kind(step, cases[0]) is { } kind && IsNamed(step.Attribute, leaf) ? new WayExpectation(kind, leaf.Name)
            : OtherWay(cases[0]);
    }

    private Expectation OtherWay(Case c)
    {
        WayKind kind = (WayKind)random.Next(4);
        string attribute = kind switch { WayKind.SendTo => "destination", WayKind.StoreIn => "location", _ => "safeguards" };
        string[] named = [.. court.Lexicon.Leaves(court.Law.Attributes[court.Lexicon.Attribute(attribute)].Taxonomy ?? "").Where(l => IsNamed(court.Lexicon.Attribute(attribute), l)).Select(l => l.Name)];
        return named.Length > 0 && Percent(80) ? new WayExpectation(kind, named[random.Next(named.Length)]) : new WaitExpectation(new Duration(1 + random.Next(72), ClockUnit.Hours, null));
    }

    private bool IsNamed(int attribute, Leaf leaf) => court.World.Notes.NodesOf(attribute).Any(leaf.IsWithin);

    private WayKind? Kind(Step step, Case c) => court.Law.Attributes[step.Attribute].Name switch
    {
        "destination" => WayKind.SendTo,
        "location" => WayKind.StoreIn,
        "safeguards" => c.Leaves(step.Attribute).Contains((Leaf)step.Value) ? WayKind.Remove : WayKind.Add,
        _ => null,
    };

    // Off by one now and then, and by the hour after which a prohibition has ended.
    private Duration Duration(AttributeModel clock, long number)
    {
        string? @event = clock.Name.Contains("since_fa", StringComparison.Ordinal) ? "fa" : null;
        ClockUnit unit = clock.Name.Contains("months", StringComparison.Ordinal) ? ClockUnit.Months : clock.Name.Contains("working", StringComparison.Ordinal) ? ClockUnit.WorkingDays : ClockUnit.Hours;
        long length = clock.IsHalved ? number / 2 : number;
        return new Duration(Math.Max(1, Math.Min(1_000_000, length - (Percent(40) ? random.Next(3) : 0))), unit, @event);
    }

    private string Some(IEnumerable<string> clauses) => clauses.Distinct().Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } all ? all[random.Next(all.Length)] : Clause();

    private string Clause() => _clauses[random.Next(_clauses.Length)];

    private bool Percent(int chance) => random.Next(100) < chance;
}
