using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Verdicts;

/// <summary>A single change: a new value of an attribute, or one element of a set attribute added or removed.</summary>
/// <param name="Attribute">The attribute's number.</param>
/// <param name="Value">The new value, or the element.</param>
public sealed record Step(int Attribute, object Value);

/// <summary>A change of a case: where it leads and of which steps it consists.</summary>
public sealed record Change(Judgement After, ImmutableHashSet<Step> Steps);

/// <summary>Section 7: minimal changes of a case whose numbers are exact.</summary>
/// <param name="court">The workspace.</param>
/// <param name="from">The case.</param>
/// <param name="goal">What is to be reached.</param>
public sealed class Changes(Court court, Case from, Func<Judgement, bool> goal)
{
    private static readonly string[] Facts = ["date", "home", "origin", "collected", "data", "purpose", "target", "actor", "organisation", "counterpart"];

    private readonly NearestClocks _clocks = new(court.World, from);

    /// <summary>Ways to comply: the minimal changes of chosen attributes, other than of the action, that make the act lawful.</summary>
    public static List<Change> Ways(Court court, Case from) => Lawful(court, from, a => a.Chosen);

    /// <summary>Other grounds: the minimal changes of given facts that make the act lawful.</summary>
    /// <param name="court">The workspace.</param>
    /// <param name="from">The case.</param>
    /// <param name="stated">The attributes that the case states.</param>
    public static List<Change> Grounds(Court court, Case from, IReadOnlySet<int> stated) =>
        Lawful(court, from, a => IsGround(a, stated.Contains(court.Lexicon.Attribute(a.Name))));

    /// <summary>The minimal changes of some attributes.</summary>
    public List<Change> Minimal(Func<AttributeModel, bool> mayChange)
    {
        Case start = court.World.Standing(from);
        int[] kept = [.. Enumerable.Range(0, court.Law.Attributes.Length).Where(a => court.Law.Attributes[a].Name == "action" || !mayChange(court.Law.Attributes[a]))];
        var found = new List<Change>();
        IEnumerable<Change> reached = court.Judgements.Where(j => goal(j) && kept.All(a => World.AreSame(j.Case[a], start[a])))
            .SelectMany(j => Steps(j.Case).Select(s => new Change(j, s))).Where(IsNamed);
        foreach (Change change in reached.OrderBy(c => c.Steps.Count).ToList())
        {
            if (!found.Exists(f => f.Steps.IsSubsetOf(change.Steps)) && change.Steps.All(s => IsNearest(change, s)) && !HasPart(change))
            {
                found.Add(change);
            }
        }

        return found;
    }

    private static List<Change> Lawful(Court court, Case from, Func<AttributeModel, bool> mayChange) =>
        court.Find(from) is { } judgement && Decisions.IsLawful(judgement) ? [] : new Changes(court, from, Decisions.IsLawful).Minimal(mayChange);

    private static bool IsGround(AttributeModel attribute, bool isStated) =>
        !attribute.Chosen && !Facts.Contains(attribute.Name)
        && (attribute.Type == AttributeType.Flag ? !isStated : attribute.Type == AttributeType.Count || attribute.Name == "approvals" || !attribute.InPrelude);

    // A place or a kind is always a named one.
    private static bool IsNamed(Change change) => !change.Steps.Any(s => s.Value is Leaf { IsRoot: true });

    // The steps to a case of the world; of a number, to the nearest that it stands for. Clocks move together, as they agree.
    private IEnumerable<ImmutableHashSet<Step>> Steps(Case after)
    {
        var steps = ImmutableHashSet.CreateBuilder<Step>();
        for (int a = 0; a < court.Law.Attributes.Length; a++)
        {
            if (court.Law.Attributes[a].Type == AttributeType.Leaves)
            {
                (ImmutableArray<Leaf> old, ImmutableArray<Leaf> now) = (from.Leaves(a), after.Leaves(a));
                steps.UnionWith(old.Except(now).Concat(now.Except(old)).Select(leaf => new Step(a, leaf)));
            }
            else if (after[a] is long number)
            {
                (long first, long last) = court.World.Domain(a).Count == 1 ? (from.Number(a), from.Number(a)) : court.World.Stretch(a, number);
                long nearest = Math.Clamp(from.Number(a), first, last);
                _ = _clocks.Has(a) || nearest == from.Number(a) || steps.Add(new Step(a, nearest));
            }
            else if (!from[a].Equals(after[a]))
            {
                steps.Add(new Step(a, after[a]));
            }
        }

        return _clocks.Steps(after).Select(s => steps.ToImmutable().Union(s));
    }

    private Case After(IEnumerable<Step> steps)
    {
        object[] values = [.. Enumerable.Range(0, court.Law.Attributes.Length).Select(a => from[a])];
        foreach (Step step in steps)
        {
            values[step.Attribute] = step.Value is Leaf leaf && values[step.Attribute] is ImmutableArray<Leaf> set
                ? set.Contains(leaf) ? set.Remove(leaf) : set.Add(leaf)
                : step.Value;
        }

        return new Case(values);
    }

    private bool Reaches(Case c) => court.Find(c) is { } judgement && goal(judgement);

    // Whether no number on the same side, and nearer, reaches the goal with the same other changes.
    private bool IsNearest(Change change, Step step)
    {
        if (step.Value is not long number)
        {
            return true;
        }

        long now = from.Number(step.Attribute);
        Case after = After(change.Steps);
        (long first, long last) = _clocks.Agreeing(step.Attribute, after);
        (first, last) = now < number ? (Math.Max(first, now + 1), Math.Min(last, number - 1)) : (Math.Max(first, number + 1), Math.Min(last, now - 1));
        return !court.World.Stretches(step.Attribute).Any(s =>
            Math.Max(first, s.First) is var nearer && nearer <= Math.Min(last, s.Last) && Reaches(After(change.Steps.Remove(step).Add(new Step(step.Attribute, nearer)))));
    }

    private bool HasPart(Change change)
    {
        Step[] steps = [.. change.Steps];
        return Enumerable.Range(1, (1 << steps.Length) - 2).Any(part => Reaches(After(steps.Where((_, i) => (part & (1 << i)) != 0))));
    }
}
