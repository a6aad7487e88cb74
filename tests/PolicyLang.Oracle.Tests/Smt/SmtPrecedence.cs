using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 6 as formulas: where each rule stands.</summary>
internal sealed class SmtPrecedence
{
    private const string LawOf = "law of ";
    private readonly SmtCases _cases;
    private readonly SmtOrders _orders;
    private readonly LawModel _law;
    private readonly ImmutableArray<SmtRule> _rules;
    private readonly string[] _timeless;
    private readonly string[] _applies;
    private readonly Dictionary<(int, int), bool> _special = [];

    public SmtPrecedence(SmtCases cases, SmtOrders orders, LawModel law, ImmutableArray<SmtRule> rules)
    {
        (_cases, _orders, _law, _rules) = (cases, orders, law, rules);
        _timeless = [.. rules.Select((r, i) => cases.Define($"timeless_{i}", r.Timeless))];
        _applies = [.. rules.Select((r, i) => cases.Define($"applies_{i}", r.Region))];
        Stands = Standing("all", _applies, alone: false);

        // Without organisations and supranational law no principle works between orders but the explicit one.
        bool areAbove = rules.Any(r => rules.Any(s => orders.Above(r.Order, s.Order) != SmtOrders.Never));
        StandsAlone = areAbove ? Standing("alone", _applies, alone: true) : Stands;
    }

    /// <summary>Where each rule applies.</summary>
    public IReadOnlyList<string> Applies => _applies;

    /// <summary>Where each rule stands.</summary>
    public ImmutableArray<string> Stands { get; }

    /// <summary>The same, legal orders taken by themselves.</summary>
    public ImmutableArray<string> StandsAlone { get; }

    /// <summary>Where each rule stands if only the law of some orders and frameworks applies.</summary>
    public ImmutableArray<string> StandsUnder(string name, ImmutableArray<string> law) => law.IsEmpty ? Stands
        : Standing(name, [.. _applies
            .Select((a, i) => law.Contains(_rules[i].Order) || law.Contains(_rules[i].Framework.Name) ? a : "false")], alone: false);

    /// <summary>Whether a rule is more special than some that it opposes and overlaps.</summary>
    public bool IsSpecial(int r) =>
        Enumerable.Range(0, _rules.Length).Any(s => Opposes(_rules[r], _rules[s]) && (!_rules[r].IsSoft || _rules[s].IsSoft)
        && _rules[r].Order == _rules[s].Order && _rules[r].Rank == _rules[s].Rank && !_rules[r].IsWeak
            && _rules[r].Kind != RuleKind.Exemption
        && IsMoreSpecial(r, s) && _cases.Has(_applies[r], _applies[s]));

    /// <summary>Whether a clause is said to prevail over another, or the other over it.</summary>
    public bool IsInPrecedence(string clause) =>
        _rules.Any(r => r.Clause == clause && _rules.Any(s => s.Clause != clause && (IsSaidToPrevail(r, s) || IsSaidToPrevail(s, r))));

    public static bool Opposes(SmtRule r, SmtRule s) => OneWay(r.Kind, s.Kind) || OneWay(s.Kind, r.Kind);

    /// <summary>Whether higher orders prevail over lower ones at all.</summary>
    public bool UsesSuperior => Workspace.Contains(Principle.Superior);

    private ImmutableArray<Principle> Workspace => _law.Principles ?? [Principle.Superior, Principle.Specialis, Principle.Posterior];

    private ImmutableArray<string> Standing(string name, string[] applies, bool alone)
    {
        string[] stands = applies;
        int rounds = 1 + _law.PrinciplesOfOrders.Values.Append(Workspace).Max(p => p.Length);
        for (int round = 0; round < rounds; round++)
        {
            stands = Round(name, stands, round, alone);
        }

        return [.. stands.Select((stand, i) => _rules[i].IsWeak
            ? _cases.Define($"{name}_{i}", And([stand, .. Prohibitions(_rules[i].Order).Select(j => Not(stands[j]))]))
            : stand)];
    }

    private IEnumerable<int> Prohibitions(string order) =>
        Enumerable.Range(0, _rules.Length)
            .Where(i => _rules[i] is { Kind: RuleKind.Prohibition, IsSoft: false } && _rules[i].Order == order);

