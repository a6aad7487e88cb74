using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>A variable of a case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in SMT-LIB.</param>
/// <param name="Range">What values it has.</param>
/// <param name="IsChosen">Whether it is chosen, not given.</param>
internal sealed record SmtVariable(string Name, string Type, string Range, bool IsChosen);

/// <summary>Section 1: the cases of a workspace, and those of them that exist.</summary>
internal sealed class SmtCases
{
    private readonly Z3Solver _solver;
    private readonly SmtSentences _sentences;
    private readonly ImmutableArray<SmtVariable> _chosen;
    private readonly string _parameters;
    private readonly string _arguments;

    /// <param name="solver">The solver.</param>
    /// <param name="sentences">The sentences.</param>
    /// <param name="clocks">The clocks that rules compare; all are lowered by now.</param>
    public SmtCases(Z3Solver solver, SmtSentences sentences, SmtClocks clocks)
    {
        (_solver, _sentences) = (solver, sentences);
        Variables = [.. sentences.Law.Attributes.SelectMany(Of)];
        ImmutableArray<string> events = [.. SmtClocks.Events.Where(clocks.IsAnySpokenOf)];
        ImmutableArray<SmtVariable> ages = [.. events.Select(e => new SmtVariable(SmtClocks.Days(e), "Int", "true", true))];
        solver.Run(string.Concat(Variables.Concat(ages).Select(v => $"(declare-const {v.Name} {v.Type})(assert {v.Range})")));

        // Two clocks agree iff some number of days fits both, so that number is one more thing that is chosen.
        _chosen = [.. Variables.Where(v => v.IsChosen), .. ages];
        _parameters = string.Join(" ", _chosen.Select(v => $"({v.Name} {v.Type})"));
        _arguments = string.Join(" ", _chosen.Select(v => v.Name));
        Exists = Define("exists_", And([.. sentences.Law.Assumptions.Select(Assumed), .. events.Select(clocks.Agree)]));
    }

    public ImmutableArray<SmtVariable> Variables { get; }

    /// <summary>Whether the case exists.</summary>
    public string Exists { get; }

    /// <summary>Names a formula. What is chosen is a parameter of it, so that it can be spoken of for all choices.</summary>
    public string Define(string name, string formula)
    {
        _solver.Run($"(define-fun {name} ({_parameters}) Bool {formula})");
        return $"({name} {_arguments})";
    }

    /// <summary>Whether a formula holds for every choice that there is with the same given facts.</summary>
    public string ForAllChoices(string formula) =>
        $"(forall ({_parameters}) (=> {And([.. _chosen.Select(v => v.Range), Exists])} {formula}))";

    /// <summary>Whether there is such a case.</summary>
    public bool Has(params string[] formulas) => _solver.IsPossible(And([Exists, .. formulas]));

    /// <summary>The values of such a case; none where there is none.</summary>
    public IReadOnlyDictionary<string, string> Sample(string formula) =>
        _solver.Solve(And(Exists, formula), [.. Variables.Concat(_chosen).Select(v => v.Name).Distinct()]);

    /// <summary>Whether there would be such a case if all existed.</summary>
    public bool CouldHave(params string[] formulas) => _solver.IsPossible(And(formulas));

    private string Assumed(AssumptionModel a) =>
        $"(=> {_sentences.Condition(a.Condition)} {(a.Implied is null ? "false" : _sentences.Condition(a.Implied))})";

    private int LastLeaf(AttributeModel a) => a.Taxonomy == TaxonomyModel.Places ? SmtSentences.Places : _sentences.Leaves(a).Length - 1;

    private IEnumerable<SmtVariable> Of(AttributeModel a) => a.Type switch
    {
        AttributeType.Flag => [new(a.Name, "Bool", "true", a.Chosen)],
        AttributeType.Count => [new(a.Name, "Int", $"(<= 0 {a.Name} {long.MaxValue})", a.Chosen)],
        AttributeType.Date => [new(a.Name, "Int", $"(<= 0 {a.Name} {DateOnly.MaxValue.DayNumber})", a.Chosen)],
        AttributeType.Leaf => [new(a.Name, "Int", $"(<= 0 {a.Name} {LastLeaf(a)})", a.Chosen)],
        _ => _sentences.Leaves(a).Skip(1).Select(l => new SmtVariable($"{a.Name}_{l.Name}", "Bool", "true", a.Chosen)),
    };
}
