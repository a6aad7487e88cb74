using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>The places of the parties to an instrument, as one of them looks at it.</summary>
public interface ITerritory
{
    /// <summary>Whether a leaf of an attribute lies within the territory of the party whose law is judged.</summary>
    Func<Case, Leaf, bool> Own(int attribute);

    /// <summary>Whether it lies within that of another party that is one towards it.</summary>
    Func<Case, Leaf, bool> Others(int attribute);
}

/// <summary>How sentences are read.</summary>
/// <param name="Keeping">Whether <c>destination</c> means the location (section 4).</param>
/// <param name="Territory">What <c>own territory</c> is; null where no party's law is judged.</param>
/// <param name="IsInvoked">Whether flags that are self-judged count as true (section 6).</param>
public sealed record Reading(bool Keeping = false, ITerritory? Territory = null, bool IsInvoked = false);

/// <summary>Section 2 of the semantics: sets and conditions. Whatever it builds, it notes what that can tell apart.</summary>
/// <param name="lexicon">The words.</param>
/// <param name="notes">Where it notes.</param>
/// <param name="reading">How sentences are read.</param>
public sealed class Sentences(Lexicon lexicon, Notes notes, Reading reading)
{
    /// <summary>Instead of an attribute where only places are asked for, and nothing is to be noted about an attribute.</summary>
    public const int NoAttribute = -1;

    private static readonly Func<Case, bool> Always = _ => true;

    public Lexicon Lexicon => lexicon;

    public Notes Notes => notes;

    public Reading Reading => reading;

    /// <summary>The same sentences, read otherwise.</summary>
    public Sentences As(Reading other) => new(lexicon, notes, other);

    /// <summary>A slot: nothing there and <c>any</c> restrict nothing; of a set attribute the set expression is a predicate, else it contains the value.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="set">The set.</param>
    public Func<Case, bool> Slot(string attribute, SetExpression? set)
    {
        if (set is null or AnySet or AnyOrganisation)
        {
            return Always;
        }

        int a = Speak(attribute);
        if (lexicon.Law.Attributes[a].Type == AttributeType.Leaves)
        {
            return Meets(a, set);
        }

        Func<Case, Leaf, bool> contains = Contains(a, set);
        if (attribute != "collected")
        {
            return c => contains(c, c.Leaf(a));
        }

        // Where it is not named, data were collected where they are sent from.
        int origin = Speak("origin");
        Func<Case, Leaf, bool> from = Contains(origin, set);
        return c => c.Leaf(a).IsRoot ? from(c, c.Leaf(origin)) : contains(c, c.Leaf(a));
    }

    /// <summary>The slot of what comes after <c>of</c>, or of a subject: another attribute where organisations are named.</summary>
    public Func<Case, bool> SlotOf(string attribute, SetExpression? set) => Slot(NamesOrganisations(set) ? TaxonomyModel.Organisations : attribute, set);

    /// <summary>Whether a set is one of organisations.</summary>
    public bool NamesOrganisations(SetExpression? set) => set is AnyOrganisation || (set is ListSet list && list.Members.Concat(list.Except).Any(name =>
        lexicon.IsOrganisation(name) || NamesOrganisations(lexicon.Law.Defines.FirstOrDefault(d => d.Name == name)?.Set)));

    /// <summary>Whether a set, as an attribute may be compared with it, contains a leaf.</summary>
    public Func<Case, Leaf, bool> Contains(int attribute, SetExpression set)
    {
        switch (set)
        {
            case AnySet:
                return (_, _) => true;
            case OwnTerritory:
                return Territory.Own(attribute);
            case PartiesSet parties:
                Func<Case, Leaf, bool> others = Territory.Others(attribute);
                Func<Case, Leaf, bool>? own = parties.WithOwn ? Territory.Own(attribute) : null;
                return (c, leaf) => others(c, leaf) || own?.Invoke(c, leaf) == true;
            default:
                var list = (ListSet)set;
                Func<Case, Leaf, bool>[] members = [.. list.Members.Select(m => Named(attribute, m))];
                Func<Case, Leaf, bool>[] except = [.. list.Except.Select(m => Named(attribute, m))];
                if (list.Outside && attribute != NoAttribute)
                {
                    notes.SpeaksOfOthers(attribute);
                }

                return (c, leaf) => members.Any(m => m(c, leaf)) != list.Outside && !except.Any(e => e(c, leaf));
        }
    }

