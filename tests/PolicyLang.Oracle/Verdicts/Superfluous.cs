using PolicyLang.Oracle.Meaning;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>Section 8: redundant and dead clauses.</summary>
/// <param name="court">The workspace.</param>
/// <param name="conflicts">Its conflicts.</param>
public sealed class Superfluous(Court court, IReadOnlyCollection<Finding> conflicts)
{
    /// <summary>"PL5001 clause" and "PL5002 clause".</summary>
    public IEnumerable<string> All()
    {
        foreach (FrameworkModel framework in court.Law.Frameworks.Where(f => !f.Force.IsEmpty))
        {
            List<string> kept = [.. framework.Clauses.Where(c => !c.IsLawMaking).Select(c => $"{framework.Name}.{c.Name}")];
            foreach (string clause in kept.Where(IsDead).ToList())
            {
                kept.Remove(clause);
                if (!conflicts.Any(f => f.IsTold && f.Rules.Any(r => r.Clause == clause)))
                {
                    yield return $"PL5002 {clause}";
                }
            }

            // Of clauses that contain each other the first one stays.
            foreach (string clause in Enumerable.Reverse(kept).ToList())
            {
                List<Rule> others = [.. court.Rules.Where(r => kept.Contains(r.Clause) && r.Clause != clause)];
                if (!IsInPrecedence(clause) && Rules(clause).Where(r => Cases().Any(r.Applies)).All(r => IsContained(r, others) && !IsSpecial(r)))
                {
                    kept.Remove(clause);
                    yield return $"PL5001 {clause}";
                }
            }
        }
    }

    private IEnumerable<Rule> Rules(string clause) => court.Rules.Where(r => r.Clause == clause);

    private bool IsDead(string clause) => !court.Judgements.Any(j => Rules(clause).Any(j.Stands));

    private bool IsInPrecedence(string clause)
    {
        Place[] all = [.. court.Law.Frameworks.SelectMany(f => f.Clauses.Select(c => new Place(f, c)))];
        Place own = all.First(p => p.Name == clause);
        return !own.Clause.Invoking.IsEmpty || all.Any(p => p.Name != clause && (Claims.Prevails(p, own) || Claims.Prevails(own, p)));
    }

    private bool IsSpecial(Rule rule) => court.Rules.Any(o => Cases().Any(c => rule.Applies(c) && o.Applies(c)) && court.Judgements.Take(1).Any(j => court.Precedence.IsMoreSpecial(rule, o, j.Case)));

    private bool IsContained(Rule rule, List<Rule> all)
    {
        List<Rule> others = [.. all.Where(o => o.Kind == rule.Kind && o.IsSoft == rule.IsSoft && o.IsWeak == rule.IsWeak && Cases().All(c => o.InForce(c) == rule.InForce(c)))];
        return rule.Kind == RuleKind.Obligation
            ? others.Exists(o => IsSameDuty(rule, o))
            : Cases().All(c => !rule.Applies(c) || others.Exists(o => o.Applies(c))) && court.Judgements.All(j => !j.Stands(rule) || others.Exists(j.Stands));
    }

    private bool IsSameDuty(Rule rule, Rule o) =>
        Cases().All(c => (!rule.IsTriggered(c) || o.IsTriggered(c)) && (o.Applies(c) && rule.IsTriggered(c)) == rule.Applies(c))
        && court.Judgements.All(j => !j.Stands(rule) || j.Stands(o));

    private IEnumerable<Case> Cases() => court.Judgements.Select(j => j.Case);
}
