using System.Globalization;
using PolicyLang.Decisions;
using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;
using AttributeType = PolicyLang.Oracle.Model.AttributeType;

namespace PolicyLang.Oracle.Tests.Reading;

/// <summary>Reads a case as a user writes it; what is not mentioned is neutral.</summary>
internal static class CaseReading
{
    public static Case Read(Lexicon lexicon, IEnumerable<RawFact> facts)
    {
        object[] values = [.. lexicon.Law.Attributes.Select((_, a) => World.Neutral(lexicon, a))];
        foreach (RawFact fact in facts)
        {
            int attribute = lexicon.Attribute(fact.Attribute);
            values[attribute] = Value(lexicon, lexicon.Law.Attributes[attribute], fact.Values);
        }

        return new Case(values);
    }

    private static object Value(Lexicon lexicon, AttributeModel attribute, ImmutableArray<string> values) => attribute.Type switch
    {
        AttributeType.Flag => values[0] == "true",
        AttributeType.Count => long.Parse(values[0], CultureInfo.InvariantCulture),
        AttributeType.Date => (long)DateOnly.ParseExact(values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber,
        AttributeType.Leaf => Leaf(lexicon, attribute, values[0]),
        _ => values.Select(v => Leaf(lexicon, attribute, v)).ToImmutableArray(),
    };

    private static Leaf Leaf(Lexicon lexicon, AttributeModel attribute, string name) => lexicon.Leaves(attribute.Taxonomy ?? "").First(l => l.Name == name);
}