    public Func<Case, bool> Condition(Condition condition)
    {
        switch (condition)
        {
            case FlagCondition flag:
                int f = Speak(flag.Flag);
                return reading.IsInvoked && lexicon.Law.Attributes[f].IsSelfJudged ? Always : c => c.Flag(f);
            case DefinedCondition defined:
                return Condition(lexicon.Law.Defines.First(d => d.Name == defined.Name).Condition ?? throw new InvalidOperationException(defined.Name));
            case IsCondition @is:
                return Slot(@is.Attribute, @is.Set);
            case CompareCondition compare:
                return Compare(compare);
            case IncludeCondition include:
                return Include(include);
            case NotCondition not:
                Func<Case, bool> operand = Condition(not.Operand);
                return c => !operand(c);
            case AndCondition and:
                (Func<Case, bool> left, Func<Case, bool> right) = (Condition(and.Left), Condition(and.Right));
                return c => left(c) && right(c);
            case OrCondition or:
                (Func<Case, bool> first, Func<Case, bool> second) = (Condition(or.Left), Condition(or.Right));
                return c => first(c) || second(c);
            default:
                throw new ArgumentOutOfRangeException(nameof(condition));
        }
    }

    /// <summary>Whether an assumption holds.</summary>
    public Func<Case, bool> Assumption(AssumptionModel assumption)
    {
        Func<Case, bool> condition = Condition(assumption.Condition);
        Func<Case, bool> implied = assumption.Implied is { } i ? Condition(i) : _ => false;
        return c => !condition(c) || implied(c);
    }

    /// <summary>Whether the day of the case is among the days; both ends count in.</summary>
    public Func<Case, bool> OnDays(DateOnly? from, DateOnly? until)
    {
        int date = Speak("date");
        long first = from?.DayNumber ?? 0;
        long last = until?.DayNumber ?? Domains.LastDay;
        notes.Starts(date, first);
        notes.Starts(date, last + 1);
        return c => c.Number(date) >= first && c.Number(date) <= last;
    }

    /// <summary>Section 3: whether a place is a member of a bloc in a case: all its leaves are in it.</summary>
    public Func<Case, bool> IsMember(string place, string bloc) => LiesIn(place, Named(NoAttribute, bloc));

    /// <summary>Whether all leaves of a place are in a set.</summary>
    public Func<Case, bool> LiesIn(string place, Func<Case, Leaf, bool> set)
    {
        Node node = lexicon.Place(place);
        Leaf[] leaves = [.. lexicon.Leaves(TaxonomyModel.Places).Where(l => l.IsWithin(node))];
        return c => leaves.All(l => set(c, l));
    }

    private ITerritory Territory => reading.Territory ?? throw new InvalidOperationException("No party is judged.");

    /// <summary>The number of an attribute of which a sentence speaks.</summary>
    public int Speak(string attribute)
    {
        int a = lexicon.Attribute(reading.Keeping && attribute == "destination" ? "location" : attribute);
        notes.Speaks(a);
        return a;
    }

    /// <summary>Whether a condition speaks of the organisation of a case.</summary>
    public bool SpeaksOfOrganisations(Condition? condition) => condition switch
    {
        IsCondition @is => @is.Attribute == TaxonomyModel.Organisations,
        DefinedCondition defined => SpeaksOfOrganisations(lexicon.Law.Defines.First(d => d.Name == defined.Name).Condition),
        NotCondition not => SpeaksOfOrganisations(not.Operand),
        AndCondition and => SpeaksOfOrganisations(and.Left) || SpeaksOfOrganisations(and.Right),
        OrCondition or => SpeaksOfOrganisations(or.Left) || SpeaksOfOrganisations(or.Right),
        _ => false,
    };

