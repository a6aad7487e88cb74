using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Text;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Says which constructs take part in what the oracle says of a workspace: without them it would say something else.</summary>
internal static class Participation
{
    // In so many cases it is asked what becomes of the act, and which conflicts arise.
    private const int Cases = 60;

    /// <summary>The constructs that take part, and the codes of the conflicts that there are.</summary>
    public static IEnumerable<string> Of(Court court, ImmutableArray<Use> uses)
    {
        ImmutableArray<Judgement> sample = [.. court.Judgements.Where((_, i) => i % Math.Max(1, court.Judgements.Length / Cases) == 0).Where(j => court.Find(j.Case) is not null)];
        string verdicts = Say(court, sample);
        return [.. uses.Where(u => Matters(court.Law, u, sample, verdicts)).Select(u => u.Construct.ToString()), .. new Verdicts.Conflicts(court).All().Where(f => f.IsTold).Select(f => f.Code).Distinct()];
    }

    private static bool Matters(LawModel law, Use use, ImmutableArray<Judgement> sample, string verdicts)
    {
        LawModel without = use.Without(law);
        if (PolicyText.Of(without) == PolicyText.Of(law))
        {
            return false;
        }

        try
        {
            return Say(new Court(without, lasts: false), sample) != verdicts;
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            // Something is missing that another sentence still names: nothing can be said.
            return false;
        }
    }

    // Conflicts, superfluous clauses, checks, and what becomes of some acts.
    private static string Say(Court court, ImmutableArray<Judgement> sample)
    {
        var conflicts = new Verdicts.Conflicts(court);
        ImmutableArray<Finding> all = conflicts.All();
        return string.Join("\n",
        [
            .. all.Select(f => $"{f} {string.Join(",", f.Parties)}"),
            .. new Superfluous(court, all).All(),
            .. court.Law.Checks.Select((_, i) => Checks.Of(court, i).ToString()),
            .. court.Law.ConflictChecks.Select(c => Checks.Of(court, all, c).ToString()),
            .. sample.Select(j => Say(court, all, j.Case)),
        ]);
    }

    private static string Say(Court court, ImmutableArray<Finding> conflicts, Case c)
    {
        if (court.Find(Same(court, c)) is not { } judgement)
        {
            return "no case";
        }

        Situation situation = court.SituationOf(judgement);
        return string.Join(" ",
        [
            judgement.Verdict.ToString(),
            .. Verdicts.Decisions.Duties(court, judgement).Select(r => r.Clause),
            .. Verdicts.Decisions.Advice(judgement).Select(a => $"{a.Rule.Clause} {a.Discourages}"),
            .. conflicts.Where(f => f.Arises(situation, judgement)).Select(f => f.ToString()),
        ]);
    }

    // The same case in the words of another workspace.
    private static Case Same(Court court, Case c) => new([.. court.Law.Attributes.Select((a, i) => Same(court, i, a, c[i]))]);

    private static object Same(Court court, int attribute, AttributeModel model, object value)
    {
        Leaf Same(Leaf leaf) => court.Lexicon.Leaves(model.Taxonomy ?? "").First(l => l.Name == leaf.Name);
        return value switch
        {
            Leaf leaf => court.World.Kind(attribute, Same(leaf)) ?? Same(leaf),
            ImmutableArray<Leaf> leaves => leaves.Select(l => court.World.Kind(attribute, Same(l))).OfType<Leaf>().Distinct().ToImmutableArray(),
            _ => value,
        };
    }
}
