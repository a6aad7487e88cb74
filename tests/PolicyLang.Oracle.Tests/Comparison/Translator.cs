using PolicyLang.Decisions;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Verdicts;
using PolicyLang.Oracle.Worlds;
using PolicyLang.Semantics;
using AttributeType = PolicyLang.Oracle.Model.AttributeType;

namespace PolicyLang.Oracle.Tests.Comparison;

/// <summary>Between the cases of the compiler and those of the oracle.</summary>
/// <param name="court">The oracle.</param>
/// <param name="model">What the compiler made of the words.</param>
internal sealed class Translator(Court court, SemanticModel model)
{
    private ImmutableArray<AttributeModel> Attributes => court.Law.Attributes;

    /// <summary>A case as a user would write it.</summary>
    public IEnumerable<RawFact> Facts(Case c)
    {
        for (int a = 0; a < Attributes.Length; a++)
        {
            ImmutableArray<string> values = Values(c[a]);
            bool stated = court.World.Notes.IsSpokenOf(a) || Attributes[a].Name == "date";
            if (stated && values is not [""] and not [])
            {
                yield return new RawFact(Attributes[a].Name, Attributes[a].Type == AttributeType.Date ? [DateOnly.FromDayNumber((int)c.Number(a)).ToString("yyyy-MM-dd")] : values);
            }
        }
    }

    /// <summary>The case of the oracle's world that stands for a case of the compiler.</summary>
    public Judgement Find(CaseFacts facts)
    {
        object[] wanted = [.. Attributes.Select((_, a) => Value(a, facts))];
        return court.Judgements.Single(j => Enumerable.Range(0, wanted.Length).All(a => Same(a, j.Case[a], wanted[a])));
    }

    /// <summary>The new values of a change, so written that two readings of it are equal.</summary>
    public string Tell(CaseFacts change) =>
        string.Join(" ", change.Facts.Select(f => (f.Attribute, Number: court.Lexicon.Attribute(f.Attribute)))
            .Select(f => $"{f.Attribute}={Tell(f.Number, Value(f.Number, change))}").Order(StringComparer.Ordinal));

    public string Tell(Change change) => string.Join(" ", change.Steps.Select(s => s.Attribute).Distinct()
        .Select(a => $"{Attributes[a].Name}={Tell(a, change.After[a])}").Order(StringComparer.Ordinal));

    /// <summary>The same change with each node of it, or some, replaced by one above it.</summary>
    public IEnumerable<string> Wider(Change change)
    {
        IEnumerable<ImmutableArray<string>> wider = [[]];
        foreach (int a in change.Steps.Select(s => s.Attribute).Distinct().OrderBy(a => Attributes[a].Name, StringComparer.Ordinal))
        {
            wider = [.. wider.SelectMany(w => Above(a, change.After[a]).Select(v => w.Add($"{Attributes[a].Name}={v}")))];
        }

        return wider.Skip(1).Select(w => string.Join(" ", w));
    }

    public string Tell(Case c) => string.Join(" ", Facts(c).Select(f => $"{f.Attribute}={string.Join("+", f.Values)}"));

    private IEnumerable<string> Above(int attribute, object value)
    {
        yield return Tell(attribute, value);
        ImmutableArray<Leaf> leaves = value is Leaf ? court.Lexicon.Leaves(Attributes[attribute].Taxonomy ?? "") : [];
        for (Node? node = (value as Leaf)?.Node?.Parent; node is not null; node = node.Parent)
        {
            yield return Tell(attribute, leaves.First(l => l.Node == node));
        }
    }

    private string Tell(int attribute, object value) => value switch
    {
        Leaf leaf => court.World.Kind(attribute, leaf)?.Name ?? leaf.Name,
        ImmutableArray<Leaf> leaves => "{" + string.Join("+", leaves.Select(l => court.World.Kind(attribute, l)?.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal)) + "}",
        _ => value.ToString() ?? "",
    };

    private bool Same(int attribute, object a, object b) => a is ImmutableArray<Leaf> ? Tell(attribute, a) == Tell(attribute, b) : a.Equals(b);

    private static ImmutableArray<string> Values(object value) => value switch
    {
        bool flag => [flag ? "true" : "false"],
        Leaf leaf => [leaf.Name],
        ImmutableArray<Leaf> leaves => [.. leaves.Select(l => l.Name)],
        _ => [value.ToString() ?? ""],
    };

    private object Value(int attribute, CaseFacts facts)
    {
        FactValue? fact = facts.Facts.FirstOrDefault(f => f.Attribute == Attributes[attribute].Name)?.Value;
        return fact switch
        {
            // What no sentence speaks about has one value only.
            _ when court.World.Domain(attribute).Count == 1 => court.World.Domain(attribute)[0],
            null => court.World.Neutral(attribute) is var neutral && neutral is long n ? court.World.Stretch(attribute, n) : neutral is Leaf root ? Leaf(attribute, root) : neutral,
            FlagValue flag => flag.Value,
            CountValue count => court.World.Stretch(attribute, count.Value),
            DateValue date => court.World.Stretch(attribute, date.Day.Number),
            NodeValue node => Leaf(attribute, Leaf(attribute, node.Name)),
            SetValue set => set.Names.Select(n => court.World.Kind(attribute, Leaf(attribute, n))).OfType<Leaf>().Distinct().ToImmutableArray(),
            _ => throw new InvalidOperationException(fact?.ToString()),
        };
    }

    private Leaf Leaf(int attribute, Leaf leaf) => court.World.Kind(attribute, leaf) ?? leaf;

    // A node of the prelude that the oracle does not know behaves as the known node above it, or as what is not named.
    private Leaf Leaf(int attribute, string name)
    {
        ImmutableArray<Leaf> leaves = court.Lexicon.Leaves(Attributes[attribute].Taxonomy ?? "");
        for (NodeSymbol? node = model.Attribute(Attributes[attribute].Name)?.Taxonomy?.Find(name); node is not null; node = node.Parent)
        {
            if (leaves.FirstOrDefault(l => l.Name == node.Name) is { } known)
            {
                return known;
            }
        }

        // The last words of each taxonomy stand for those of the prelude that the oracle does not know.
        return name.Length == 0 ? leaves[0] : leaves[^1];
    }
}
