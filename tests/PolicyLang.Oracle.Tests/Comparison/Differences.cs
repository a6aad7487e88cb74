using PolicyLang.Analysis;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Workspaces;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Where the compiler and the oracle differ about a workspace.</summary>
internal sealed class Differences
{
    private readonly Court _court;
    private readonly Workspace _workspace;
    private readonly Translator _translator;
    private readonly Verdicts.Conflicts _conflicts;
    private readonly List<string> _found = [];

    private Differences(Court court)
    {
        _court = court;
        _conflicts = new Verdicts.Conflicts(court);
        _workspace = Workspace.Empty.With("law.policy", PolicyText.Of(court.Law));
        _translator = new Translator(court, _workspace.Model);
    }

    /// <summary>One line for each difference.</summary>
    /// <param name="court">The oracle.</param>
    /// <param name="kinds">The codes of conflicts to compare.</param>
    /// <param name="decisions">How many cases are decided.</param>
    /// <param name="seed">Chooses the cases.</param>
    public static IReadOnlyList<string> Of(Court court, IReadOnlySet<string> kinds, int decisions, int seed)
    {
        var differences = new Differences(court);
        try
        {
            differences.Compare(kinds, decisions, seed);
        }
        catch (Exception e) when (e.StackTrace?.Contains("PolicyLang.Core", StringComparison.Ordinal) == true)
        {
            differences._found.Add($"crash: {e}");
        }

        return differences._found;
    }

    private void Compare(IReadOnlySet<string> kinds, int decisions, int seed)
    {
        Read();
        if (_found.Count == 0)
        {
            CompareConflicts(kinds);
            CompareSuperfluous();
            CompareChecks();
            CompareDecisions(decisions, new Random(seed));

            _found.AddRange(new AddedLaw(_court, _conflicts, _workspace, new Random(seed)).Compare(accepts: seed % 3 == 0));
        }
    }

    // The generator writes what the compiler accepts: an error that is no conflict and no refuted check is a mistake of the generator.
    private void Read() => _found.AddRange(_workspace.Diagnostics
        .Where(d => d.Severity == DiagnosticSeverity.Error && !d.Code.StartsWith("PL4", StringComparison.Ordinal) && !d.Code.StartsWith("PL6", StringComparison.Ordinal))
        .Select(d => $"{d.Code} {d.Message}"));

    private void CompareConflicts(IReadOnlySet<string> kinds)
    {
        ImmutableArray<Finding> expected = [.. _conflicts.All().Where(f => kinds.Contains(f.Code))];
        ImmutableArray<Conflict> actual = _workspace.Conflicts;
        foreach (Finding finding in expected.Where(f => !actual.Any(c => Name(c) == Name(f))))
        {
            _found.Add($"missed: {Name(finding)}");
        }

        foreach (Conflict conflict in actual)
        {
            if (expected.FirstOrDefault(f => Name(f) == Name(conflict)) is { } finding)
            {
                Compare(conflict, finding);
            }
            else
            {
                _found.Add($"false: {Name(conflict)} at {CaseSentence.Write(conflict.Witness)}");
            }
        }
    }

    // What is resolved has no kind of its own.
    private static string Name(Conflict c) => c.Status == ConflictStatus.Resolved ? $"resolved {string.Join("+", c.Clauses)}" : $"{c.Descriptor.Code} {string.Join("+", c.Clauses)}";

    private static string Name(Finding f) => f.Status == "resolved" ? $"resolved {f.Clauses}" : $"{f.Code} {f.Clauses}";

    private void Compare(Conflict conflict, Finding finding)
    {
        if (_translator.Find(conflict.Witness) is not { } witness)
        {
            _found.Add($"{Name(conflict)}: there is no case {CaseSentence.Write(conflict.Witness)}");
            return;
        }

        Situation situation = _court.SituationOf(witness);
        // Several rules of the same clauses may collide in different cases.
        ImmutableArray<Finding> collisions = [.. _conflicts.Collisions.Where(f => Name(f) == Name(finding))];
        if (!collisions.Any(f => f.Arises(situation, witness)))
        {
            _found.Add($"{Name(conflict)}: does not arise at its witness {_translator.Tell(witness.Case)}");
        }

        if (conflict.Status == ConflictStatus.Excusable != (finding.Status == "excusable"))
        {
            _found.Add($"{Name(conflict)}: oracle {finding.Status}, compiler {conflict.Status}");
        }

        string[] parties = [.. conflict.Parties.Select(p => p.Party).Order(StringComparer.Ordinal)];
        if (finding.Code is "PL4005" or "PL4011" && finding.Status != "resolved" && !parties.SequenceEqual(finding.Parties))
        {
            _found.Add($"{Name(conflict)}: concerns [{string.Join(", ", finding.Parties)}] to the oracle, [{string.Join(", ", parties)}] to the compiler");
        }

        if (finding.Status != "resolved")
        {
            _found.AddRange(new ConflictDetails(_court, [.. collisions.Where(f => f.Badness == finding.Badness)]).Compare(conflict).Select(d => $"{Name(conflict)}: {d}"));
        }

        if (conflict.Resolution is { } resolution && !Fates(finding, witness).Any(f => conflict.Clauses.Contains(f.Rule.Clause) && IsFate(f, resolution.By, resolution.Prevails)))
        {
            _found.Add($"{Name(conflict)}: {resolution} is not what resolves it at {_translator.Tell(witness.Case)}");
        }

        if (conflict.Status == ConflictStatus.Avoidable && finding.Code == "PL4002")
        {
            CompareChoices(conflict, [.. collisions.Where(f => f.Arises(situation, witness))]);
        }
    }

