using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Says which constructs take part in what the oracle says of a workspace: without them it would say something else.</summary>
internal static class Participation
{
    /// <summary>The constructs that take part, and the codes of the conflicts that there are.</summary>
    public static IEnumerable<string> Of(Court court, ImmutableArray<Use> uses)
    {
        string verdicts = Say(court);
        return [.. uses.Where(u => Matters(court.Law, u, verdicts)).Select(u => u.Construct.ToString()), .. new Verdicts.Conflicts(court).All().Where(f => f.IsTold).Select(f => f.Code).Distinct()];
    }

    private static bool Matters(LawModel law, Use use, string verdicts)
    {
        LawModel without = use.Without(law);
        if (PolicyText.Of(without) == PolicyText.Of(law))
        {
            return false;
        }

        try
        {
            return Say(new Court(without, lasts: false)) != verdicts;
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            // Something is missing that another sentence still names: nothing can be said.
            return false;
        }
    }

    // Conflicts, superfluous clauses, checks, and what may become of an act in each order.
    private static string Say(Court court)
    {
        var conflicts = new Verdicts.Conflicts(court);
        ImmutableArray<Finding> all = conflicts.All();
        return string.Join("\n",
        [
            .. all.Select(f => $"{f} {string.Join(",", f.Parties)}"),
            .. new Superfluous(court, all).All(),
            .. court.Law.Checks.Select((_, i) => Checks.Of(court, i).ToString()),
            .. court.Law.ConflictChecks.Select(c => Checks.Of(court, all, c).ToString()),
            .. court.Judgements.SelectMany(j => Verdicts.Decisions.Orders(j.Fates).Select(o => $"{o.Key} {o.Value}")).Distinct().Order(StringComparer.Ordinal),
        ]);
    }
}
