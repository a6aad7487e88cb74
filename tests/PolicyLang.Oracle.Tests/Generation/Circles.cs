using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Text;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Whether clauses are said to prevail over each other in a circle, which is an error. Two that do so through <c>law of</c> alone prevail over neither.</summary>
internal static class Circles
{
    public static bool AreIn(LawModel law)
    {
        (string Name, FrameworkModel Framework, ClauseModel Clause)[] clauses = [.. law.Frameworks.SelectMany(f => f.Clauses.Select(c => ($"{f.Name}.{c.Name}", f, c)))];
        var over = clauses.ToDictionary(u => u.Name, u => clauses.Where(l => u.Name != l.Name && Claims(u, l)).Select(l => l.Name).ToList());
        var done = new HashSet<string>();
        return clauses.Any(c => IsOnCircle(c.Name, over, [], done));
    }

    private static bool IsOnCircle(string name, Dictionary<string, List<string>> over, ImmutableHashSet<string> path, HashSet<string> done)
    {
        if (path.Contains(name))
        {
            return true;
        }

        return done.Contains(name) ? false : over[name].Exists(n => IsOnCircle(n, over, path.Add(name), done)) || !done.Add(name);
    }

    private static bool Claims((string Name, FrameworkModel Framework, ClauseModel Clause) upper, (string Name, FrameworkModel Framework, ClauseModel Clause) lower) =>
        Names(upper, lower, IsNamed) || (Names(upper, lower, IsLawOf) && !(Names(lower, upper, IsLawOf) && !Names(lower, upper, IsNamed)));

    private static bool Names(
        (string Name, FrameworkModel Framework, ClauseModel Clause) upper, (string Name, FrameworkModel Framework, ClauseModel Clause) lower, Func<string, FrameworkModel, string, FrameworkModel, bool> isNamed)
    {
        ImmutableArray<string> claims = [.. upper.Clause.PrevailsOver, .. upper.Clause.Notwithstanding, .. upper.Clause.ExemptFrom];
        return claims.Any(n => isNamed(n, upper.Framework, lower.Name, lower.Framework)) || lower.Clause.SubjectTo.Any(n => isNamed(n, lower.Framework, upper.Name, upper.Framework));
    }

    private static bool IsNamed(string name, FrameworkModel at, string clause, FrameworkModel framework) => name == clause || name == framework.Name;

    private static bool IsLawOf(string name, FrameworkModel at, string clause, FrameworkModel framework) => at.Name != framework.Name && name == PolicyText.LawOf + framework.Authority;
}
