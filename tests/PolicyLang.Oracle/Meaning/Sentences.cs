using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 2 of the semantics: sets and conditions. Whatever it builds, it notes what that can tell apart.</summary>
/// <param name="lexicon">The words.</param>
/// <param name="notes">Where it notes.</param>
public sealed class Sentences(Lexicon lexicon, Notes notes)
{
    private static readonly Func<Case, bool> Always = _ => true;

    public Lexicon Lexicon => lexicon;

    public Notes Notes => notes;

    /// <summary>A slot: nothing there and <c>any</c> restrict nothing; else the value, or an element of it, is in the set.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="set">The set.</param>
    /// <param name="party">The party whose territory <c>own territory</c> is.</param>
    public Func<Case, bool> Slot(string attribute, SetExpression? set, string? party = null)
    {
        if (set is null or AnySet)
        {
            return Always;
        }

        int a = Speak(attribute);
        Func<Case, Leaf, bool> contains = Contains(a, set, party);
        return lexicon.Law.Attributes[a].Type == AttributeType.Leaves
            ? c => c.Leaves(a).Any(leaf => contains(c, leaf))
            : c => contains(c, c.Leaf(a));
    }

    /// <summary>Whether a set, as an attribute may be compared with it, contains a leaf.</summary>
    public Func<Case, Leaf, bool> Contains(int attribute, SetExpression set, string? party)
    {
        switch (set)
        {
            case AnySet:
                return (_, _) => true;
            case OwnTerritory:
                Node own = lexicon.Place(party ?? throw new InvalidOperationException("No party is judged."));
                notes.Names(attribute, own);
                return (_, leaf) => leaf.IsWithin(own);
            default:
                var list = (ListSet)set;
                Func<Case, Leaf, bool>[] members = [.. list.Members.Select(m => Named(attribute, m))];
                Func<Case, Leaf, bool>[] except = [.. list.Except.Select(m => Named(attribute, m))];
                if (list.Outside)
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
                return c => c.Flag(f);
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

    /// <summary>Section 3: whether a place is a member of a bloc in a case.</summary>
    public Func<Case, bool> IsMember(string place, string bloc)
    {
        // The attribute only says where to note the places; a membership is about no attribute but those of its conditions.
        Func<Case, Leaf, bool> contains = Named(lexicon.Attribute("origin"), bloc);
        Leaf leaf = lexicon.Leaves(TaxonomyModel.Places).First(l => l.Name == place);
        return c => contains(c, leaf);
    }

    public int Speak(string attribute)
    {
        int a = lexicon.Attribute(attribute);
        notes.Speaks(a);
        return a;
    }

    private Func<Case, Leaf, bool> Named(int attribute, string name)
    {
        string taxonomy = lexicon.Law.Attributes[attribute].Taxonomy ?? throw new InvalidOperationException(name);
        if (lexicon.Find(taxonomy, name) is { } node)
        {
            notes.Names(attribute, node);
            return (_, leaf) => leaf.IsWithin(node);
        }

        if (lexicon.Law.Blocs.FirstOrDefault(b => b.Name == name) is { } bloc)
        {
            return bloc.Same is { } same ? Contains(attribute, same, null) : Members(attribute, bloc);
        }

        return Contains(attribute, lexicon.Law.Defines.First(d => d.Name == name).Set ?? throw new InvalidOperationException(name), null);
    }

    private Func<Case, Leaf, bool> Members(int attribute, BlocModel bloc)
    {
        var lines = bloc.Members.Select(m => (
            Places: m.Places.Select(p => Named(attribute, p)).ToArray(),
            Days: OnDays(m.Since, m.Until),
            When: m.When is null ? Always : Condition(m.When))).ToArray();
        return (c, leaf) => lines.Any(l => l.Days(c) && l.When(c) && l.Places.Any(p => p(c, leaf)));
    }

    private Func<Case, bool> Compare(CompareCondition compare)
    {
        int a = Speak(compare.Attribute);
        long n = compare.Value;
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
        Func<Case, Leaf, bool>[] sets = [.. include.Names.Select(n => Named(a, n))];
        if (sets.Length == 0)
        {
            notes.SpeaksOfOthers(a);
            return c => c.Leaves(a).IsEmpty;
        }

        return include.Kind switch
        {
            Inclusion.All => c => sets.All(set => c.Leaves(a).Any(leaf => set(c, leaf))),
            Inclusion.Any => c => c.Leaves(a).Any(leaf => sets.Any(set => set(c, leaf))),
            _ => c => !c.Leaves(a).Any(leaf => sets.Any(set => set(c, leaf))),
        };
    }
}
