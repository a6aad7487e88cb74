using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>What became of a rule that applies.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Stands">Whether it stands.</param>
/// <param name="By">The principle by which it fell; null where it stands, or is a weak permission that counts for nothing.</param>
/// <param name="Winners">The rules that made it fall.</param>
public sealed record Fate(Rule Rule, bool Stands, Principle? By, ImmutableArray<Rule> Winners);

/// <summary>Section 6: evaluation in one case.</summary>
public static class Standing
{
    public static ImmutableArray<Fate> Of(Precedence precedence, IEnumerable<Rule> rules, Case c, bool alone = false)
    {
        var fates = rules.Where(r => r.Applies(c)).ToDictionary(r => r, r => new Fate(r, true, null, []));
        foreach (Principle principle in precedence.Principles)
        {
            List<Rule> standing = [.. fates.Values.Where(f => f.Stands).Select(f => f.Rule)];
            var winners = new Dictionary<Rule, ImmutableArray<Rule>>();
            foreach (Rule rule in standing)
            {
                Winners(precedence, principle, rule, standing, c, alone, winners);
            }

            foreach (Rule rule in standing.Where(r => !winners[r].IsEmpty))
            {
                fates[rule] = new Fate(rule, false, principle, winners[rule]);
            }
        }

        // A weak permission counts for nothing where a prohibition of its own order stands.
        foreach (Fate weak in fates.Values.Where(f => f.Stands && f.Rule.IsWeak).ToList())
        {
            ImmutableArray<Rule> prohibitions = [.. fates.Values
                .Where(f => f.Stands && f.Rule.Kind == RuleKind.Prohibition && !f.Rule.IsSoft && f.Rule.Order == weak.Rule.Order).Select(f => f.Rule)];
            if (!prohibitions.IsEmpty)
            {
                fates[weak.Rule] = new Fate(weak.Rule, false, null, prohibitions);
            }
        }

        return [.. fates.Values];
    }

    // A rule falls iff a rule that does not fall prevails over it. Along one principle there is no circle, so this comes to an end.
    private static ImmutableArray<Rule> Winners(
        Precedence precedence, Principle principle, Rule rule, List<Rule> standing, Case c, bool alone, Dictionary<Rule, ImmutableArray<Rule>> known)
    {
        if (!known.TryGetValue(rule, out ImmutableArray<Rule> winners))
        {
            winners = [.. standing.Where(r => precedence.Prevails(principle, r, rule, c, alone) && Winners(precedence, principle, r, standing, c, alone, known).IsEmpty)];
            known[rule] = winners;
        }

        return winners;
    }
}
