using PolicyLang.CodeGen.Shape;
using PolicyLang.Semantics;

namespace PolicyLang.CodeGen.Writing;

/// <summary>A set of nodes: a small immutable struct of bits, however many nodes there are.</summary>
internal sealed class NodeSetType(TaxonomyShape taxonomy, string name, string element)
{
    private const int BitsPerWord = 64;

    private readonly int[] _words = [.. Enumerable.Range(0, taxonomy.Words)];

    public void Write(CodeWriter code, CodeGenSettings settings)
    {
        code.Summary($"Any of: {taxonomy.Symbol.Title ?? taxonomy.Symbol.Name}").Generated()
            .Line($"[JsonConverter(typeof(NodeSetJsonConverter<{name}>))]")
            .Line($"{settings.Access} readonly record struct {name} : INodeSet<{name}>").Open();
        foreach (int word in _words)
        {
            code.Line($"private readonly ulong _word{word};");
        }

        WriteMaking(code);
        foreach (NodeSymbol node in taxonomy.Symbol.Nodes)
        {
            string member = taxonomy.Members[node.Index];
            string[] words = [.. _words.Select(w => w == node.Index / BitsPerWord
                ? $"1UL << {Literals.Number(node.Index % BitsPerWord)}"
                : "0")];
            code.Line().Line($"/// <inheritdoc cref=\"{element}.{member}\"/>")
                .Line($"public static {name} {member} => new({string.Join(", ", words)});");
        }

        WriteOperators(code);
        WriteRest(code);
        code.Close();
    }

    private void WriteMaking(CodeWriter code)
    {
        code.Line().Line("/// <summary>A set of one element.</summary>")
            .Line("/// <param name=\"element\">The element; <c>Unspecified</c> makes the empty set.</param>")
            .Line("/// <exception cref=\"ArgumentOutOfRangeException\">It names nothing.</exception>")
            .Line($"public {name}({element} element)").Open()
            .Line($"long place = {taxonomy.Field}.Keep((int)element) - 1;")
            .Line("if (place < -1)").Open()
            .Line("throw new ArgumentOutOfRangeException(nameof(element), element, \"It names nothing.\");").Close().Line()
            .Line("ulong bit = place >= 0 ? 1UL << (int)(place & 63) : 0;");
        foreach (int word in _words)
        {
            code.Line($"_word{word} = place >> 6 == {word} ? bit : 0;");
        }

        code.Close().Line().Line($"private {name}({string.Join(", ", _words.Select(w => $"ulong word{w}"))})").Open();
        foreach (int word in _words)
        {
            code.Line($"_word{word} = word{word};");
        }

        code.Close().Line()
            .Line("/// <summary>The empty set.</summary>").Line($"public static {name} None => default;");
    }

    private void WriteOperators(CodeWriter code) => code.Line()
        .Line("/// <summary>A set of one element.</summary>").Line("/// <param name=\"element\">The element.</param>")
        .Line($"public static implicit operator {name}({element} element) => new(element);").Line()
        .Line("/// <summary>The elements of either set.</summary>").Line("/// <param name=\"left\">A set.</param>")
            .Line("/// <param name=\"right\">Another.</param>")
        .Line($"public static {name} operator |({name} left, {name} right) =>")
        .Line($"    new({string.Join(", ", _words.Select(w => $"left._word{w} | right._word{w}"))});").Line()
        .Line("/// <summary>A set of any elements.</summary>").Line("/// <param name=\"elements\">The elements.</param>")
        .Line($"public static {name} Of(params {element}[] elements)").Open()
        .Line($"{name} set = default;").Line($"foreach ({element} element in elements)").Open().Line("set |= element;").Close().Line()
            .Line("return set;").Close().Line()
        .Line("/// <summary>Whether an element is in the set.</summary>").Line("/// <param name=\"element\">The element.</param>")
        .Line($"public bool Contains({element} element) => element != {element}.Unspecified && (this | element) == this;");

    private void WriteRest(CodeWriter code)
    {
        code.Line().Line("/// <summary>The names of the elements as the policy files write them.</summary>")
            .Line("public override string ToString() => NodeSet.Describe(this);").Line()
            .Line($"static TaxonomyModel INodeSet<{name}>.Taxonomy => {taxonomy.Field};").Line()
            .Line($"static {name} INodeSet<{name}>.Create(ReadOnlySpan<long> words) => Read(words);").Line()
            .Line($"void INodeSet<{name}>.CopyTo(Span<long> words) => Write(words);").Line()
            .Line($"internal static {name} Read(ReadOnlySpan<long> words) =>")
            .Line($"    new({string.Join(", ", _words.Select(w => $"(ulong)words[{w}]"))});").Line()
            .Line("internal void Write(Span<long> words)").Open();
        foreach (int word in _words)
        {
            code.Line($"words[{word}] = (long)_word{word};");
        }

        code.Close();
    }
}
