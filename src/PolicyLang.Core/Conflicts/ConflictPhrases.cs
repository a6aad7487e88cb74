using System.Diagnostics;
using PolicyLang.Conflicts.Kinds;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>Phrases that sentences about conflicts share; each kind words itself, in <c>Kinds</c>.</summary>
internal static class ConflictPhrases
{
    /// <summary>What collides and why, and what prevails where something does.</summary>
    public static string Message(ConflictCandidate candidate, Resolution? resolution)
    {
        string end = resolution is null ? string.Empty
            : resolution.Elsewhere.IsEmpty ? $" {resolution.Prevails} prevails there ({Word(resolution.By)})."
            : $" There {string.Join(", ", resolution.All().Select(r => $"in part {r.Prevails} prevails ({Word(r.By)})"))}.";
        return candidate.Nature.Sentence(candidate, resolution is null) + end;
    }

    /// <summary>A clause and its legal order: "CloudAct.Disclose (US)".</summary>
    public static string Name(Rule rule) => $"{rule.Clause.QualifiedName} ({rule.Order.Name})";

    /// <summary>The rules but the first, by name.</summary>
    public static string Others(ConflictCandidate candidate) => List(candidate.Rules.Skip(1).Select(Name));

    /// <summary>The verb of a prohibition: "prohibits", or "advises against" where it is soft.</summary>
    public static string Prohibits(Rule? rule) => rule is { IsSoft: true } ? "advises against" : "prohibits";

    /// <summary>The verb of a duty: "requires", or "advises" where it is soft.</summary>
    public static string Requires(Rule rule) => rule.IsSoft ? "advises" : "requires";

    /// <summary>The verb of the rules but the first, which are prohibitions.</summary>
    public static string Prohibit(ConflictCandidate candidate)
    {
        ImmutableArray<Rule> rest = candidate.Rules.RemoveAt(0);
        return rest.Length < 2 ? Prohibits(rest.FirstOrDefault())
            : rest.Any(r => r.IsSoft) ? "together advise against or prohibit"
            : "together prohibit";
    }

    /// <summary>The parties as they are bound: a bloc once, for all its members.</summary>
    public static string Parties(ConflictCandidate candidate) =>
        List(candidate.Concerned.Select(c => c.Party?.Name ?? string.Empty).Distinct().OrderBy(n => n, StringComparer.Ordinal));

    /// <summary>The acknowledgement that would accept a conflict, as it is written.</summary>
    public static string Acknowledge(ConflictCandidate candidate) =>
        $"'acknowledge conflict between {string.Join(" and ", candidate.Rules.Select(r => r.Clause.QualifiedName).Distinct())} "
            + "because \"…\"'";

    /// <summary>A principle of precedence in words.</summary>
    public static string Word(Principle principle) => principle switch
    {
        Principle.Explicit => "explicit precedence",
        Principle.Superior => "lex superior",
        Principle.Specialis => "lex specialis",
        Principle.Posterior => "lex posterior",
        _ => throw new UnreachableException(),
    };

    private static string List(IEnumerable<string> names)
    {
        List<string> list = names.ToList();
        return list.Count <= 1
            ? list.FirstOrDefault() ?? string.Empty
            : $"{string.Join(", ", list.Take(list.Count - 1))} and {list[list.Count - 1]}";
    }
}