    // What is owed is decided by what counts within an order, too, and between treaties by drafts.
    private static IEnumerable<Fate> Fates(Finding finding, Judgement witness) =>
        witness.Fates.Concat(finding.Code == "PL4005" || IsResolvedAdvice(finding) ? witness.FatesAlone : finding.Code == "PL4011" ? witness.FatesWithDrafts : []);

    // A tension, because soft law takes part in the breach.
    private static bool IsResolvedAdvice(Finding finding) => finding is { Code: "PL4009", Status: "resolved" } && finding.Rules[0].IsGuarantee;

    // Several rules of the clauses may collide; the choices are those of two of them.
    private void CompareChoices(Conflict conflict, ImmutableArray<Finding> collisions)
    {
        List<string> before = [.. _found];
        foreach (Finding finding in collisions)
        {
            _found.Clear();
            CompareChanges($"{Name(conflict)} choices at {CaseSentence.Write(conflict.Witness)}", _conflicts.Choices(finding.Rules[0], finding.Rules[1], _translator.Read(conflict.Witness)), conflict.AvoidBy, conflict.AvoidByIsComplete);
            if (_found.Count == 0)
            {
                break;
            }
        }

        _found.InsertRange(0, before);
    }

    private static bool IsFate(Fate fate, Semantics.Principle by, string winner) =>
        fate.Defeats.Any(d => d.Winner.Clause == winner && (d.Principle is null || d.Principle.ToString() == by.ToString()));

    // The first name in quotes is that of the clause.
    private void CompareSuperfluous() => Compare(
        "superfluous",
        new Superfluous(_court, _conflicts.All()).All(),
        _workspace.Diagnostics.Where(d => d.Code is "PL5001" or "PL5002").Select(d => $"{d.Code} {d.Message.Split('\'')[1]}"));

    private void CompareChecks()
    {
        CheckResult[] results = [.. _workspace.ProveChecks()];
        CheckOutcome[] expected = [.. _court.Law.Checks.Select((_, i) => Checks.Of(_court, i)), .. _court.Law.ConflictChecks.Select(c => Checks.Of(_court, _conflicts.All(), c))];
        for (int i = 0; i < results.Length; i++)
        {
            CheckOutcome actual = results[i].IsVacuous ? CheckOutcome.Vacuous : results[i].Failure is null ? CheckOutcome.Holds : CheckOutcome.Fails;
            if (actual != expected[i])
            {
                _found.Add($"check {i}: oracle {expected[i]}, compiler {actual} {results[i].Failure}");
            }
        }
    }

    private void CompareDecisions(int count, Random random)
    {
        var telling = new Telling(_court, random);
        for (int i = 0; i < count; i++)
        {
            Judgement judgement = _court.Judgements[random.Next(_court.Judgements.Length)];
            if (telling.Exact(judgement.Case) is { } told)
            {
                CompareDecision(told.Case, judgement, [.. _translator.Needed(told.Case), .. _translator.Stateable(told.Case).Where(_ => random.Next(2) == 0)], []);
                CompareByOne(telling, told.Case, told.Events, random);
            }
        }
    }

