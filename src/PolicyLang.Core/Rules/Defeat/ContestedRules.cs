using PolicyLang.Regions;
using PolicyLang.Semantics;

namespace PolicyLang.Rules;

/// <summary>
/// The rules of which a search for conflicts has to know where they stand. Law of the library has many rules that meet none but those of
/// the same legal order that prevail over them, or yield to them, in every case: no two of these ever stand together.
/// </summary>
internal static class ContestedRules
{
    /// <summary>All rules but those of the library whose opponents are settled with them in this way.</summary>
    /// <param name="problem">The rules and what prevails over them.</param>
    public static ImmutableArray<Rule> Find(DefeatProblem problem)
    {
        LoweredRules rules = problem.Rules;
        if (rules.Model.Vocabulary.UsedFiles.IsEmpty)
        {
            return rules.All;
        }

        var wanted = new bool[rules.Size];
        Attack[][][] attacks = problem.AttacksByStep();
        foreach (Rule rule in rules.All)
        {
            ImmutableArray<Rule> opponents = problem.Overlaps.OpponentsOf(rule);
            if (problem.Overlaps.Unknown[rule.Number] || !IsPlain(rule) || opponents.Any(o => !IsSettled(rule, o)))
            {
                wanted[rule.Number] = true;
                foreach (Rule opponent in opponents)
                {
                    wanted[opponent.Number] = true;
                }
            }
        }

        return [.. rules.All.Where(r => wanted[r.Number])];

        bool IsPlain(Rule rule) =>
            !rule.IsLawMaking && rule.Clause.Framework.Rank != Rank.Policy && rules.Model.IsUsedLaw(rule.Clause);

        bool IsSettled(Rule one, Rule other) => IsPlain(other) && ReferenceEquals(one.Order, other.Order)
            && NeverStandTogether(attacks, one, other);
    }

    /// <summary>Whether one of two rules prevails over the other in every case, so that they stand together in none.</summary>
    /// <param name="attacks">For each step, what prevails over each rule.</param>
    /// <param name="one">A rule.</param>
    /// <param name="other">An opposing rule that it meets.</param>
    public static bool NeverStandTogether(Attack[][][] attacks, Rule one, Rule other) =>
        Array.Exists(attacks, a => Prevails(a[other.Number], one) || Prevails(a[one.Number], other));

    private static bool Prevails(Attack[] upon, Rule upper) =>
        Array.Exists(upon, a => a.When.IsFull && ReferenceEquals(a.Attacker, upper));
}
