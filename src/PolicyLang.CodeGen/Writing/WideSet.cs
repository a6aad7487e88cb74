using PolicyLang.CodeGen.Shape;

namespace PolicyLang.CodeGen.Writing;

/// <summary>A set of more elements than an enum of flags can hold: a small immutable struct of bits.</summary>
internal sealed class WideSet(TaxonomyShape taxonomy, string name, string element)
{
    public void Write(CodeWriter code)
    {
        IEnumerable<int> words = Enumerable.Range(0, taxonomy.Words);
        code.Summary($"Any of: {taxonomy.Symbol.Title ?? taxonomy.Symbol.Name}").Line($"public readonly record struct {name}").Open();
        foreach (int word in words)
        {
            code.Line($"private readonly ulong _word{word};");
        }

        code.Line().Line("/// <summary>A set of one element.</summary>")
            .Line("/// <param name=\"element\">The element; <c>Unspecified</c> makes the empty set.</param>")
            .Line($"public {name}({element} element)").Open()
            .Line("int number = (int)element - 1;")
            .Line("ulong bit = number >= 0 ? 1UL << (number & 63) : 0;");
        foreach (int word in words)
        {
            code.Line($"_word{word} = number >> 6 == {word} ? bit : 0;");
        }

        code.Close().Line().Line($"private {name}({string.Join(", ", words.Select(w => $"ulong word{w}"))})").Open();
        foreach (int word in words)
        {
            code.Line($"_word{word} = word{word};");
        }

        code.Close().Line()
            .Line("/// <summary>The empty set.</summary>").Line($"public static {name} None => default;").Line()
            .Line("/// <summary>A set of one element.</summary>").Line("/// <param name=\"element\">The element.</param>")
            .Line($"public static implicit operator {name}({element} element) => new(element);").Line()
            .Line("/// <summary>The elements of either set.</summary>").Line("/// <param name=\"left\">A set.</param>")
                .Line("/// <param name=\"right\">Another.</param>")
            .Line($"public static {name} operator |({name} left, {name} right) =>")
            .Line($"    new({string.Join(", ", words.Select(w => $"left._word{w} | right._word{w}"))});").Line()
            .Line("/// <summary>A set of any elements.</summary>").Line("/// <param name=\"elements\">The elements.</param>")
            .Line($"public static {name} Of(params {element}[] elements)").Open()
            .Line($"{name} set = default;").Line($"foreach ({element} element in elements)").Open().Line("set |= element;").Close().Line()
                .Line("return set;").Close().Line()
            .Line("/// <summary>Whether an element is in the set.</summary>").Line("/// <param name=\"element\">The element.</param>")
            .Line($"public bool Contains({element} element) => element != {element}.Unspecified && (this | element) == this;").Line()
            .Line("internal void Write(Span<long> values)").Open();
        foreach (int word in words)
        {
            code.Line($"values[{word}] = (long)_word{word};");
        }

        code.Close().Close();
    }
}
