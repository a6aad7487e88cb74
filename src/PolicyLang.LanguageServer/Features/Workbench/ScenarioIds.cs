using PolicyLang.LanguageServer.Documents;
using PolicyLang.Semantics;

namespace PolicyLang.LanguageServer.Features.Workbench;

/// <summary>The names by which requests and commands know scenarios and checks.</summary>
internal static class ScenarioIds
{
    /// <summary>Titles name scenarios; a title that comes again is told apart by its number.</summary>
    public static IEnumerable<(string Id, T Item)> Numbered<T>(ImmutableArray<T> items, Func<T, string> title)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (T item in items)
        {
            int count = seen[title(item)] = seen.GetValueOrDefault(title(item)) + 1;
            yield return (count == 1 ? title(item) : $"{title(item)}#{count}", item);
        }
    }

    /// <summary>The scenario or check that begins where a range does; null where none does.</summary>
    public static string? FindAt(SemanticModel model, string file, Protocol.Range range, PositionEncoding encoding) =>
        Numbered(model.Scenarios, s => s.Title).Where(s => Begins(s.Item.Location, file, range, encoding)).Select(s => $"scenario:{s.Id}")
            .Concat(Numbered(model.Checks, c => c.Title).Where(c => Begins(c.Item.Location, file, range, encoding))
                .Select(c => $"check:{c.Id}"))
            .FirstOrDefault();

    private static bool Begins(Text.Location location, string file, Protocol.Range range, PositionEncoding encoding) =>
        location.File == file && encoding.ToPosition(location.Text, location.Span.Start) == range.Start;
}
