using PolicyLang.Oracle.Meaning;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 8: dead and redundant clauses.</summary>
internal sealed class SmtSuperfluous(SmtSentences sentences, SmtCases cases, SmtPrecedence precedence, ImmutableArray<SmtRule> rules)
{
    /// <summary>"PL5001 clause" and "PL5002 clause".</summary>
    public IEnumerable<string> All(ImmutableArray<SmtFinding> conflicts)
    {
        foreach (string framework in sentences.Law.Frameworks.Where(f => !f.Force.IsEmpty).Select(f => f.Name))
        {
            ILookup<bool, string> clauses = rules.Where(r => r.Framework.Name == framework && !r.IsLawMaking).Select(r => r.Clause)
                .Distinct()
                .ToLookup(IsDead);
            foreach (string dead in clauses[true].Where(d => !conflicts.Any(f => f.Has(d))))
            {
                yield return $"PL5002 {dead}";
            }

            // Of clauses that contain each other the first one stays.
            List<string> kept = [.. clauses[false]];
            foreach (string clause in clauses[false].Reverse().Where(c => IsRedundant(c, [.. kept.Where(k => k != c)])))
            {
                kept.Remove(clause);
                yield return $"PL5001 {clause}";
            }
        }
    }

    private IEnumerable<int> Rules(Func<SmtRule, bool> which) => Enumerable.Range(0, rules.Length).Where(i => which(rules[i]));

    private bool IsDead(string clause) => !Rules(r => r.Clause == clause).Any(i => cases.Has(precedence.Stands[i]));

    private bool IsRedundant(string clause, ImmutableArray<string> others) =>
        !precedence.IsInPrecedence(clause) && rules.First(r => r.Clause == clause).Source.Invoking.IsEmpty
        && Rules(r => r.Clause == clause).Where(i => cases.Has(precedence.Applies[i]))
            .All(i => !precedence.IsSpecial(i) && IsContained(i, others));

    private bool IsContained(int r, ImmutableArray<string> clauses)
    {
        SmtRule rule = rules[r];
        int[] others = [.. Rules(o => clauses.Contains(o.Clause) && o.Kind == rule.Kind && o.IsSoft == rule.IsSoft
            && o.IsWeak == rule.IsWeak && !cases.Has($"(xor {o.Days} {rule.Days})"))];
        return rule.Kind == RuleKind.Obligation
            ? others.Any(o => IsSameDuty(r, o))
            : IsWithin(precedence.Applies[r], others.Select(o => precedence.Applies[o]))
                && IsWithin(precedence.Stands[r], others.Select(o => precedence.Stands[o]));
    }

    private bool IsSameDuty(int r, int o) => IsWithin(rules[r].Triggered, [rules[o].Triggered])
        && IsWithin(precedence.Stands[r], [precedence.Stands[o]])
        && !cases.Has($"(xor {And(precedence.Applies[o], rules[r].Triggered)} {precedence.Applies[r]})");

    private bool IsWithin(string part, IEnumerable<string> whole) => !cases.Has(part, Not(Or(whole)));
}
