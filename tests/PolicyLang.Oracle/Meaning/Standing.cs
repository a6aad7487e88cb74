using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>A rule that made another fall.</summary>
/// <param name="Winner">The rule.</param>
/// <param name="Principle">The principle; null where a weak permission counts for nothing beside a prohibition.</param>
public sealed record Defeat(Rule Winner, Principle? Principle);

/// <summary>What became of a rule that applies: it stands where nothing defeated it.</summary>
public sealed record Fate(Rule Rule, ImmutableArray<Defeat> Defeats)
{
    public bool Stands => Defeats.IsEmpty;
}

/// <summary>Section 6: evaluation in one case.</summary>
public static class Standing
{
    /// <summary>The fates of the rules that apply.</summary>
    /// <param name="precedence">Who prevails.</param>
    /// <param name="applying">The rules that apply.</param>
    /// <param name="c">The case.</param>
    /// <param name="alone">Whether legal orders are taken by themselves.</param>
    public static ImmutableArray<Fate> Of(Precedence precedence, IEnumerable<Rule> applying, Case c, bool alone = false)
    {
        ILookup<bool, Rule> rules = applying.ToLookup(r => r.IsLawMaking);

        // What is about law is settled first; of conduct then with the guarantees that stand.
        Dictionary<Rule, Fate> law = Settle(precedence, rules[true], [], c, alone);
        Dictionary<Rule, Fate> conduct = Settle(precedence, rules[false], [.. law.Values.Where(f => f.Stands && f.Rule.IsGuarantee).Select(f => f.Rule)], c, alone);

        // A weak permission counts for nothing where a prohibition of its own order stands.
        foreach (Fate weak in conduct.Values.Where(f => f.Stands && f.Rule.IsWeak).ToList())
        {
            conduct[weak.Rule] = weak with
            {
                Defeats = [.. conduct.Values.Where(f => f.Stands && f.Rule.Kind == RuleKind.Prohibition && !f.Rule.IsSoft && f.Rule.Order == weak.Rule.Order).Select(f => new Defeat(f.Rule, null))],
            };
        }

        return [.. law.Values, .. conduct.Values];
    }

    private static Dictionary<Rule, Fate> Settle(Precedence precedence, IEnumerable<Rule> rules, ImmutableArray<Rule> settled, Case c, bool alone)
    {
        var fates = rules.ToDictionary(r => r, r => new Fate(r, []));
        for (int round = 0; round < precedence.Rounds; round++)
        {
            List<Rule> standing = [.. fates.Values.Where(f => f.Stands).Select(f => f.Rule)];
            var known = settled.ToDictionary(r => r, _ => ImmutableArray<Defeat>.Empty);
            foreach (Rule rule in standing)
            {
                fates[rule] = new Fate(rule, Defeats(rule, [.. standing, .. settled], known));
            }

            // A rule falls iff a rule that does not fall prevails over it. In one round there is no circle, so this comes to an end.
            ImmutableArray<Defeat> Defeats(Rule rule, List<Rule> all, Dictionary<Rule, ImmutableArray<Defeat>> found)
            {
                if (!found.TryGetValue(rule, out ImmutableArray<Defeat> defeats))
                {
                    found[rule] = defeats =
                    [
                        .. all.Select(r => (Rule: r, By: precedence.Prevails(round, r, rule, c, alone)))
                            .Where(r => r.By is not null && Defeats(r.Rule, all, found).IsEmpty).Select(r => new Defeat(r.Rule, r.By)),
                    ];
                }

                return defeats;
            }
        }

        return fates;
    }
}
