using System.Diagnostics;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Conflicts;

/// <summary>The sentences that tell a conflict.</summary>
internal static class ConflictMessages
{
    public static string Message(ConflictCandidate candidate, Resolution? resolution)
    {
        string end = resolution is null ? string.Empty
            : resolution.Elsewhere.IsEmpty ? $" {resolution.Prevails} prevails there ({Word(resolution.By)})."
            : $" There {string.Join(", ", resolution.All().Select(r => $"in part {r.Prevails} prevails ({Word(r.By)})"))}.";
        return Sentence(candidate, resolution is null) + end;
    }

    private static string Sentence(ConflictCandidate candidate, bool open)
    {
        Rule first = candidate.Rules[0];
        ImmutableArray<Rule> rest = candidate.Rules.RemoveAt(0);
        string others = List(rest.Select(Name));
        string prohibit = rest.Length > 1
            ? (rest.Any(r => r.IsSoft) ? "together advise against or prohibit" : "together prohibit")
            : Prohibits(rest.FirstOrDefault());
        string requires = first.IsSoft ? "advises" : "requires";
        switch (candidate.Nature)
        {
            case ConflictKind.Dilemma:
                return $"{Name(first)} {requires} what {others} {prohibit}: "
                    + $"{(open ? "no choice complies with both." : "without precedence no choice would comply with both.")}";
            case ConflictKind.AvoidableDilemma:
                return $"{Name(first)} {requires} an act that {others} {prohibit} in some ways of doing it; other ways comply with both.";
            case ConflictKind.Contradiction:
                return $"{Name(first)} permits what {others} {prohibit}, in the same legal order{(open ? ", and neither prevails." : ".")}";
            case ConflictKind.WaiverConflict:
                return $"{Name(first)} {requires} what {others} says need not be done, in the same legal "
                    + $"order{(open ? ", and neither prevails." : ".")}";
            case ConflictKind.TreatyBreach:
                return Breach(candidate, first, rest[0]);
            case ConflictKind.MissingTransposition:
                string doing = first.Modality == RuleModality.DutyToProhibit ? "prohibit" : "require";
                string parties = Parties(candidate);
                return $"{Name(first)} binds {parties} to {doing} what no clause of "
                    + $"{(candidate.Rules.Select(r => r.Party).Distinct().Count() > 1 ? "their" : "that")} law "
                    + $"{(doing == "prohibit" ? "prohibits" : "requires")} in the case shown.";
            case ConflictKind.TreatyConflict:
                string asks = rest[0].Modality == RuleModality.DutyToProhibit ? "prohibit" : "require";
                string guaranteed = first.Modality == RuleModality.AllowGuarantee ? "allow" : "not require";
                return $"{first.Clause.QualifiedName} binds {Parties(candidate)} to {guaranteed} what {rest[0].Clause.QualifiedName} "
                    + $"binds {(IsOne(candidate) ? "it" : "them")} to {asks}: no law complies with both.";
            case ConflictKind.UnlawfulProhibition:
                return $"{Name(first)} requires what {others} {prohibit}, and {first.Order.Name} stands above "
                    + $"{rest.First(r => r.Clause.Framework.Rank == Rank.Policy).Order.Name}: the policy leaves no way to comply.";
            case ConflictKind.UnlawfulPermission:
                if (first.Modality == RuleModality.Waiver)
                {
                    return $"{Name(first)} says that need not be done what {others} requires, and {rest[0].Order.Name} stands above "
                        + $"{first.Order.Name}.";
                }

                return $"{Name(first)} {(first.Modality == RuleModality.Obligation ? "requires" : "permits")} what {others} {prohibit}, "
                    + $"and {rest[0].Order.Name} stands above {first.Order.Name}.";
            default:
                throw new UnreachableException();
        }
    }

    private static bool IsOne(ConflictCandidate candidate) => candidate.Concerned.Select(c => c.Party).Distinct().Count() < 2;

    // The parties as they are bound: a bloc once, for all its members.
    private static string Parties(ConflictCandidate candidate) =>
        List(candidate.Concerned.Select(c => c.Party?.Name ?? string.Empty).Distinct().OrderBy(n => n, StringComparer.Ordinal));

