using System.Diagnostics;
using PolicyLang.CodeGen.Naming;
using PolicyLang.CodeGen.Shape;
using PolicyLang.CodeGen.Tables;
using PolicyLang.Conflicts;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen;

/// <summary>Works out what generated code holds: which rules, which diagrams, which names.</summary>
internal sealed class ModelPlanner
{
    private readonly RuleBook _book;
    private readonly CancellationToken _cancellation;
    private readonly DiagramStore _store;
    private readonly VariableOrder _order;
    private readonly Reordering _diagrams;
    private readonly OutcomeLists _lists;
    private readonly TypeNames _types;

    private ModelPlanner(RuleBook book, bool clustered, CancellationToken cancellation)
    {
        _book = book;
        _cancellation = cancellation;
        _store = new DiagramStore(book.Space.Regions);
        _order = new VariableOrder(book.Space, clustered);
        _diagrams = new Reordering(_order, book.Space.Regions, _store, cancellation);
        _lists = new OutcomeLists(_store);
        _types = new TypeNames(book.Space.Attributes.Select(a => a.Taxonomy).OfType<TaxonomySymbol>(), book.Model.Frameworks);
    }

    /// <summary>A plan for the rules; the order of the compiler's diagrams bears on it only where the order of tables does not
    /// do.</summary>
    public static ModelPlan Plan(RuleBook book, ImmutableArray<Conflict> conflicts, CancellationToken cancellation = default)
    {
        ModelPlan Plan(bool clustered) => new ModelPlanner(book, clustered, cancellation).Plan(conflicts);
        RegionSpace regions = book.Space.Regions;
        return regions.IsAsDeclared || !regions.TryWithin(() => Plan(clustered: false)).TryGet(out ModelPlan? plan)
            ? Plan(clustered: !regions.IsAsDeclared)
            : plan;
    }

    /// <summary>A plan without rules and diagrams, in which every attribute is in use.</summary>
    public static ModelPlan Sketch(RuleBook book, CancellationToken cancellation)
    {
        var planner = new ModelPlanner(book, clustered: false, cancellation);
        ImmutableArray<FrameworkPlan> frameworks = planner.Frameworks(_ => []);
        var all = new HashSet<string>(book.Space.Regions.Variables.Select(v => v.Attribute), StringComparer.Ordinal);
        var shape = new CaseShape(book.Space, all, planner._types);
        CompiledTables none = TableCompiler.Compile([], planner._lists, planner._order.Variables, shape.SlotOf);
        return new ModelPlan(
            book.Model, [], frameworks, [], [], [], planner._store.Terminal(0), planner._store.Terminal(0), 0, none, shape, planner._types);
    }

    private ModelPlan Plan(ImmutableArray<Conflict> conflicts)
    {
        Dictionary<Rule, List<PlannedClaim>> claims = Claims();
        List<Rule> rules = [.. claims.Keys.OrderBy(r => r.Number)];
        Dictionary<Rule, int> numbers = rules.Select((rule, number) => (rule, number)).ToDictionary(r => r.rule, r => r.number);
        ImmutableArray<Symbol> orders = [.. rules.Select(r => r.Order).Distinct()];
        ImmutableArray<PlannedRule> planned =
            [.. rules.Select(r => new PlannedRule(r, _diagrams.Reorder(r.Region), _diagrams.Reorder(Due(r))))];
        ImmutableArray<PlannedPrecedence> precedences =
        [
            .. rules.SelectMany(lower => claims[lower]
                .Select(c => new PlannedPrecedence(numbers[lower], numbers[c.Upper], c.Step, c.Principle, _diagrams.Reorder(c.Cases)))),
        ];
        ILookup<FrameworkSymbol, OutcomeItem> items = rules.Where(Decides)
            .ToLookup(r => r.Clause.Framework,
                r => new OutcomeItem(orders.IndexOf(r.Order), EffectOf(r), _diagrams.Reorder(_book.Undefeated(r))));
        DiagramNode outcome = new OutcomeBuilder(_store, _lists, _cancellation).Build([.. items.SelectMany(f => f)]);
        ImmutableArray<FrameworkPlan> frameworks = Frameworks(f => [.. items[f]]);

        // A choice that leads to a case which cannot occur is none.
        DiagramNode missing = _diagrams.Reorder(_book.Space.Regions.Not(_book.Existing));
        HashSet<DiagramNode> roots =
        [
            .. planned.SelectMany(r => new[] { r.Applies, r.Due }),
            .. precedences.Select(p => p.Cases),
            outcome,
            missing,
            .. frameworks.Select(f => f.Outcome),
        ];
        roots.UnionWith(TableCompiler.Reachable(roots).SelectMany(_lists.ItemsOf).Select(i => i.Cases).ToList());
        var inUse = new HashSet<string>(TableCompiler.Reachable(roots).Where(n => !n.IsTerminal)
            .Select(n => _order.Variables[n.Variable].Attribute), StringComparer.Ordinal);
        var shape = new CaseShape(_book.Space, inUse, _types);
        CompiledTables tables = TableCompiler.Compile([.. roots.OrderBy(r => r.Id)], _lists, _order.Variables, shape.SlotOf);
        return new ModelPlan(_book.Model, conflicts, frameworks, planned, precedences, orders, outcome, missing,
            _book.Precedences.Steps.Length, tables, shape, _types);
    }

