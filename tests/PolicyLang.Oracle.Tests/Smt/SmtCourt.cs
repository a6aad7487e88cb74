using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>A workspace whose questions Z3 answers.</summary>
internal sealed class SmtCourt : IDisposable
{
    private readonly Z3Solver _solver = new();
    private readonly LawModel _law;
    private readonly SmtSentences _sentences;
    private readonly SmtOrders _orders;
    private readonly ImmutableArray<SmtRule> _rules;
    private readonly SmtCases _cases;
    private readonly Lazy<SmtPrecedence> _precedence;
    private readonly Lazy<ImmutableArray<SmtFinding>> _conflicts;

    public SmtCourt(LawModel law)
    {
        _law = law;
        Clocks = new SmtClocks();
        _sentences = new SmtSentences(new Lexicon(law), Clocks, new SmtReading());
        _orders = new SmtOrders(_sentences);
        var lowering = new SmtLowering(_sentences, _orders);
        _rules = [.. lowering.Rules()];

        // What checks compare is spoken of, too.
        law.Checks.ToList().ForEach(c => lowering.Pattern(c.Pattern));
        _cases = new SmtCases(_solver, _sentences, Clocks);
        _precedence = new(() => new SmtPrecedence(_cases, _orders, _sentences, _rules));
        _conflicts = new(FindConflicts);
    }

    public SmtClocks Clocks { get; }

    /// <summary>Whether assumptions leave any case.</summary>
    public bool HasCases => _cases.Has();

    /// <summary>Of how many pairs it was asked whether both stand somewhere, and how long that took.</summary>
    public TimeSpan PairTime { get; private set; }

    public int Pairs { get; private set; }

    /// <summary>The conflicts that are not resolved.</summary>
    public ImmutableArray<SmtFinding> Conflicts => _conflicts.Value;

    /// <summary>The values of a case in which some rule applies; none where there is no such case.</summary>
    public IReadOnlyDictionary<string, string> Sample(Random random) => _rules.Length == 0
        ? ImmutableDictionary<string, string>.Empty
        : _cases.Sample(_precedence.Value.Applies[random.Next(_rules.Length)]);

    /// <summary>Dead and redundant clauses.</summary>
    public IEnumerable<string> Superfluous => new SmtSuperfluous(_sentences, _cases, _precedence.Value, _rules)
        .All([.. Conflicts, .. new SmtBreaches(_sentences, _orders, _cases, _precedence.Value, _rules).Told()]).Order(StringComparer.Ordinal);

    /// <summary>What each check comes to, those of conflicts last.</summary>
    public IEnumerable<CheckOutcome> Checks
    {
        get
        {
            var checks = new SmtChecks(_sentences, _orders, _cases, _precedence.Value, _rules);
            return [.. _law.Checks.Select(checks.Of), .. _law.ConflictChecks.Select(c => checks.Of(c, Conflicts))];
        }
    }

    /// <summary>
    /// What is decided in a case, and the clauses with a rule that stands and is part of it. The case is given as a value for each
    /// variable, and what is left out is neutral. Null where there is no such case.
    /// </summary>
    public string? Decide(IReadOnlyDictionary<string, string> values)
    {
        string Neutral(SmtVariable v) => v.Type == "Bool" ? "false" : v.Name == "subjects" ? "1" : "0";
        string point = And(_cases.Variables.Select(v => $"(= {v.Name} {values.GetValueOrDefault(v.Name) ?? Neutral(v)})"));
        if (!_cases.Has(point))
        {
            return null;
        }

        ImmutableArray<string> stands = _precedence.Value.Stands;
        var verdicts = new SmtVerdicts(_rules, stands);
        IEnumerable<string> applied = _rules.Where((r, i) => IsDecisive(r) && _cases.Has(point, stands[i])).Select(r => r.Clause)
            .Distinct().Order(StringComparer.Ordinal);
        return string.Join(" ", applied.Prepend(SmtVerdicts.Outcomes.Single(o => _cases.Has(point, verdicts.Of(o)))));
    }

    public void Dispose() => _solver.Dispose();

    private static bool IsDecisive(SmtRule rule) => !rule.IsSoft
        && rule.Kind is (RuleKind.Permission or RuleKind.Prohibition or RuleKind.Obligation);

    private ImmutableArray<SmtFinding> FindConflicts()
    {
        var conflicts = new SmtConflicts(_sentences, _orders, _cases, _precedence.Value, _rules);
        ImmutableArray<SmtFinding> all = conflicts.All();
        (PairTime, Pairs) = (conflicts.PairTime, conflicts.Pairs);
        return all;
    }
}
