using PolicyLang.Analysis;
using PolicyLang.Analysis.Differences;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Rules;
using PolicyLang.Workspaces;
using Rule = PolicyLang.Oracle.Meaning.Rule;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Two laws, and where what the compiler tells of their difference is not what the oracle decides case by case.</summary>
internal sealed class ComparedPair
{
    private const int MostCases = 60;
    private static readonly SemanticChangeKind[] OutcomeKinds =
        [SemanticChangeKind.Prohibited, SemanticChangeKind.Permitted, SemanticChangeKind.Conflicting, SemanticChangeKind.Resolved, SemanticChangeKind.Unregulated];

    private readonly Court _before;
    private readonly Court _after;
    private readonly Workspace _old;
    private readonly Workspace _new;
    private readonly Random _random;

    public ComparedPair(Court before, Court after, int seed)
    {
        (_before, _after, _random) = (before, after, new Random(seed));
        _old = Workspace.Empty.With("law.policy", PolicyText.Of(before.Law));
        _new = _old.With("law.policy", PolicyText.Of(after.Law));
    }

    /// <summary>How many changes the compiler told.</summary>
    public int Changes { get; private set; }

    /// <summary>Whether neither law has mistakes.</summary>
    public bool IsRead => !_old.Diagnostics.Concat(_new.Diagnostics).Any(d => d.HidesRules);

    /// <summary>One line for each difference; none where a law has mistakes.</summary>
    public IReadOnlyList<string> Differences() => !IsRead ? [] : Comparisons.WithRules(_old, _new, (before, after) =>
        before.Space.Regions.TryAnswer(() => after.Space.Regions.TryAnswer(() => Compare(before, after))).Or(default).Or(["budget"]));

    private List<string> Compare(RuleBook before, RuleBook after)
    {
        var found = new SemanticDiff(new TwoVersions(before, after, null, 0)).Find().Select(f => (f.Change, Cases: f.Cases())).ToList();
        Changes = found.Count;
        var differences = new List<string>();
        var old = new Translator(_before, before.Model);
        var now = new Translator(_after, after.Model);
        var reader = new CaseReader(after.Space);
        var writer = new CaseWriter(after.Space);
        IEnumerable<CaseFacts> cases = found.Select(f => f.Change.Case).Concat(Sample(_before, old)).Concat(Sample(_after, now));
        foreach (CaseFacts facts in cases.ToList())
        {
            // What only one of the two laws can tell apart is told by neither.
            if (reader.Read(facts.Facts.Select(RawFact.FromFact), out ImmutableArray<string> problems) is not { } values || !after.Space.Regions.Holds(after.Existing, values))
            {
                continue;
            }

            CaseFacts told = writer.Write(values);
            if (old.Find(told) is { } was && now.Find(told) is { } isNow)
            {
                string at = CaseSentence.Write(told);
                Compare($"outcome at {at}", was.Verdict == isNow.Verdict ? [] : [$"{Word(was.Verdict)} > {Word(isNow.Verdict)}"],
                    found.Where(f => OutcomeKinds.Contains(f.Change.Kind) && after.Space.Regions.Holds(f.Cases, values)).Select(f => $"{f.Change.Before} > {f.Change.After}"), differences);
                Compare($"duties at {at}", Added(was, isNow, old, now).Concat(Gone(was, isNow, old, now)),
                    found.Where(f => f.Change.Kind is SemanticChangeKind.Due or SemanticChangeKind.Waived && after.Space.Regions.Holds(f.Cases, values)).Select(f => $"{f.Change.Kind} {f.Change.Clauses[0]}"), differences);
                Compare($"advice at {at}", Advised(was, isNow, RuleKind.Obligation, "advised").Concat(Advised(was, isNow, RuleKind.Prohibition, "discouraged")),
                    found.Where(f => f.Change.Kind == SemanticChangeKind.Advice && after.Space.Regions.Holds(f.Cases, values)).Select(f => $"{f.Change.Before} > {f.Change.After}"), differences);
                string[] owed = [.. found.Where(f => f.Change.Kind is SemanticChangeKind.Owed or SemanticChangeKind.Released && after.Space.Regions.Holds(f.Cases, values))
                    .SelectMany(f => f.Change.Parties.Select(p => $"{p} {(f.Change.IsBoundAfter ? "bound" : "free")}"))];
                differences.AddRange(Bound(was, isNow).Except(owed).Select(missed => $"what is owed at {at}: {missed} is not told, only {string.Join("; ", owed)}"));
            }
        }

        return differences;
    }

    private IEnumerable<CaseFacts> Sample(Court court, Translator translator)
    {
        var telling = new Telling(court, _random);
        for (int i = 0; i < MostCases && court.Judgements.Length > 0; i++)
        {
            if (telling.Exact(court.Judgements[_random.Next(court.Judgements.Length)].Case) is { } told)
            {
                yield return new CaseFacts([.. translator.Facts(told.Case, translator.Needed(told.Case)).Select(AsFact)]);
            }
        }
    }

    // Read again by the compiler, which knows the type.
    private static Fact AsFact(RawFact fact) => new(fact.Attribute, new SetValue(fact.Values));