    private static string Breach(ConflictCandidate candidate, Rule guarantee, Rule rule)
    {
        if (!guarantee.IsGuarantee)
        {
            return $"{Name(rule)} permits what {guarantee.Clause.QualifiedName} {(guarantee.IsSoft ? "discourages" : "forbids")}, which "
                + $"binds {Parties(candidate)}.";
        }

        string does = rule.Modality == RuleModality.Prohibition
            ? (rule.IsSoft ? "advises against" : "prohibits")
            : (rule.IsSoft ? "advises" : "requires");
        string promise = guarantee.Modality == RuleModality.AllowGuarantee ? "to allow" : "not to require";
        string enforceable = candidate.NotEnforceable ? " The guarantee is not enforceable there." : string.Empty;
        return $"{Name(rule)} {does} what {guarantee.Clause.QualifiedName} binds {Parties(candidate)} "
            + $"{promise}.{enforceable}{Excuses(candidate)}";
    }

    private static string Excuses(ConflictCandidate candidate) => string.Concat(candidate.Excuses.Select(e =>
        $" {e.Clause} {(candidate.Status == ConflictStatus.Excusable && e.IsWhole ? "would excuse it" : "could be invoked")}"
            + $"{(e.Requires.IsEmpty ? string.Empty : $" ({string.Join("; ", e.Requires)})")}."));

    public static string? Help(ConflictCandidate candidate, ConflictStatus status)
    {
        if (status is ConflictStatus.Resolved or ConflictStatus.Acknowledged or ConflictStatus.Ended)
        {
            return null;
        }

        string first = candidate.Rules[0].Clause.QualifiedName;
        string second = candidate.Rules[candidate.Rules.Length - 1].Clause.QualifiedName;
        string acknowledge =
            $"'acknowledge conflict between {string.Join(" and ", candidate.Rules.Select(r => r.Clause.QualifiedName).Distinct())} "
            + "because \"…\"'";
        return candidate.Nature switch
        {
            ConflictKind.Dilemma =>
                $"Let one yield ('subject to {first}' in {second}, or the reverse), narrow one of them, or {acknowledge}.",
            ConflictKind.AvoidableDilemma => null,
            ConflictKind.TreatyBreach =>
                $"Let the law yield ('subject to {first}' in {second}), invoke an exception of the treaty ('invoking …'), reserve the "
                + $"clause ('reserving {candidate.Rules[0].Clause.Name}' where the party adopts it), or {acknowledge}.",
            ConflictKind.MissingTransposition =>
                $"Add the clause to that law, or reserve '{candidate.Rules[0].Clause.Name}' where the party adopts "
                + $"'{candidate.Rules[0].Clause.Framework.Name}'.",
            ConflictKind.UnlawfulProhibition => $"Except in the policy what {first} requires, or write 'subject to {first}' in it.",
            ConflictKind.TreatyConflict =>
                $"Let one yield ('subject to {second}' in {first}, or the reverse), except there what the other asks for, or "
                + $"{acknowledge}.",
            ConflictKind.UnlawfulPermission => $"Narrow {first}, or write 'subject to {second}' in it.",
            ConflictKind.Contradiction or ConflictKind.WaiverConflict =>
                $"Say which prevails: 'subject to {first}' in {second}, or the reverse.",
            _ => throw new UnreachableException(),
        };
    }

    public static string Word(Principle principle) => principle switch
    {
        Principle.Explicit => "explicit precedence",
        Principle.Superior => "lex superior",
        Principle.Specialis => "lex specialis",
        Principle.Posterior => "lex posterior",
        _ => throw new UnreachableException(),
    };

    private static string Prohibits(Rule? rule) => rule is { IsSoft: true } ? "advises against" : "prohibits";

    private static string Name(Rule rule) => $"{rule.Clause.QualifiedName} ({rule.Order.Name})";

    private static string List(IEnumerable<string> names)
    {
        List<string> list = names.ToList();
        return list.Count <= 1
            ? list.FirstOrDefault() ?? string.Empty
            : $"{string.Join(", ", list.Take(list.Count - 1))} and {list[list.Count - 1]}";
    }
}
