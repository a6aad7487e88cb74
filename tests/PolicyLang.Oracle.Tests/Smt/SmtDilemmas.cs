using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using static PolicyLang.Oracle.Tests.Smt.SmtSentences;

namespace PolicyLang.Oracle.Tests.Smt;

/// <summary>Section 8: duties of which no way is left, be it by law (PL4001) or only with policies of an organisation (PL4010).</summary>
internal sealed class SmtDilemmas(
    SmtSentences sentences, SmtOrders orders, SmtCases cases, SmtPrecedence precedence, ImmutableArray<SmtRule> rules)
{
    public IEnumerable<SmtFinding> Of(int o)
    {
        IEnumerable<SmtRule> prohibitions = rules.Where(r => r.Kind == RuleKind.Prohibition && r.Clause != rules[o].Clause);
        string[] clauses = [.. prohibitions.Select(r => r.Clause).Distinct()];
        var law = new SmtDuty(cases, precedence, rules, o, "true", _ => false);
        foreach (ImmutableArray<string> set in law.MinimalSets(clauses))
        {
            yield return Finding("PL4001", o, set);
        }

        foreach (string organisation in sentences.Law.Organisations.Select(x => x.Name).Where(x => !IsOwn(rules[o], x)))
        {
            string above = orders.Above(rules[o].Order, organisation);
            if (above == SmtOrders.Never)
            {
                continue;
            }

            bool IsOfPolicy(string clause) => rules.Any(r => r.Clause == clause && IsOwn(r, organisation));
            string holds = And(above, sentences.Slot(TaxonomyModel.Organisations, ListSet.Of(organisation)));
            var bound = new SmtDuty(cases, precedence, rules, o, holds, IsOfPolicy);
            foreach (ImmutableArray<string> set in bound.MinimalSets(clauses).Where(s => s.Any(IsOfPolicy)))
            {
                if (!law.LeavesNoWay([.. set.Where(c => !IsOfPolicy(c))]))
                {
                    yield return Finding("PL4010", o, set);
                }
            }
        }
    }

    private SmtFinding Finding(string code, int o, ImmutableArray<string> set) =>
        new(code, [rules[o], .. set.Select(c => rules.First(r => r.Clause == c))]);

    private bool IsOwn(SmtRule rule, string organisation) => rule.IsPolicy && orders.Within(organisation).Contains(rule.Order);
}
