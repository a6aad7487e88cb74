using PolicyLang.Exchange.Odrl.Formulas;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Exchange.Odrl.Export;

/// <summary>Says rules where they stand, precedence compiled away. Each is held against the region of the rule before it is said.</summary>
/// <param name="book">The rules.</param>
/// <param name="days">The days that are exported; all unless one is asked for.</param>
internal sealed class RuleSayer(RuleBook book, Region days)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly ClauseFormulas _formulas = new(book.Model, book.Compiler);
    private readonly Simplifier _simple = new(book.Compiler);
    private readonly Dictionary<Rule, Formula?> _said = [];
    private readonly HashSet<Rule> _asked = [];

    /// <summary>A rule in ODRL; null where that takes more than can be said.</summary>
    /// <param name="rule">A permission, prohibition or obligation that stands somewhere.</param>
    public OdrlRule? Say(Rule rule)
    {
        if (Own(rule) is not { } own || Exceptions(rule) is not { } exceptions)
        {
            return null;
        }

        bool isDuty = rule.Modality == RuleModality.Obligation;
        var given = exceptions.Where(e => !isDuty || e.Facts.All(IsGiven)).ToList();
        Region context = days;
        ImmutableArray<Formula> trigger =
            Simplify([.. own.Trigger.Where(IsWhoOrWhat), Days(rule), .. own.Trigger.Where(t => !IsWhoOrWhat(t)), .. given]);
        trigger = Tighten(trigger);
        context = isDuty ? days : context;
        ImmutableArray<Formula> act = Simplify([.. own.Act, .. exceptions.Except(given)]);
        NodeSymbol? verb = Verb(act);
        var said = new OdrlRule(
            rule.Clause,
            SuffixOf(rule),
            rule.Modality,
            [.. trigger.Where(f => IsAtomOf(f, BuiltInAttributes.Actor, BuiltInAttributes.Home, BuiltInAttributes.Organisation))],
            [.. trigger.Where(f => IsAtomOf(f, BuiltInAttributes.Data, BuiltInAttributes.Target))],
            verb,
            [.. act.Where(f => verb is null || !IsVerb(f, verb))],
            [.. trigger.Where(f => !IsWhoOrWhat(f))]);
        return IsExact(rule, trigger, act) ? said : null;

        ImmutableArray<Formula> Simplify(ImmutableArray<Formula> parts)
        {
            var kept = ImmutableArray.CreateBuilder<Formula>();
            foreach (Formula part in parts)
            {
                Formula left = _simple.Within(part, context);
                if (left != Formula.True)
                {
                    kept.AddRange(left is AllOf and ? and.Parts : [left]);
                    context = _regions.And(context, left.Cases(book.Compiler));
                }
            }

            return kept.ToImmutable();
        }
    }

    // A bound that a later part makes superfluous is left out.
    private ImmutableArray<Formula> Tighten(ImmutableArray<Formula> parts)
    {
        for (int i = parts.Length - 1; i >= 0; i--)
        {
            ImmutableArray<Formula> others = parts.RemoveAt(i);
            if (parts[i] is NumberAtom && _regions.IsSubsetOf(Formula.And(others).Cases(book.Compiler), parts[i].Cases(book.Compiler)))
            {
                parts = others;
            }
        }

        return parts;
    }

    /// <summary>The cases in which a rule stands, on the days that are exported.</summary>
    public Region Stands(Rule rule) => _regions.And(book.Undefeated(rule), days);

    private Formula Days(Rule rule) => FormulaBuilder.Days(book.Model.Repeals.Remaining(rule.Clause));

    private static bool IsWhoOrWhat(Formula f) => IsAtomOf(
        f, BuiltInAttributes.Actor, BuiltInAttributes.Home, BuiltInAttributes.Organisation, BuiltInAttributes.Data,
            BuiltInAttributes.Target);

    private static bool IsAtomOf(Formula f, params string[] attributes) => f is NodesAtom atom && attributes.Contains(atom.Attribute.Name);

    private bool IsGiven(string fact) => book.Space.VariablesOf(fact).All(v => v < _regions.FirstChosenVariable);

    private static NodeSymbol? Verb(ImmutableArray<Formula> act)
    {
        NodesAtom[] verbs = [.. act.OfType<NodesAtom>().Where(a => a.Attribute.Name == BuiltInAttributes.Action)];
        return verbs is [{ IsDenied: false, IsExact: false, WithNone: false, Nodes: [var verb] }] ? verb : null;
    }

    private static bool IsVerb(Formula f, NodeSymbol verb) =>
        f is NodesAtom { Attribute.Name: BuiltInAttributes.Action, Nodes: [var node] } && ReferenceEquals(node, verb);

    private string SuffixOf(Rule rule)
    {
        int place = book.RulesOf(rule.Clause).TakeWhile(r => !ReferenceEquals(r, rule)).Count();
        return place == 0 ? string.Empty
            : rule.IsKeeping && !book.RulesOf(rule.Clause).Take(place).Any(r => r.IsKeeping) ? "/keeping"
            : $"/{place + 1}";
    }

    // What is said has to be the rule: its trigger, and where it stands.
    private bool IsExact(Rule rule, ImmutableArray<Formula> trigger, ImmutableArray<Formula> act)
    {
        Region when = _regions.And(Formula.And(trigger).Cases(book.Compiler), days);
        Region there = _regions.And(book.Existing, days);

        // A duty is due where its trigger holds and some act that fulfils it stands.
        Region open = rule.Modality == RuleModality.Obligation ? _regions.And(there, _regions.ExistsChosen(Stands(rule))) : _regions.Empty;
        return ReferenceEquals(_regions.And(when, open), _regions.And(rule.Trigger, open))
            && ReferenceEquals(_regions.And(_regions.And(when, Formula.And(act).Cases(book.Compiler)), there), Stands(rule));
    }

    private RuleFormula? Own(Rule rule)
    {
        int place = book.RulesOf(rule.Clause).TakeWhile(r => !ReferenceEquals(r, rule)).Count();
        ImmutableArray<RuleFormula> all = _formulas.Of(rule.Clause);
        if (place >= all.Length || all[place].Modality != rule.Modality)
        {
            return null;
        }

        Region region = Formula.And([Days(rule), .. all[place].Trigger, .. all[place].Act]).Cases(book.Compiler);
        return ReferenceEquals(region, rule.Region) ? all[place] : null;
    }

    // What those say that prevail, less what the rule says itself.
    private ImmutableArray<Formula>? Exceptions(Rule rule)
    {
        Region all = _regions.Intersection(rule.Region, book.Existing, days);
        Region lost = _regions.Difference(all, Stands(rule));
        return lost.IsEmpty ? []
            : Named(rule, all, lost)
            ?? (new BlockFormulas(book.Model, book.Compiler).Cover(lost, all) is { } blocks ? [.. blocks.Select(b => b.Not())] : null);
    }

    private ImmutableArray<Formula>? Named(Rule rule, Region all, Region lost)
    {
        if (!_asked.Add(rule))
        {
            return null;
        }

        var denied = ImmutableArray.CreateBuilder<Formula>();
        Region found = _regions.Empty;
        foreach (Rule other in book.Opponents(rule).Where(o => !o.IsLawMaking).OrderBy(o => o.Number))
        {
            Region cases = _regions.And(Stands(other), all);
            if (!cases.IsEmpty && _regions.IsSubsetOf(cases, lost) && WhereItStands(other) is { } said)
            {
                Formula rest = _simple.Within(said, all);
                denied.Add(rest.Not());
                found = _regions.Or(found, cases);
            }
        }

        _asked.Remove(rule);
        return ReferenceEquals(found, lost) ? denied.ToImmutable() : null;
    }

    private Formula? WhereItStands(Rule rule)
    {
        if (!_said.TryGetValue(rule, out Formula? said))
        {
            said = Own(rule) is { } own && Exceptions(rule) is { } exceptions
                ? Formula.And(
                    [.. own.Trigger.Where(IsWhoOrWhat), Days(rule), .. own.Trigger.Where(t => !IsWhoOrWhat(t)), .. own.Act, .. exceptions])
                : null;
            _said[rule] = said;
        }

        return said;
    }
}
