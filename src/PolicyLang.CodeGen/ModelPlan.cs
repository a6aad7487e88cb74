using PolicyLang.CodeGen.Naming;
using PolicyLang.CodeGen.Shape;
using PolicyLang.CodeGen.Tables;
using PolicyLang.Conflicts;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen;

/// <summary>A rule that bears on decisions, with its diagrams.</summary>
internal sealed record PlannedRule(Rule Rule, DiagramNode Applies, DiagramNode Due);

/// <summary>Where one planned rule prevails over another, both by number.</summary>
internal sealed record PlannedPrecedence(int Lower, int Upper, int Step, Principle Principle, DiagramNode Cases);

/// <summary>Everything that the writers of generated code need, worked out.</summary>
internal sealed record ModelPlan(
    SemanticModel Model,
    ImmutableArray<Conflict> Conflicts,
    ImmutableArray<FrameworkPlan> Frameworks,
    ImmutableArray<PlannedRule> Rules,
    ImmutableArray<PlannedPrecedence> Precedences,
    ImmutableArray<Symbol> Orders,
    DiagramNode Outcome,
    DiagramNode Missing,
    int Steps,
    CompiledTables Tables,
    CaseShape Shape,
    TypeNames Types)
{
    private readonly Dictionary<string, ClausePlan> _clauses = Frameworks.SelectMany(f => f.Clauses)
        .ToDictionary(c => c.Symbol.QualifiedName, StringComparer.Ordinal);

    /// <summary>Every clause, by its number in generated code.</summary>
    public IEnumerable<ClausePlan> Clauses => Frameworks.SelectMany(f => f.Clauses);

    /// <summary>The clause of a qualified name.</summary>
    public ClausePlan Clause(string qualifiedName) => _clauses[qualifiedName];
}

/// <summary>A framework under its C# name.</summary>
internal sealed record FrameworkPlan(FrameworkSymbol Symbol, string Class, ImmutableArray<ClausePlan> Clauses, DiagramNode Outcome,
    IReadOnlyList<NameClash> Clashes);

/// <summary>A clause under its C# name.</summary>
/// <param name="Symbol">The clause.</param>
/// <param name="Number">Its number in generated code.</param>
/// <param name="Class">The class of its framework.</param>
/// <param name="Member">Its member of that class's <c>Clauses</c>.</param>
internal sealed record ClausePlan(ClauseSymbol Symbol, int Number, string Class, string Member)
{
    /// <summary>How C# refers to it.</summary>
    public string Path => $"{Class}.Clauses.{Member}";
}
