using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Naming;

/// <summary>The names of generated types. The vocabulary has the first choice, whether or not a clause looks at it, and frameworks the
/// rest.</summary>
internal sealed class TypeNames
{
    private readonly NameScope _scope = new(ReservedNames.Types, "Policy");
    private readonly Dictionary<string, string> _enums;
    private readonly Dictionary<string, string> _sets;
    private readonly Dictionary<string, string> _frameworks;

    /// <param name="taxonomies">Every taxonomy.</param>
    /// <param name="frameworks">Every framework.</param>
    public TypeNames(IEnumerable<TaxonomySymbol> taxonomies, IEnumerable<FrameworkSymbol> frameworks)
    {
        string[] names = [.. taxonomies.Select(t => t.Name).Distinct(StringComparer.Ordinal)];
        _enums = _scope.TakeAll(names, Single);
        _sets = _scope.TakeAll(names, name => Plural(_enums[name]));
        foreach (string type in _enums.Values)
        {
            _scope.Take(type + "JsonConverter");
        }

        _frameworks = _scope.TakeAll(frameworks.Select(f => f.Name), PascalCase.OfAcronym);
    }

    /// <summary>The clashes between names of policies.</summary>
    public IReadOnlyList<NameClash> Clashes => _scope.Clashes;

    /// <summary>The enum of a taxonomy.</summary>
    public string EnumOf(TaxonomySymbol taxonomy) => _enums[taxonomy.Name];

    /// <summary>The set of a taxonomy.</summary>
    public string SetOf(TaxonomySymbol taxonomy) => _sets[taxonomy.Name];

    /// <summary>The class of a framework.</summary>
    public string ClassOf(FrameworkSymbol framework) => _frameworks[framework.Name];

    private static string Single(string taxonomy) =>
        PascalCase.Convert(taxonomy) is { } name && (name.EndsWith("Kind", StringComparison.Ordinal)
            || !ReservedNames.Types.Contains(name, StringComparer.OrdinalIgnoreCase))
            ? name
            : PascalCase.Convert(taxonomy) + "Kind";

    private static string Plural(string name) =>
        name.EndsWith("y", StringComparison.Ordinal) && name.Length > 1 && "aeiou".IndexOf(name[name.Length - 2]) < 0
            ? name.Substring(0, name.Length - 1) + "ies"
        : name.EndsWith("s", StringComparison.Ordinal) ? name + "Set"
        : name + "s";
}
