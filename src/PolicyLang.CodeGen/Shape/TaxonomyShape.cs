using PolicyLang.CodeGen.Naming;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Shape;

/// <summary>A taxonomy as C# types: an enum for one node, a set of bits for any nodes. Each is made only if an attribute uses it.</summary>
internal sealed class TaxonomyShape
{
    private const int BitsPerWord = 64;

    private readonly string _enum;
    private readonly string _set;

    public TaxonomyShape(TaxonomySymbol symbol, TypeNames types)
    {
        Symbol = symbol;
        _enum = types.EnumOf(symbol);
        _set = types.SetOf(symbol);
        var scope = new NameScope(
            [
                "Unspecified", "None", "Of", "Contains", "Read", "Write", "value__", "Deconstruct", "PrintMembers", _enum, _set,
                .. ReservedNames.Object,
            ],
            "Node");
        Dictionary<string, string> members = scope.TakeAll(symbol.Nodes.Select(n => n.Name), PascalCase.Convert);
        Dictionary<string, int> numbers = NodeNumbers.Of(symbol.Nodes.Select(n => n.Name));
        Members = [.. symbol.Nodes.Select(n => members[n.Name])];
        Numbers = [.. symbol.Nodes.Select(n => numbers[n.Name])];
        Clashes = scope.Clashes;
    }

    public TaxonomySymbol Symbol { get; }

    /// <summary>The names of the nodes in C#, by place.</summary>
    public ImmutableArray<string> Members { get; }

    /// <summary>The numbers of the enum members, by place.</summary>
    public ImmutableArray<int> Numbers { get; }

    /// <summary>Nodes that did not get the name that they would have in C#.</summary>
    public IReadOnlyList<NameClash> Clashes { get; }

    /// <summary>How many numbers of 64 bits a set takes.</summary>
    public int Words => Math.Max(1, (Symbol.NodeCount + BitsPerWord - 1) / BitsPerWord);

    /// <summary>What generated code calls the taxonomy itself.</summary>
    public string Field => $"PolicyVocabulary.{FieldName}";

    /// <summary>The same inside its class.</summary>
    public string FieldName => _enum.TrimStart('@') + "Nodes";

    /// <summary>The enum's name; null unless an attribute uses it or the set.</summary>
    public string? Enum { get; private set; }

    /// <summary>The set type's name; null unless an attribute uses it.</summary>
    public string? Set { get; private set; }

    /// <summary>The enum's name, noting that it is needed.</summary>
    public string UseEnum() => Enum ??= _enum;

    /// <summary>The set type's name, noting that it is needed; its elements are named by the enum.</summary>
    public string UseSet()
    {
        UseEnum();
        return Set ??= _set;
    }
}