    /// <summary>Whether a rule takes part in outcomes itself.</summary>
    public static bool Decides(Rule rule) =>
        !rule.IsSoft && rule.Modality is RuleModality.Permission or RuleModality.Prohibition or RuleModality.Obligation;

    private Region Due(Rule rule)
    {
        RegionSpace regions = _book.Space.Regions;
        return rule.Modality == RuleModality.Obligation && !rule.IsSoft
            ? regions.And(rule.Trigger, regions.ExistsChosen(_book.Undefeated(rule)))
            : regions.Empty;
    }

    // The deciding rules, the rules that affect whether they stand, and who prevails over each.
    private Dictionary<Rule, List<PlannedClaim>> Claims()
    {
        var claims = new Dictionary<Rule, List<PlannedClaim>>();
        var pending =
            new Stack<Rule>(_book.Rules.Where(r => !r.Region.IsEmpty && !r.IsSoft && (Decides(r) || r.Modality == RuleModality.Exemption)));
        while (pending.Count > 0)
        {
            Rule lower = pending.Pop();
            if (claims.ContainsKey(lower))
            {
                continue;
            }

            var own = new List<PlannedClaim>();
            foreach (SettlementStep step in _book.Precedences.Steps)
            {
                foreach (Rule upper in _book.Opponents(lower))
                {
                    Region cases = _book.Precedences.Cases(step, upper, lower);
                    if (!cases.IsEmpty && _book.Precedences.PrincipleIn(step, upper, lower) is { } principle)
                    {
                        own.Add(new PlannedClaim(upper, step.Number, principle, cases));
                        pending.Push(upper);
                    }
                }
            }

            claims.Add(lower, own);
        }

        return claims;
    }

    private readonly record struct PlannedClaim(Rule Upper, int Step, Principle Principle, Region Cases);

    private static int EffectOf(Rule rule) => rule.Modality switch
    {
        RuleModality.Prohibition => Effects.Prohibits,
        RuleModality.Permission => Effects.Permits,
        RuleModality.Obligation => Effects.Obliges,
        _ => throw new UnreachableException(),
    };

    private ImmutableArray<FrameworkPlan> Frameworks(Func<FrameworkSymbol, ImmutableArray<OutcomeItem>> items)
    {
        int number = 0;
        return [.. _book.Model.Frameworks.Select(framework =>
        {
            string type = _types.ClassOf(framework);
            var scope =
                new NameScope(
                ["Clauses", "All", "Framework", "IReadOnlyList", "DateOnly", .. ReservedNames.Object, .. ReservedNames.Runtime], "Clause");
            Dictionary<string, string> members = scope.TakeAll(framework.Clauses.Select(c => c.Name), PascalCase.Convert);
            ImmutableArray<ClausePlan> clauses =
                [.. framework.Clauses.Select(c => new ClausePlan(c, number++, type, members[c.Name]))];
            return new FrameworkPlan(
                framework, type, clauses, new OutcomeBuilder(_store, _lists, _cancellation).Build(items(framework)), scope.Clashes);
        })];
    }
}