    /// <summary>Whether a leaf is in what a name stands for.</summary>
    public Func<Case, Leaf, bool> Named(int attribute, string name)
    {
        if (lexicon.Find(TaxonomyOf(attribute), name) is { } node)
        {
            if (attribute != NoAttribute)
            {
                notes.Names(attribute, node);
            }

            return (_, leaf) => leaf.IsWithin(node);
        }

        if (lexicon.Law.Blocs.FirstOrDefault(b => b.Name == name) is { } bloc)
        {
            return bloc.Same is { } same ? Contains(attribute, same) : Members(attribute, bloc);
        }

        return Contains(attribute, lexicon.Law.Defines.First(d => d.Name == name).Set ?? throw new InvalidOperationException(name));
    }

    private Func<Case, Leaf, bool> Members(int attribute, BlocModel bloc)
    {
        var lines = bloc.Members.Select(m => (
            Names: m.Names.Select(p => Named(attribute, p)).ToArray(),
            Days: OnDays(m.Since, m.Until),
            When: m.When is null ? Always : Condition(m.When))).ToArray();
        return (c, leaf) => lines.Any(l => l.Days(c) && l.When(c) && l.Names.Any(p => p(c, leaf)));
    }

    private Func<Case, bool> Compare(CompareCondition compare)
    {
        int a = Speak(compare.Attribute);
        // A clock of months or working days is kept as twice the value.
        long n = lexicon.Law.Attributes[a].IsHalved ? 2 * compare.Value : compare.Value;
        notes.Starts(a, n);
        if (n < long.MaxValue)
        {
            notes.Starts(a, n + 1);
        }

        return compare.Operator switch
        {
            "=" => c => c.Number(a) == n,
            "<" => c => c.Number(a) < n,
            "<=" => c => c.Number(a) <= n,
            ">" => c => c.Number(a) > n,
            ">=" => c => c.Number(a) >= n,
            _ => throw new ArgumentOutOfRangeException(nameof(compare)),
        };
    }

    private Func<Case, bool> Include(IncludeCondition include)
    {
        int a = Speak(include.Attribute);
        Func<Case, bool>[] slots = [.. include.Names.Select(n => MeetsNamed(a, n))];
        if (slots.Length == 0)
        {
            notes.SpeaksOfOthers(a);
            return c => c.Leaves(a).IsEmpty;
        }

        return include.Kind switch
        {
            Inclusion.All => c => slots.All(s => s(c)),
            Inclusion.Any => c => slots.Any(s => s(c)),
            _ => c => !slots.Any(s => s(c)),
        };
    }

    // A set expression about an attribute that is a set: lists, 'except' and 'outside' are 'or', 'and not' and 'not'.
    private Func<Case, bool> Meets(int attribute, SetExpression set)
    {
        if (set is not ListSet list)
        {
            Func<Case, Leaf, bool> contains = Contains(attribute, set);
            return set is AnySet ? Always : c => c.Leaves(attribute).Any(leaf => contains(c, leaf));
        }

        Func<Case, bool>[] members = [.. list.Members.Select(m => MeetsNamed(attribute, m))];
        Func<Case, bool>[] except = [.. list.Except.Select(m => MeetsNamed(attribute, m))];
        return c => members.Any(m => m(c)) != list.Outside && !except.Any(e => e(c));
    }

    // A node or a bloc is a set of leaves, met or not; a defined set stands for its text.
    private Func<Case, bool> MeetsNamed(int attribute, string name)
    {
        if (IsLeaves(attribute, name))
        {
            Func<Case, Leaf, bool> contains = Named(attribute, name);
            return c => c.Leaves(attribute).Any(leaf => contains(c, leaf));
        }

        return Meets(attribute, lexicon.Law.Defines.First(d => d.Name == name).Set ?? throw new InvalidOperationException(name));
    }

    private bool IsLeaves(int attribute, string name) =>
        lexicon.Find(TaxonomyOf(attribute), name) is not null || lexicon.Law.Blocs.Any(b => b.Name == name);

    private string TaxonomyOf(int attribute) => attribute == NoAttribute ? TaxonomyModel.Places : lexicon.Law.Attributes[attribute].Taxonomy ?? "";
}
