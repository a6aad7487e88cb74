using PolicyLang.Decisions.Blocks;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>What a clause says, in words.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Force">Its days, in words.</param>
/// <param name="Says">What it says of which cases; empty where that is beyond the budget, or it speaks of none.</param>
internal sealed record SpokenClause(ClauseSymbol Clause, string Force, ImmutableArray<SpokenForce> Says);

/// <summary>One thing that a clause says.</summary>
/// <param name="Kind">The beginning of a sentence: "Forbidden where".</param>
/// <param name="Where">The most general cases, each as the rest of it.</param>
internal sealed record SpokenForce(string Kind, ImmutableArray<string> Where);

/// <summary>Reads the clauses of a file out.</summary>
internal static class SpokenClauses
{
    /// <summary>Those of a file, in the order in which they stand there.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<SpokenClause> Find(Workspace workspace, string file, CancellationToken cancellation = default) =>
    [
        .. workspace.GetModel(cancellation).Clauses.Where(c => c.Location.File == file).OrderBy(c => c.Location.Span.Start)
            .Select(c => new SpokenClause(c, SymbolHover.Force(c.Force), Says(workspace, c, cancellation))),
    ];

    private static ImmutableArray<SpokenForce> Says(Workspace workspace, ClauseSymbol clause, CancellationToken cancellation)
    {
        ImmutableArray<SpokenForce> said = workspace.Ask(
            $"What {clause.QualifiedName} speaks of",
            rules => rules.RulesOf(clause).GroupBy(Kind)
                .Select(kind => new SpokenForce(kind.Key, [.. RegionWords.Reach(rules, kind).Lines.Select(l => l.Spoken)]))
                .ToImmutableArray(),
            out _,
            cancellation).Or([]);
        return clause.Meaning?.LawModality is not null
            ? [new SpokenForce("Binds the law of its parties", [])]
            : [.. said.Where(s => !s.Where.IsEmpty)];
    }

    private static string Kind(Rule rule) => (rule.Modality, rule.IsSoft) switch
    {
        (RuleModality.Prohibition, false) => "Forbidden where",
        (RuleModality.Prohibition, true) => "Discouraged where",
        (RuleModality.Obligation, false) => "Due where",
        (RuleModality.Obligation, true) => "Advised where",
        (RuleModality.Permission, _) => "Allowed where",
        (RuleModality.Waiver, _) => "Not due where",
        _ => "Lifts other clauses where",
    };
}
