using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Worlds;

/// <summary>The values of an attribute that stand for all its values.</summary>
public static class Domains
{
    public const long LastCount = long.MaxValue;

    public static readonly long LastDay = DateOnly.MaxValue.DayNumber;

    /// <param name="lexicon">The words.</param>
    /// <param name="notes">What is told apart.</param>
    /// <param name="attribute">The attribute's number.</param>
    /// <param name="lasts">Whether the last number of a stretch stands for it rather than the first.</param>
    public static IReadOnlyList<object> Of(Lexicon lexicon, Notes notes, int attribute, bool lasts)
    {
        AttributeModel model = lexicon.Law.Attributes[attribute];
        return model.Type switch
        {
            AttributeType.Flag => [false, true],
            AttributeType.Date or AttributeType.Count => [.. Stretches(notes, attribute, model).Select(s => (object)(lasts ? s.Last : s.First))],
            AttributeType.Leaf => [.. Kinds(lexicon, notes, attribute, model).Select(g => (object)(g.FirstOrDefault(l => !l.IsRoot) ?? g.First()))],
            _ => [.. Subsets(Elements(lexicon, notes, attribute, model)).Select(s => (object)s)],
        };
    }

    /// <summary>The stretches of numbers that nothing tells apart, in their order.</summary>
    public static IEnumerable<(long First, long Last)> Stretches(Notes notes, int attribute, AttributeModel model)
    {
        long last = model.Type == AttributeType.Date ? LastDay : LastCount;
        List<long> firsts = [0, .. notes.StartsOf(attribute).Where(s => s > 0 && s <= last)];
        return firsts.Select((first, i) => (first, i + 1 < firsts.Count ? firsts[i + 1] - 1 : last));
    }

    /// <summary>Leaves that lie within the same of the nodes that are named. Of places, the one that is not named is a kind of its own.</summary>
    public static IEnumerable<IGrouping<string, Leaf>> Kinds(Lexicon lexicon, Notes notes, int attribute, AttributeModel model) =>
        lexicon.Leaves(model.Taxonomy ?? "").GroupBy(leaf => Kind(notes, attribute, model, leaf));

    /// <summary>A text that two leaves share iff no sentence about the attribute tells them apart.</summary>
    public static string Kind(Notes notes, int attribute, AttributeModel model, Leaf leaf) =>
        (model.Taxonomy == TaxonomyModel.Places && leaf.IsRoot ? "nowhere " : "") + string.Join(" ", notes.NodesOf(attribute).Where(leaf.IsWithin).Select(n => n.Name).Order(StringComparer.Ordinal));

    private static IEnumerable<Leaf> Elements(Lexicon lexicon, Notes notes, int attribute, AttributeModel model) =>
        Kinds(lexicon, notes, attribute, model)
            .Select(g => (g.Key, Leaf: g.FirstOrDefault(l => !l.IsRoot)))
            .Where(g => g.Leaf is not null && (g.Key.Length > 0 || notes.IsSpokenOfOthers(attribute)))
            .Select(g => g.Leaf).OfType<Leaf>();

    private static List<ImmutableArray<Leaf>> Subsets(IEnumerable<Leaf> elements)
    {
        List<ImmutableArray<Leaf>> subsets = [[]];
        foreach (Leaf element in elements)
        {
            subsets.AddRange([.. subsets.Select(s => s.Add(element))]);
        }

        return subsets;
    }
}
