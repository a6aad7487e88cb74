using PolicyLang.CodeGen.Naming;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Shape;

/// <summary>A taxonomy as C# types: an enum for one node, flags or a bit set for any nodes. Each is made only if an attribute uses
/// it.</summary>
internal sealed class TaxonomyShape
{
    public const int BitsPerWord = 64;

    private readonly string _enum;
    private readonly string _set;

    public TaxonomyShape(TaxonomySymbol symbol, NameScope types)
    {
        Symbol = symbol;
        string name = PascalCase.Convert(symbol.Name);
        var members = new NameScope(["Unspecified", "None", "value__"], "Node");
        Members = [.. symbol.Nodes.Select(n => members.Take(PascalCase.Convert(n.Name)))];
        _enum = types.Take(name.EndsWith("Kind", StringComparison.Ordinal)
            || !ReservedNames.Types.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : name + "Kind");
        _set = types.Take(IsWide ? _enum + "Set" : Plural(_enum));
    }

    public TaxonomySymbol Symbol { get; }

    /// <summary>The names of the nodes, by number.</summary>
    public ImmutableArray<string> Members { get; }

    /// <summary>How many numbers of 64 bits a set takes.</summary>
    public int Words => Math.Max(1, (Symbol.NodeCount + BitsPerWord - 1) / BitsPerWord);

    /// <summary>Whether a set does not fit an enum of flags.</summary>
    public bool IsWide => Symbol.NodeCount > BitsPerWord;

    /// <summary>The enum's name; null unless an attribute uses it.</summary>
    public string? Enum { get; private set; }

    /// <summary>The set type's name; null unless an attribute uses it.</summary>
    public string? Set { get; private set; }

    /// <summary>The enum's name, noting that it is needed.</summary>
    public string UseEnum() => Enum ??= _enum;

    /// <summary>The set type's name, noting that it is needed; the elements of a wide set are named by the enum.</summary>
    public string UseSet()
    {
        Enum ??= IsWide ? _enum : null;
        return Set ??= _set;
    }

    private static string Plural(string name) =>
        name.EndsWith("y", StringComparison.Ordinal) && name.Length > 1 && "aeiou".IndexOf(name[name.Length - 2]) < 0
            ? name.Substring(0, name.Length - 1) + "ies"
        : name.EndsWith("s", StringComparison.Ordinal) ? name + "Set"
        : name + "s";
}
