using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Meaning;

/// <summary>A clause in its framework.</summary>
public readonly record struct Place(FrameworkModel Framework, ClauseModel Clause)
{
    public string Name => $"{Framework.Name}.{Clause.Name}";
}

/// <summary>Section 6, principle 1: which clauses are said to prevail over which.</summary>
public static class Claims
{
    /// <summary>Whether one clause is said to prevail over another. Two that do so through <c>law of</c> alone prevail over neither.</summary>
    public static bool Prevails(Place upper, Place lower) =>
        ByName(upper, lower) || (ByLawOf(upper, lower) && !(ByLawOf(lower, upper) && !ByName(lower, upper)));

    /// <summary>Whether a list of a framework's clause names a clause.</summary>
    public static bool Names(ImmutableArray<string> names, FrameworkModel framework, Place clause) => NamesItself(names, framework, clause) || NamesLawOf(names, framework, clause);

    private static bool ByName(Place upper, Place lower) => Any(upper, lower, NamesItself);

    private static bool ByLawOf(Place upper, Place lower) => Any(upper, lower, NamesLawOf);

    private static bool Any(Place upper, Place lower, Func<ImmutableArray<string>, FrameworkModel, Place, bool> names) =>
        names(lower.Clause.SubjectTo, lower.Framework, upper)
        || new[] { upper.Clause.PrevailsOver, upper.Clause.Notwithstanding, upper.Clause.ExemptFrom }.Any(list => names(list, upper.Framework, lower));

    private static bool NamesItself(ImmutableArray<string> names, FrameworkModel framework, Place clause) => names.Contains(clause.Name) || names.Contains(clause.Framework.Name);

    private static bool NamesLawOf(ImmutableArray<string> names, FrameworkModel framework, Place clause) =>
        clause.Framework.Name != framework.Name && names.Contains("law of " + clause.Framework.Authority);
}
