using PolicyLang.Conflicts;
using PolicyLang.Decisions;

namespace PolicyLang.LanguageService;

/// <summary>Says changes to a case as instructions: "add SCC", "send to JP or KR".</summary>
internal static class WaySentences
{
    private const int Shown = 8;

    /// <summary>One sentence for each way; ways that differ only in the place they send to or keep in, or in who receives, share
    /// one.</summary>
    /// <param name="ways">The values to change.</param>
    /// <param name="original">The case that they change.</param>
    public static IEnumerable<string> Sentences(IEnumerable<CaseFacts> ways, CaseFacts original) =>
        ways.GroupBy(way => Pattern(way, original))
            .Select(group => string.Join(" and ", group.First().Facts.Select(fact => Say(fact, [.. group], original))));

    /// <summary>How a conflict can be avoided, as one line.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="names">How names are said; null to say them as they are.</param>
    /// <returns>The line; null where no choice avoids it.</returns>
    public static string? AvoidBy(Conflict conflict, SpokenNames? names = null)
    {
        CaseFacts Said(CaseFacts facts) => names?.Of(facts) ?? facts;
        string[] ways =
            [.. Sentences(conflict.AvoidBy.Select(Said), Said(conflict.Witness)),
            .. conflict.AvoidByIsComplete ? Array.Empty<string>() : ["in other ways, which are too many to be told"]];
        return ways.Length > 0 ? "avoid by: " + string.Join("; or ", ways) : null;
    }

    // Leave places and recipients out of the pattern, so that equal rests merge.
    private static string Pattern(CaseFacts way, CaseFacts original) =>
        string.Join("|", way.Facts.Select(fact => IsChoice(fact) ? fact.Attribute : Say(fact, [way], original)));

    private static bool IsChoice(Fact fact) => fact is { Attribute: "destination" or "location" or "recipient", Value: NodeValue };

    private static string Say(Fact fact, CaseFacts[] group, CaseFacts original) => (fact.Attribute, fact.Value) switch
    {
        ("destination", NodeValue) => "send to " + OneOf(Values(group, fact.Attribute)),
        ("location", NodeValue) => "keep it in " + OneOf(Values(group, fact.Attribute)),
        ("recipient", NodeValue) => "let the recipient be " + OneOf(Values(group, fact.Attribute)),
        ("recipient", SetValue { Names.Length: > 0 } set) => "send to " + CaseSentence.List(set.Names, "and"),
        ("action", NodeValue node) => node.Name + " instead",
        ("elapsed", CountValue count) => $"act when {count.Value} hours have passed",
        (_, SetValue set) => Sets(fact.Attribute, set, original),
        _ => CaseSentence.Aside(fact),
    };

    private static string Sets(string attribute, SetValue set, CaseFacts original)
    {
        var before = original.Facts.FirstOrDefault(fact => fact.Attribute == attribute)?.Value as SetValue;
        string[] added = [.. set.Names.Where(name => before?.Names.Contains(name) != true)];
        string[] removed = before is null ? [] : [.. before.Names.Where(name => !set.Names.Contains(name))];
        string[] parts =
        [
            .. added.Length > 0 ? [Lead(attribute, "add ", "notify ") + CaseSentence.List(added, "and")] : Array.Empty<string>(),
            .. removed.Length > 0 ? ["do without " + CaseSentence.List(removed, "and")] : Array.Empty<string>(),
        ];
        return parts.Length > 0 ? string.Join(" and ", parts) : CaseSentence.Aside(new Fact(attribute, set));
    }

    private static string Lead(string attribute, string usual, string notified) => attribute == "notified" ? notified : usual;

    private static string[] Values(CaseFacts[] group, string attribute) =>
        [.. group.SelectMany(way => way.Facts).Where(fact => fact.Attribute == attribute).Select(fact => CaseSentence.Say(fact.Value))
            .Distinct()];

    private static string OneOf(string[] places) => places.Length switch
    {
        1 => places[0],
        <= Shown => "one of " + CaseSentence.List(places, "or"),
        _ => $"one of {string.Join(", ", places.Take(Shown))} and {places.Length - Shown} more",
    };
}
