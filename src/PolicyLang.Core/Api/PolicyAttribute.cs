using PolicyLang.Runtime;
using PolicyLang.Semantics;

namespace PolicyLang;

/// <summary>An attribute of cases, as the vocabulary of a rulebook declares it.</summary>
/// <param name="Name">Its name in policy files and in cases.</param>
/// <param name="Title">What it is; null where the files do not say.</param>
/// <param name="Kind">What values it has.</param>
/// <param name="IsChosen">Whether the actor who has to comply decides it.</param>
/// <param name="IsRequired">Whether no answer is to rest on its being left out.</param>
/// <param name="Values">The names that it takes; none for flags, numbers and days.</param>
public sealed record PolicyAttribute(
    string Name, string? Title, AttributeKind Kind, bool IsChosen, bool IsRequired, IReadOnlyList<string> Values)
{
    internal static PolicyAttribute Of(AttributeSymbol attribute) => new(
        attribute.Name,
        attribute.Title,
        Enum.Parse<AttributeKind>(attribute.Type.ToString()),
        attribute.Chosen,
        BuiltInAttributes.Required.Contains(attribute.Name),
        attribute.Taxonomy is { } taxonomy ? [.. taxonomy.NodeNames] : []);
}
