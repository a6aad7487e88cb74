using System.Diagnostics;
using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>A workspace whose questions Z3 answers.</summary>
internal sealed class SmtCourt : IDisposable
{
    private readonly Z3Solver _solver = new();
    private readonly SmtSentences _sentences;
    private readonly ImmutableArray<SmtRule> _rules;
    private readonly string[] _stands;
    private readonly (string Name, string Type, string Range, bool Chosen)[] _variables;

    public SmtCourt(LawModel law)
    {
        _sentences = new SmtSentences(new Lexicon(law));
        _rules = [.. new SmtLowering(_sentences).Rules()];
        _variables = [.. law.Attributes.Where(a => a.Name != "home").SelectMany(Variables)];
        _solver.Run(string.Concat(_variables.Select(v => $"(declare-const {v.Name} {v.Type})(assert {v.Range})")));
        _stands = Standing();
    }

    /// <summary>How long the pairs took together, and how many they were.</summary>
    public TimeSpan PairTime { get; private set; }

    public int Pairs { get; private set; }

    /// <summary>"code clauses" of every conflict between two clauses, each pair by its worst kind.</summary>
    public IEnumerable<string> Conflicts()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < _rules.Length; i++)
        {
            for (int j = 0; j < _rules.Length; j++)
            {
                if (!IsCandidate(_rules[i], _rules[j]))
                {
                    continue;
                }

                var watch = Stopwatch.StartNew();
                if (Conflict(i, j) is { } code)
                {
                    string clauses = string.Join("+", new[] { _rules[i].Clause, _rules[j].Clause }.Order(StringComparer.Ordinal));
                    if (!found.TryGetValue(clauses, out string? other) || Array.IndexOf(["PL4001", "PL4003", "PL4002"], code) < Array.IndexOf(["PL4001", "PL4003", "PL4002"], other))
                    {
                        found[clauses] = code;
                    }
                }

                PairTime += watch.Elapsed;
                Pairs++;
            }
        }

        return found.Select(f => $"{f.Value} {f.Key}").Order(StringComparer.Ordinal);
    }

    /// <summary>The clauses with a rule that stands in a case, given as a value for each variable; what is left out is neutral.</summary>
    public IEnumerable<string> Applied(IReadOnlyDictionary<string, string> values)
    {
        string point = SmtSentences.And(_variables.Select(v => $"(= {v.Name} {values.GetValueOrDefault(v.Name) ?? (v.Type == "Bool" ? "false" : v.Name == "subjects" ? "1" : "0")})"));
        return _rules.Where((_, i) => _solver.IsPossible($"(and {point} {_stands[i]})")).Select(r => r.Clause).Distinct().Order(StringComparer.Ordinal);
    }

    public void Dispose() => _solver.Dispose();

    private string? Conflict(int i, int j)
    {
        SmtRule a = _rules[i];
        if (!_solver.IsPossible($"(and {_stands[i]} {_stands[j]})"))
        {
            return null;
        }

        if (a.Kind == RuleKind.Permission)
        {
            return "PL4003";
        }

        IEnumerable<(string Name, string Type, string Range, bool Chosen)> chosen = _variables.Where(v => v.Chosen);
        string every = $"(forall ({string.Join(" ", chosen.Select(v => $"({v.Name} {v.Type})"))}) (=> {SmtSentences.And(chosen.Select(v => v.Range))} (and {a.Triggered} (=> {a.Act} {_stands[j]}))))";
        return _solver.IsPossible($"(and {_stands[i]} {every})") ? "PL4001" : "PL4002";
    }

    private static bool IsCandidate(SmtRule a, SmtRule p) =>
        p.Kind == RuleKind.Prohibition && a.Clause != p.Clause && a.Kind != RuleKind.Prohibition && !a.IsWeak
        && (a.Kind == RuleKind.Obligation || a.Framework.Authority == p.Framework.Authority);

    private string[] Standing()
    {
        string[] stands = [.. _rules.Select(r => r.Region)];
        foreach (Principle principle in (Principle[])[Principle.Explicit, .. _sentences.Law.Principles ?? [Principle.Superior, Principle.Specialis, Principle.Posterior]])
        {
            var after = new string?[stands.Length];
            string After(int s) => after[s] ??= SmtSentences.And([stands[s], .. Enumerable.Range(0, stands.Length).Where(r => Prevails(principle, _rules[r], _rules[s])).Select(r => $"(not {After(r)})")]);
            stands = [.. Enumerable.Range(0, stands.Length).Select(After)];
        }

        return [.. stands.Select((s, i) => _rules[i].IsWeak
            ? SmtSentences.And([s, .. stands.Where((_, j) => _rules[j].Kind == RuleKind.Prohibition && _rules[j].Framework.Authority == _rules[i].Framework.Authority).Select(p => $"(not {p})")])
            : s)];
    }

    private bool Prevails(Principle principle, SmtRule r, SmtRule s)
    {
        bool opposing = r.Kind == RuleKind.Prohibition != (s.Kind == RuleKind.Prohibition);
        bool own = r.Framework.Authority == s.Framework.Authority;
        if (!opposing || (principle != Principle.Explicit && (r.IsWeak || !own)))
        {
            return false;
        }

        Rank rankR = r.Framework.Rank ?? Rank.Statute;
        Rank rankS = s.Framework.Rank ?? Rank.Statute;
        return principle switch
        {
            Principle.Explicit => Names(s.Source.SubjectTo, r) || (own && (Names(r.Source.PrevailsOver, s) || Names(r.Source.Notwithstanding, s))),
            Principle.Superior => rankR < rankS,
            Principle.Specialis => rankR == rankS && !_solver.IsPossible($"(and {r.Timeless} (not {s.Timeless}))") && _solver.IsPossible($"(and {s.Timeless} (not {r.Timeless}))"),
            _ => (r.Framework.Name == s.Framework.Name || r.Framework.Replaces.Contains(s.Framework.Name)) && First(r) > First(s),
        };
    }

    private static bool Names(ImmutableArray<string> names, SmtRule rule) => names.Contains(rule.Clause) || names.Contains(rule.Framework.Name);

    private static DateOnly? First(SmtRule rule)
    {
        IEnumerable<DateOnly> firsts =
            from law in rule.Framework.Force
            from own in rule.Source.Force.IsEmpty ? [new Days(null, null)] : rule.Source.Force
            let start = new[] { law.From ?? DateOnly.MinValue, own.From ?? DateOnly.MinValue }.Max()
            where start <= (law.Until ?? DateOnly.MaxValue) && start <= (own.Until ?? DateOnly.MaxValue)
            select start;
        return firsts.Any() ? firsts.Min() : null;
    }

    private IEnumerable<(string Name, string Type, string Range, bool Chosen)> Variables(AttributeModel a) => a.Type switch
    {
        AttributeType.Flag => [(a.Name, "Bool", "true", a.Chosen)],
        AttributeType.Count => [(a.Name, "Int", $"(<= 0 {a.Name} {long.MaxValue})", a.Chosen)],
        AttributeType.Date => [(a.Name, "Int", $"(<= 0 {a.Name} {DateOnly.MaxValue.DayNumber})", a.Chosen)],
        AttributeType.Leaf => [(a.Name, "Int", $"(<= 0 {a.Name} {(a.Taxonomy == TaxonomyModel.Places ? SmtSentences.Places : _sentences.Leaves(a).Length - 1)})", a.Chosen)],
        _ => _sentences.Leaves(a).Skip(1).Select(l => ($"{a.Name}_{l.Name}", "Bool", "true", a.Chosen)),
    };
}
