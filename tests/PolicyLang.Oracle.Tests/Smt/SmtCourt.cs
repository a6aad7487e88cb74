using System.Diagnostics;
using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>A workspace whose questions Z3 answers.</summary>
internal sealed class SmtCourt : IDisposable
{
    // From the worst on.
    private static readonly string[] Codes = ["PL4010", "PL4001", "PL4005", "PL4008", "PL4003", "PL4004", "PL4002", "PL4009"];

    private readonly Z3Solver _solver = new();
    private readonly SmtSentences _sentences;
    private readonly SmtOrders _orders;
    private readonly ImmutableArray<SmtRule> _rules;
    private readonly SmtCases _cases;
    private readonly Lazy<SmtPrecedence> _precedence;

    public SmtCourt(LawModel law)
    {
        Clocks = new SmtClocks();
        _sentences = new SmtSentences(new Lexicon(law), Clocks);
        _orders = new SmtOrders(_sentences);
        _rules = [.. new SmtLowering(_sentences).Rules()];
        _cases = new SmtCases(_solver, _sentences, Clocks);
        _precedence = new(() => new SmtPrecedence(_cases, _orders, law, _rules));
    }

    public SmtClocks Clocks { get; }

    /// <summary>Whether assumptions leave any case.</summary>
    public bool HasCases => _cases.Has();

    /// <summary>How long the pairs took together, and how many they were.</summary>
    public TimeSpan PairTime { get; private set; }

    public int Pairs { get; private set; }

    private ImmutableArray<string> Stands => _precedence.Value.Stands;

    private ImmutableArray<string> StandsAlone => _precedence.Value.StandsAlone;

    /// <summary>"code clauses" of every conflict between two clauses, each pair by its worst kind.</summary>
    public IEnumerable<string> Conflicts()
    {
        _ = Stands;
        IEnumerable<(int A, int B)> pairs = from a in Enumerable.Range(0, _rules.Length) from b in Enumerable.Range(0, _rules.Length) where _rules[a].Clause != _rules[b].Clause select (a, b);
        return pairs.SelectMany(p => Of(p.A, p.B).Select(code => (Code: _rules[p.A].IsSoft || _rules[p.B].IsSoft ? "PL4009" : code, Clauses: Sorted(_rules[p.A], _rules[p.B]))))
            .GroupBy(f => f.Clauses).Select(g => $"{g.Select(f => f.Code).MinBy(c => Array.IndexOf(Codes, c))} {g.Key}").Order(StringComparer.Ordinal).ToArray();
    }

    /// <summary>The clauses with a rule that stands in a case, given as a value for each variable; what is left out is neutral. Null where there is no such case.</summary>
    public IEnumerable<string>? Applied(IReadOnlyDictionary<string, string> values)
    {
        string point = SmtSentences.And(_cases.Variables.Select(v => $"(= {v.Name} {values.GetValueOrDefault(v.Name) ?? (v.Type == "Bool" ? "false" : v.Name == "subjects" ? "1" : "0")})"));
        return !_cases.Has(point) ? null
            : _rules.Where((r, i) => !r.IsSoft && r.Kind is RuleKind.Permission or RuleKind.Prohibition or RuleKind.Obligation && _cases.Has(point, Stands[i]))
                .Select(r => r.Clause).Distinct().Order(StringComparer.Ordinal);
    }

    public void Dispose() => _solver.Dispose();

    private static string Sorted(SmtRule a, SmtRule b) => string.Join("+", new[] { a.Clause, b.Clause }.Order(StringComparer.Ordinal));

    private IEnumerable<string> Of(int a, int b)
    {
        (SmtRule one, SmtRule other) = (_rules[a], _rules[b]);
        bool own = one.Order == other.Order;
        string? plain = (one.Kind, other.Kind) switch
        {
            (RuleKind.Obligation, RuleKind.Prohibition) => "PL4002",
            (RuleKind.Permission, RuleKind.Prohibition) when own && !one.IsWeak => "PL4003",
            (RuleKind.Obligation, RuleKind.Waiver) when own => "PL4004",
            _ => null,
        };
        if (plain is not null && BothStand(a, b))
        {
            yield return plain == "PL4002" && IsDilemma(a, b, null, Stands) ? "PL4001" : plain;
        }

        if (one.Kind == RuleKind.Obligation && other.Kind == RuleKind.Prohibition && Organisations(a, b).Any(x => IsDilemma(a, b, Holds(one, x), StandsAlone)))
        {
            yield return "PL4010";
        }

        if (IsUnlawful(a, b))
        {
            yield return "PL4008";
        }

        if (one is { Kind: RuleKind.Permission, IsWeak: false } && other.Kind == RuleKind.Prohibition && !own && IsForbidden(a, b))
        {
            yield return "PL4005";
        }
    }

    private bool BothStand(int a, int b)
    {
        long start = Stopwatch.GetTimestamp();
        bool both = _cases.Has(Stands[a], Stands[b]);
        PairTime += Stopwatch.GetElapsedTime(start);
        Pairs++;
        return both;
    }

    // For some facts the duty is due, and every way to fulfil it is prohibited. The prohibitions of one clause count together.
    private bool IsDilemma(int o, int p, string? holds, ImmutableArray<string> stands)
    {
        string here = holds ?? "true";
        string forbidden = SmtSentences.Or(stands.Where((_, i) => _rules[i].Clause == _rules[p].Clause && _rules[i].Kind == RuleKind.Prohibition));
        string every = _cases.ForAllChoices(SmtSentences.And(_rules[o].Triggered, here, $"(=> {_rules[o].Act} {forbidden})"));
        return _cases.Has(Stands[o], here, stands[p]) && _cases.Has(Stands[o], here, every);
    }

    // Of whose policies the prohibition is one, and the duty none.
    private IEnumerable<string> Organisations(int o, int q) => _sentences.Law.Organisations.Select(x => x.Name)
        .Where(x => _rules[q].IsPolicy && _orders.Within(x).Contains(_rules[q].Order) && !(_rules[o].IsPolicy && _orders.Within(x).Contains(_rules[o].Order)) && _orders.Above(_rules[o].Order, x) != SmtOrders.Never);

    private string Holds(SmtRule o, string organisation) => SmtSentences.And(_orders.Above(o.Order, organisation), _sentences.Slot(TaxonomyModel.Organisations, ListSet.Of(organisation)));

    private bool IsUnlawful(int p, int q)
    {
        (SmtRule policy, SmtRule law) = (_rules[p], _rules[q]);
        bool opposed = (policy.Kind, law.Kind) is (RuleKind.Permission or RuleKind.Obligation, RuleKind.Prohibition) or (RuleKind.Waiver, RuleKind.Obligation);
        return opposed && policy.IsPolicy && !policy.IsSoft && !law.IsSoft && policy.Order != law.Order
            && _orders.Above(law.Order, policy.Order) is var above && above != SmtOrders.Never && _cases.Has(above, StandsAlone[p], Stands[q]);
    }

    // The law of a party permits what law that binds it forbids, and neither order stands above the other so that precedence decides it.
    private bool IsForbidden(int p, int q)
    {
        (SmtRule permission, SmtRule prohibition) = (_rules[p], _rules[q]);
        string binds = _orders.Binds(prohibition.Framework, permission.Order);
        string decided = _precedence.Value.UsesSuperior && (!prohibition.IsSoft || permission.IsSoft) ? _orders.Above(prohibition.Order, permission.Order) : SmtOrders.Never;
        return binds != SmtOrders.Never && _cases.Has(binds, SmtSentences.Not(decided), StandsAlone[p], StandsAlone[q]);
    }
}