    // Of one event a single thing is told; what follows from it is known, but for working days.
    private void CompareByOne(Telling telling, Case c, ImmutableDictionary<string, DateOnly> events, Random random)
    {
        if (_court.World.Clocks.IsEmpty || _court.World.Clocks[random.Next(_court.World.Clocks.Length)] is not { } clocks || telling.ByOne(c, clocks, events) is not { } told || _court.Find(told.Case) is not { } judgement)
        {
            return;
        }

        HashSet<int> stated = [.. _translator.Needed(told.Case).Except(clocks.Attributes), .. told.Clock is { } clock ? [clock] : Array.Empty<int>()];
        if (told.Clock is null)
        {
            CompareDecision(told.Case, judgement, stated, [new RawFact($"since_{clocks.Event}", [told.Since.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)])], clocks);
        }
        else
        {
            CompareDecision(told.Case, judgement, stated, []);
        }
    }

    private void CompareDecision(Case c, Judgement judgement, HashSet<int> stated, ImmutableArray<RawFact> days, Clocks? known = null)
    {
        ImmutableArray<RawFact> facts = [.. _translator.Facts(c, stated), .. days];
        stated = known is null ? stated : [.. stated, .. new[] { known.Hours, known.Months }.OfType<int>()];
        string at = string.Join(" ", facts.Select(f => $"{f.Attribute}={string.Join("+", f.Values)}"));
        Decision? decision = _workspace.Decide(facts, out ImmutableArray<Problem> problems);
        if (decision is null)
        {
            _found.Add($"{at}: {string.Join(" ", problems)}");
            return;
        }

        Compare($"outcome at {at}", [judgement.Verdict.ToString()], [decision.Outcome.ToString()]);
        Compare($"orders at {at}", Verdicts.Decisions.Orders(judgement.Fates).Where(o => o.Value != Verdict.Unregulated).Select(o => $"{o.Key} {o.Value}"), decision.Orders.Where(o => o.Outcome != Outcome.Unregulated).Select(o => $"{o.Authority} {o.Outcome}"));
        List<Fate> fates = [.. judgement.Fates.Where(f => !f.Rule.IsSoft && f.Rule.Kind <= RuleKind.Exemption && f.Rule.Kind != RuleKind.Waiver)];
        Compare($"applied at {at}", fates.Where(f => f.Stands && f.Rule.Kind != RuleKind.Exemption).Select(f => f.Rule.Clause), decision.Applied);
        Compare($"defeated at {at}", fates.Where(f => !f.Stands && !HasExempted(f, judgement.Fates)).Select(f => f.Rule.Clause), decision.Defeated.Select(d => d.Clause));
        foreach (DefeatedClause defeated in decision.Defeated.Where(d => !fates.Exists(f => f.Rule.Clause == d.Clause && IsFate(f, d.Principle, d.By))))
        {
            _found.Add($"{defeated} is not why it fell at {at}");
        }

        ILookup<bool, string> duties = Verdicts.Decisions.Duties(_court, judgement).ToLookup(r => r.IsSoft, r => r.Clause);
        Compare($"duties at {at}", duties[false], decision.Duties);
        Compare($"soft duties at {at}", duties[true], decision.SoftDuties);
        Compare($"advice at {at}", Verdicts.Decisions.Advice(judgement).Select(a => $"{(a.Discourages ? AdviceKind.Discouraged : AdviceKind.Advised)} {a.Rule.Clause}"), decision.Advice.Select(a => $"{a.Kind} {a.Clause}"));
        CompareWays($"ways at {at}", Changes.Ways(_court, c), decision);
        if (decision.GroundsAreComplete)
        {
            CompareChanges($"grounds at {at}", Changes.Grounds(_court, c, stated), decision.OtherGrounds, decision.GroundsAreComplete);
            Compare($"assumed at {at}", Verdicts.Decisions.Assumed(_court, c, stated).Select(a => $"{_court.Law.Attributes[a].Name}={_translator.ValueText(a, c[a])}"), decision.Assumed.Select(f => $"{f.Attribute}={string.Join("+", RawFact.FromFact(f).Values)}"));
        }
    }

    // An exemption that has done its work is not defeated, whatever prevails afterwards.
    private static bool HasExempted(Fate fate, IEnumerable<Fate> all) => fate.Rule.Kind == RuleKind.Exemption && all.Any(f => f.Defeats.Any(d => d.Winner == fate.Rule));

    // Each way says what the act then is, and those that end permitted come first.
    private void CompareWays(string what, List<Change> expected, Decision decision)
    {
        ImmutableArray<ComplyingWay> actual = decision.Ways;
        CompareChanges(what, expected, [.. actual.Select(w => w.Change)], decision.WaysAreComplete);
        if (!actual.Select(w => w.Outcome).SequenceEqual(actual.Select(w => w.Outcome).OrderBy(o => o == Outcome.Permitted ? 0 : 1)))
        {
            _found.Add($"{what}: those that end permitted do not come first");
        }

        foreach (ComplyingWay way in actual)
        {
            if (expected.Find(c => _translator.Tell(c) == _translator.Tell(way.Change)) is { } change && change.After.Verdict.ToString() != way.Outcome.ToString())
            {
                _found.Add($"{what}: {_translator.Tell(way.Change)} ends {way.Outcome}");
            }
        }
    }

    // A node stands for those below it that would do as well, so each change of the oracle needs itself, or what makes the same change with a
    // wider node work.
    private void CompareChanges(string what, List<Change> expected, ImmutableArray<CaseFacts> actual, bool areComplete)
    {
        HashSet<string> told = [.. actual.Select(_translator.Tell)];
        IEnumerable<string> right = expected.Where(c => !_translator.Wider(c).Any(w => told.Any(t => t.Split(' ').All(part => $" {w} ".Contains($" {part} ", StringComparison.Ordinal))))).Select(_translator.Tell);
        if (areComplete)
        {
            Compare(what, told.Intersect(expected.Select(_translator.Tell)).Concat(right), told);
        }
    }

    private void Compare(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        List<string> e = [.. expected.Distinct().Order(StringComparer.Ordinal)];
        List<string> a = [.. actual.Distinct().Order(StringComparer.Ordinal)];
        if (!e.SequenceEqual(a))
        {
            _found.Add($"{what}: oracle [{string.Join("; ", e)}], compiler [{string.Join("; ", a)}]");
        }
    }
}
