using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 6 as formulas: where each rule stands.</summary>
internal sealed class SmtPrecedence
{
    private readonly SmtCases _cases;
    private readonly ImmutableArray<SmtRule> _rules;
    private readonly string[] _timeless;
    private readonly string[] _applies;
    private readonly Dictionary<(int, int), bool> _proper = [];
    private readonly Lazy<ImmutableArray<string>> _drafts;

    public SmtPrecedence(SmtCases cases, SmtOrders orders, SmtSentences sentences, ImmutableArray<SmtRule> rules)
    {
        (_cases, _rules) = (cases, rules);
        Excuses = new SmtExcuses(sentences.Law, sentences, orders, rules);
        Principles = new SmtPrinciples(sentences.Law, orders, Excuses, rules, IsProperPart);
        _timeless = [.. rules.Select((r, i) => cases.Define($"timeless_{i}", r.Timeless))];
        _applies = [.. rules.Select((r, i) => cases.Define($"applies_{i}", r.Region))];
        Stands = Standing("all", _applies, alone: false);

        // Without organisations and supranational law no principle works between orders but the explicit one.
        bool areAbove = rules.Any(r => r.IsGuarantee || rules.Any(s => orders.Above(r.Order, s.Order) != SmtOrders.Never));
        StandsAlone = areAbove ? Standing("alone", _applies, alone: true) : Stands;
        _drafts = new(() => Standing("drafts", [.. rules.Select(r => r.IsLawMaking ? r.RegionOfDraft : "false")], alone: false));
    }

    public SmtExcuses Excuses { get; }

    public SmtPrinciples Principles { get; }

    /// <summary>Where each rule applies.</summary>
    public IReadOnlyList<string> Applies => _applies;

    /// <summary>Where each rule stands.</summary>
    public ImmutableArray<string> Stands { get; }

    /// <summary>The same, legal orders taken by themselves.</summary>
    public ImmutableArray<string> StandsAlone { get; }

    /// <summary>Where each law-making rule stands, drafts counted as in force.</summary>
    public ImmutableArray<string> StandsWithDrafts => _drafts.Value;

    /// <summary>Where each rule stands if only the law of some orders and frameworks applies.</summary>
    public ImmutableArray<string> StandsUnder(string name, ImmutableArray<string> law) => law.IsEmpty ? Stands
        : Standing(name, [.. _applies
            .Select((a, i) => law.Contains(_rules[i].Order) || law.Contains(_rules[i].Framework.Name) ? a : "false")], false);

    /// <summary>Whether a rule is more special than some that it opposes and overlaps.</summary>
    public bool IsSpecial(int r) =>
        Enumerable.Range(0, _rules.Length).Any(s => Principles.IsMoreSpecial(r, s) && _cases.Has(_applies[r], _applies[s]));

    /// <summary>Whether a clause is said to prevail over another, or the other over it.</summary>
    public bool IsInPrecedence(string clause) => _rules.Any(r => r.Clause == clause
        && _rules.Any(s => s.Clause != clause && (SmtExcuses.IsSaidToPrevail(r, s) || SmtExcuses.IsSaidToPrevail(s, r))));

    // Law about law is settled first; conduct then, with the guarantees that stand.
    private ImmutableArray<string> Standing(string name, string[] applies, bool alone)
    {
        string[] stands = applies;
        foreach (bool lawMaking in new[] { true, false }.Where(l => _rules.Any(r => r.IsLawMaking == l)))
        {
            for (int round = 0; round < Principles.Rounds; round++)
            {
                stands = Round($"{name}_{lawMaking}_{round}", stands, lawMaking, round, alone);
            }
        }

        return [.. stands.Select((stand, i) => _rules[i].IsWeak
            ? _cases.Define($"{name}_{i}", And([stand, .. Prohibitions(_rules[i].Order).Select(j => Not(stands[j]))]))
            : stand)];
    }

    private IEnumerable<int> Prohibitions(string order) => Enumerable.Range(0, _rules.Length)
        .Where(i => _rules[i] is { Kind: RuleKind.Prohibition, IsSoft: false } && _rules[i].Order == order);

    private string[] Round(string name, string[] before, bool lawMaking, int round, bool alone)
    {
        string?[] after = [.. before.Select((b, i) => _rules[i].IsLawMaking == lawMaking ? null : b)];
        return [.. before.Select((_, i) => After(i))];

        string After(int s)
        {
            if (after[s] is { } known)
            {
                return known;
            }

            string[] defeats = [.. from r in Enumerable.Range(0, before.Length)
                                   where !lawMaking || _rules[r].IsLawMaking
                                   let prevails = Principles.Prevails(round, r, s, alone)
                                   where prevails != SmtOrders.Never
                                   select Not(And(prevails, After(r)))];
            return after[s] = defeats.Length == 0 ? before[s] : _cases.Define($"{name}_{s}", And([before[s], .. defeats]));
        }
    }

    private bool IsProperPart(int r, int s)
    {
        if (!_proper.TryGetValue((r, s), out bool proper))
        {
            _proper[(r, s)] = proper = !_cases.CouldHave(_timeless[r], Not(_timeless[s]))
                && _cases.CouldHave(_timeless[s], Not(_timeless[r]));
        }

        return proper;
    }
}