    private string[] Round(string name, string[] before, int round, bool alone)
    {
        var after = new string?[before.Length];
        return [.. before.Select((_, i) => After(i))];

        string After(int s)
        {
            if (after[s] is { } known)
            {
                return known;
            }

            string[] defeats = [.. from r in Enumerable.Range(0, before.Length)
                                   let prevails = Prevails(round, r, s, alone)
                                   where prevails != SmtOrders.Never
                                   select Not(And(prevails, After(r)))];
            return after[s] = defeats.Length == 0 ? before[s] : _cases.Define($"{name}_{s}_{round}", And([before[s], .. defeats]));
        }
    }

    private string Prevails(int round, int i, int j, bool alone)
    {
        (SmtRule r, SmtRule s) = (_rules[i], _rules[j]);
        bool own = r.Order == s.Order;
        if (!Opposes(r, s) || (r.IsSoft && !s.IsSoft))
        {
            return SmtOrders.Never;
        }

        if (round == 0)
        {
            return !IsSaidToPrevail(r, s) ? SmtOrders.Never
                : own || Names(s, s.Source.SubjectTo, r) ? "true"
                : _orders.Above(r.Order, s.Order);
        }

        // A weak permission never prevails, and an exemption lifts what it names and nothing else.
        ImmutableArray<Principle> principles = own ? _law.PrinciplesOfOrders.GetValueOrDefault(r.Order, Workspace) : Workspace;
        if (r.IsWeak || r.Kind == RuleKind.Exemption || round > principles.Length)
        {
            return SmtOrders.Never;
        }

        Principle principle = principles[round - 1];
        if (!own)
        {
            bool works = principle == Principle.Superior && !alone && r.Kind is RuleKind.Prohibition or RuleKind.Obligation;
            return works ? _orders.Above(r.Order, s.Order) : SmtOrders.Never;
        }

        bool prevails = principle switch
        {
            Principle.Superior => r.Rank < s.Rank,
            Principle.Specialis => r.Rank == s.Rank && IsMoreSpecial(i, j),
            _ => (r.Framework.Name == s.Framework.Name || r.Framework.Replaces.Contains(s.Framework.Name)) && First(r) > First(s),
        };
        return prevails ? "true" : SmtOrders.Never;
    }

    private bool IsMoreSpecial(int r, int s)
    {
        if (!_special.TryGetValue((r, s), out bool special))
        {
            _special[(r, s)] = special = !_cases.CouldHave(_timeless[r], Not(_timeless[s]))
                && _cases.CouldHave(_timeless[s], Not(_timeless[r]));
        }

        return special;
    }

    private static bool OneWay(RuleKind a, RuleKind b) =>
        (a, b) is (RuleKind.Prohibition, RuleKind.Permission or RuleKind.Obligation or RuleKind.Exemption)
        or (RuleKind.Obligation, RuleKind.Waiver or RuleKind.Exemption);

    // Two clauses that each yield to the other through 'law of' alone yield neither.
    private static bool IsSaidToPrevail(SmtRule r, SmtRule s) =>
        Says(r, s, NamesItself) || (Says(r, s, NamesLawOf) && (Says(s, r, NamesItself) || !Says(s, r, NamesLawOf)));

    private static bool Says(SmtRule r, SmtRule s, Func<SmtRule, ImmutableArray<string>, SmtRule, bool> names) =>
        names(s, s.Source.SubjectTo, r) || names(r, r.Source.PrevailsOver, s) || names(r, r.Source.Notwithstanding, s)
            || names(r, r.Source.ExemptFrom, s);

    private static bool Names(SmtRule of, ImmutableArray<string> names, SmtRule rule) => NamesItself(of, names, rule)
        || NamesLawOf(of, names, rule);

    private static bool NamesItself(SmtRule of, ImmutableArray<string> names, SmtRule rule) => names.Contains(rule.Clause)
        || names.Contains(rule.Framework.Name);

    private static bool NamesLawOf(SmtRule of, ImmutableArray<string> names, SmtRule rule) => of.Framework.Name != rule.Framework.Name
        && names.Contains(LawOf + rule.Order);

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
}
