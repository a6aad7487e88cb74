using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>The sentences that tell a conflict.</summary>
internal static class ConflictMessages
{
    public static string Message(ConflictCandidate candidate, Resolution? resolution)
    {
        Rule first = candidate.Rules[0];
        string others = List(candidate.Rules.Skip(1).Select(Name));
        string end = resolution is null ? string.Empty : $" {resolution.Prevails} prevails there ({Word(resolution.By)}).";
        bool many = candidate.Rules.Length > 2;
        return candidate.Kind switch
        {
            ConflictKind.Dilemma => $"{Name(first)} requires what {others} {(many ? "together prohibit" : "prohibits")}: {(resolution is null ? "no choice complies with both." : "without precedence no choice would comply with both.")}{end}",
            ConflictKind.AvoidableDilemma => $"{Name(first)} requires an act that {others} prohibits in some ways of doing it; other ways comply with both.{end}",
            _ => $"{Name(first)} permits what {others} prohibits, in the same legal order{(resolution is null ? ", and neither prevails." : ".")}{end}",
        };
    }

    public static string? Help(ConflictCandidate candidate, ConflictStatus status)
    {
        if (status is ConflictStatus.Resolved or ConflictStatus.Acknowledged)
        {
            return null;
        }

        string first = candidate.Rules[0].Clause.QualifiedName;
        string second = candidate.Rules[candidate.Rules.Length - 1].Clause.QualifiedName;
        return candidate.Kind switch
        {
            ConflictKind.Dilemma => $"Let one yield ('subject to {first}' in {second}, or the reverse), narrow one of them, or 'acknowledge conflict between {string.Join(" and ", candidate.Rules.Select(r => r.Clause.QualifiedName).Distinct())} because \"…\"'.",
            ConflictKind.AvoidableDilemma => null,
            _ => $"Say which prevails: 'subject to {first}' in {second}, or the reverse.",
        };
    }

    public static string Word(Principle principle) => principle switch
    {
        Principle.Explicit => "explicit precedence",
        Principle.Superior => "lex superior",
        Principle.Specialis => "lex specialis",
        _ => "lex posterior",
    };

    private static string Name(Rule rule) => $"{rule.Clause.QualifiedName} ({rule.Order.Name})";

    private static string List(IEnumerable<string> names)
    {
        List<string> list = names.ToList();
        return list.Count == 1 ? list[0] : $"{string.Join(", ", list.Take(list.Count - 1))} and {list[list.Count - 1]}";
    }
}