    private IEnumerable<string> Added(Judgement was, Judgement isNow, Translator old, Translator now) =>
        NotImplied((_before, was, old), (_after, isNow, now)).Select(c => $"{SemanticChangeKind.Due} {c}");

    private IEnumerable<string> Gone(Judgement was, Judgement isNow, Translator old, Translator now) =>
        NotImplied((_after, isNow, now), (_before, was, old)).Select(c => $"{SemanticChangeKind.Waived} {c}");

    // The clauses of duties that are due and that no duty of the other law implies: whoever fulfils that has not fulfilled this one.
    private static IEnumerable<string> NotImplied((Court Court, Judgement Case, Translator Translator) without, (Court Court, Judgement Case, Translator Translator) with)
    {
        Rule[] others = [.. Duties(without.Court, without.Case)];
        return Duties(with.Court, with.Case).Where(d => !others.Any(o => Choices(without, with).All(c => !c.Without.Stands(o) || c.With.Stands(d)))).Select(d => d.Clause).Distinct();
    }

    private static IEnumerable<Rule> Duties(Court court, Judgement judgement) => Verdicts.Decisions.Duties(court, judgement).Where(r => !r.IsSoft);

    // All choices of both worlds with the same given facts, seen by both.
    private static IEnumerable<(Judgement Without, Judgement With)> Choices((Court Court, Judgement Case, Translator Translator) without, (Court Court, Judgement Case, Translator Translator) with)
    {
        foreach (Judgement choice in without.Court.SituationOf(without.Case).Choices)
        {
            if (Seen(choice.Case, with.Court, with.Case) is { } other)
            {
                yield return (choice, other);
            }
        }

        foreach (Judgement choice in with.Court.SituationOf(with.Case).Choices)
        {
            if (Seen(choice.Case, without.Court, without.Case) is { } other)
            {
                yield return (other, choice);
            }
        }
    }

    // The choices of one case in the world of another, whose given facts stay.
    private static Judgement? Seen(Case choice, Court court, Judgement given) => court.SituationOf(given).Choices.FirstOrDefault(c => Enumerable.Range(0, court.Law.Attributes.Length).All(a =>
        !court.Law.Attributes[a].Chosen || World.AreSame(Standing(court, a, choice[a]), c.Case[a])));

    private static object Standing(Court court, int attribute, object value) => value switch
    {
        _ when court.World.Domain(attribute).Count == 1 => court.World.Domain(attribute)[0],
        long number => court.World.Standing(attribute, number),
        Leaf leaf => Kind(court, attribute, leaf) ?? leaf,
        ImmutableArray<Leaf> leaves => Ordered(court, attribute, [.. leaves.Select(l => Kind(court, attribute, l)).OfType<Leaf>().Distinct()]),
        _ => value,
    };

    // Each world has leaves of its own.
    private static Leaf? Kind(Court court, int attribute, Leaf leaf) =>
        court.World.Kind(attribute, court.Lexicon.Leaves(court.Law.Attributes[attribute].Taxonomy ?? "").First(l => l.Name == leaf.Name));

    private static object Ordered(Court court, int attribute, ImmutableArray<Leaf> leaves) =>
        court.World.Domain(attribute).Cast<ImmutableArray<Leaf>>().Where(s => s.Length == leaves.Length && s.All(leaves.Contains)).Cast<object>().FirstOrDefault() ?? leaves;

    private static IEnumerable<string> Advised(Judgement was, Judgement isNow, RuleKind kind, string word) => (Has(was, kind), Has(isNow, kind)) switch
    {
        (false, true) => [$"no advice > {word}"],
        (true, false) => [$"{word} > no advice"],
        _ => [],
    };

    // What instruments say of parties, whatever law they have.
    private static IEnumerable<string> Bound(Judgement was, Judgement isNow) =>
        Said(isNow).Except(Said(was)).Select(s => $"{s.Party} bound").Concat(Said(was).Except(Said(isNow)).Select(s => $"{s.Party} free")).Distinct();

    private static IEnumerable<(string Party, RuleKind Kind)> Said(Judgement judgement) => judgement.Fates.Select(f => f.Rule)
        .Where(r => r is { IsLawMaking: true, IsSoft: false, Part: { Judged: null, IsKeeping: false, IsMirror: false, Party: not null } })
        .Select(r => (r.Part.Party!.Name, r.Kind)).Distinct();

    private static bool Has(Judgement judgement, RuleKind kind) => judgement.Fates.Any(f => f.Stands && f.Rule.IsSoft && f.Rule.Kind == kind);

    private static string Word(Verdict verdict) => verdict == Verdict.Unregulated ? "not regulated" : verdict.ToString().ToLowerInvariant();

    private static void Compare(string what, IEnumerable<string> expected, IEnumerable<string> actual, List<string> differences)
    {
        string e = string.Join("; ", expected.Distinct().Order(StringComparer.Ordinal));
        string a = string.Join("; ", actual.Distinct().Order(StringComparer.Ordinal));
        if (e != a)
        {
            differences.Add($"{what}: oracle [{e}], compiler [{a}]");
        }
    }
}
