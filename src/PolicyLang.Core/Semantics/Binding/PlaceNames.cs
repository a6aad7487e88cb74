namespace PolicyLang.Semantics.Binding;

/// <summary>Finds the code of a place that a text calls by another name.</summary>
internal static class PlaceNames
{
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UK"] = "GB",
        ["Britain"] = "GB",
        ["England"] = "GB",
        ["USA"] = "US",
        ["America"] = "US",
        ["UAE"] = "AE",
        ["PRC"] = "CN",
        ["ROK"] = "KR",
        ["Korea"] = "KR",
        ["Russia"] = "RU",
        ["Vietnam"] = "VN",
        ["Turkey"] = "TR",
        ["Europe"] = "EU",
    };

    /// <summary>The candidate that has a name as its title, or is commonly called so; null where there is none.</summary>
    public static string? Find(string name, TaxonomySymbol places, IEnumerable<string> candidates)
    {
        string? code = Others.TryGetValue(name, out string? other)
            ? other
            : places.Nodes.FirstOrDefault(p => string.Equals(p.Title, name.Replace('_', ' '), StringComparison.OrdinalIgnoreCase))?.Name;
        return code is not null && candidates.Contains(code) ? code : null;
    }
}
