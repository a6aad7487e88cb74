using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>A single change: a new value of an attribute, or one element of a set attribute added or removed.</summary>
/// <param name="Attribute">The attribute's number.</param>
/// <param name="Value">The new value, or the element.</param>
public sealed record Step(int Attribute, object Value);

/// <summary>A change of chosen attributes: where it leads and of which steps it consists.</summary>
public sealed record Change(Case After, ImmutableHashSet<Step> Steps);

/// <summary>Section 7: minimal changes of chosen attributes.</summary>
public static class Changes
{
    /// <summary>Ways to comply: the minimal changes, other than of the action, that make the act permitted.</summary>
    public static List<Change> Ways(Court court, Situation situation, Judgement from) =>
        Decisions.Combined(from) is Verdict.Prohibited or Verdict.Conflicting
            ? Minimal(court, situation, from.Case, j => Decisions.Combined(j) == Verdict.Permitted)
            : [];

    public static List<Change> Minimal(Court court, Situation situation, Case from, Func<Judgement, bool> goal)
    {
        List<Change> reached = [.. situation.Choices.Where(goal).Select(j => new Change(j.Case, Steps(court, from, j.Case))).Where(c => IsAllowed(court, c))];
        List<Change> nearest = [.. reached.Where(c => !reached.Any(other => IsNearer(court, from, other, c)))];
        return [.. nearest.Where(c => !reached.Any(other => other.Steps.IsProperSubsetOf(c.Steps)))];
    }

    private static ImmutableHashSet<Step> Steps(Court court, Case before, Case after)
    {
        var steps = ImmutableHashSet.CreateBuilder<Step>();
        for (int a = 0; a < court.Law.Attributes.Length; a++)
        {
            if (court.Law.Attributes[a].Type == AttributeType.Leaves)
            {
                steps.UnionWith(before.Leaves(a).Except(after.Leaves(a)).Concat(after.Leaves(a).Except(before.Leaves(a))).Select(leaf => new Step(a, leaf)));
            }
            else if (!before[a].Equals(after[a]))
            {
                steps.Add(new Step(a, after[a]));
            }
        }

        return steps.ToImmutable();
    }

    // The action stays, and a place or a kind is always a named one.
    private static bool IsAllowed(Court court, Change change) => change.Steps.All(s => court.Law.Attributes[s.Attribute].Name != "action" && s.Value is not Leaf { IsRoot: true });

    // The same change but for one count, whose new value is on the same side and nearer.
    private static bool IsNearer(Court court, Case from, Change other, Change change)
    {
        List<Step> extra = [.. change.Steps.Except(other.Steps)];
        List<Step> instead = [.. other.Steps.Except(change.Steps)];
        if (extra.Count != 1 || instead.Count != 1 || extra[0].Attribute != instead[0].Attribute || extra[0].Value is not long far || instead[0].Value is not long near)
        {
            return false;
        }

        long now = from.Number(extra[0].Attribute);
        return (now < near && near < far) || (far < near && near < now);
    }
}
