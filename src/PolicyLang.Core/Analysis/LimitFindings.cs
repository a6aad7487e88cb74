using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis;

/// <summary>What is said where an answer is missing because it is beyond the budget: which clauses are meant, and what can be
/// done.</summary>
internal static class LimitFindings
{
    private const int MostNamed = 3;
    private const string Advice = "Narrow their places or conditions, or split them, so that fewer combine.";

    /// <summary>A clause that has no rules.</summary>
    public static Diagnostic TooComplex(ClauseSymbol clause) => LimitDiagnostics.TooComplex.Create(
        clause.Location,
        $"The clause '{clause.QualifiedName}' combines too many conditions to be decided; it is left out of conflicts and decisions.",
        "Split it into several clauses, or give parts of its conditions a name with 'define'.");

    /// <summary>Assumptions that cannot be taken into account.</summary>
    public static ImmutableArray<Diagnostic> Assumptions(RuleBook book) => !book.KnowsExisting && book.Model.Assumptions is [var first, ..]
        ?
        [
            LimitDiagnostics.TooComplex.Create(
                first.Location, "The assumptions combine too many conditions to be decided; all cases count.",
                "Write them with fewer conditions, or leave some out."),
        ]
        : [];

    /// <summary>A clause some of whose conflicts are not known.</summary>
    public static Diagnostic Undecided(ClauseSymbol clause) => LimitDiagnostics.Undecided.Create(
        clause.Location,
        $"The conflicts of '{clause.QualifiedName}' are not decided: it overlaps with too many clauses that say the opposite, or combines "
            + "too many of their conditions.",
        "Narrow its places or conditions, or split it, so that fewer clauses overlap with it.");

    /// <summary>A clause of which it is not known whether it says anything of its own.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="beside">The clauses that might say the same.</param>
    public static Diagnostic Unweighed(ClauseSymbol clause, IEnumerable<ClauseSymbol> beside) => LimitDiagnostics.Unweighed.Create(
        clause.Location,
        $"It is not decided whether '{clause.QualifiedName}' says anything that {Name(beside)} do not say together: they combine too many "
            + "conditions.",
        Advice);

    /// <summary>A check or a scenario that is neither met nor refuted.</summary>
    /// <param name="what">The check or the scenario, as the subject of a sentence.</param>
    /// <param name="space">The space of the rules.</param>
    /// <param name="rules">The rules that may bear on it.</param>
    public static string Unanswered(string what, RegionSpace space, IEnumerable<Rule> rules)
    {
        // What combines has many conditions of its own.
        IEnumerable<ClauseSymbol> clauses = rules.Where(r => !r.IsSoft && !r.IsLawMaking).OrderByDescending(r => space.SizeOf(r.Region))
            .Select(r => r.Clause);
        return $"{what} is not decided: {Name(clauses)} combine too many conditions. {Advice}";
    }

    /// <summary>The finding that a check or a scenario is neither met nor refuted.</summary>
    public static Diagnostic Unanswered(Location location, string message) => LimitDiagnostics.Unanswered.Create(location, message);

    /// <summary>A question that has no answer.</summary>
    /// <inheritdoc cref="Unanswered(string, RegionSpace, IEnumerable{Rule})"/>
    public static Problem Problem(string what, RegionSpace space, IEnumerable<Rule> rules) =>
        new(Unanswered(what, space, rules), LimitDiagnostics.Unanswered);

    private static string Name(IEnumerable<ClauseSymbol> clauses)
    {
        ImmutableArray<string> names = [.. clauses.Select(c => $"'{c.QualifiedName}'").Distinct()];
        return names.IsEmpty ? "the clauses"
            : CaseSentence.List(
                names.Length <= MostNamed ? names : [.. names.Take(MostNamed), $"{names.Length - MostNamed} others"], "and");
    }
}
