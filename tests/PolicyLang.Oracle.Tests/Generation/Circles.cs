using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Whether clauses are said to prevail over each other in a circle, which is an error.</summary>
internal static class Circles
{
    public static bool AreIn(LawModel law)
    {
        Place[] clauses = [.. law.Frameworks.SelectMany(f => f.Clauses.Select(c => new Place(f, c)))];
        var over = clauses.ToDictionary(u => u.Name, u => clauses.Where(l => u.Name != l.Name && Claims.Prevails(u, l)).Select(l => l.Name).ToList());
        var done = new HashSet<string>();
        return clauses.Any(c => IsOnCircle(c.Name, over, [], done));
    }

    private static bool IsOnCircle(string name, Dictionary<string, List<string>> over, ImmutableHashSet<string> path, HashSet<string> done)
    {
        if (path.Contains(name))
        {
            return true;
        }

        return !done.Contains(name) && (over[name].Exists(n => IsOnCircle(n, over, path.Add(name), done)) || !done.Add(name));
    }
}
