using System.Text;
using CsCheck;

namespace PolicyLang.Testing;

/// <summary>Generators of texts, valid and not.</summary>
internal static class TextGen
{
    private const string Marks = "{}(),.:=<>\"\\/*-_`~ \n\t'“”，；é汉\u0000\uFEFF\u00A0";

    /// <summary>A deletion, an insertion of a character, or a stretch that is written twice.</summary>
    public static Gen<TextChange> Change { get; } =
        Gen.Select(Gen.Double.Unit, Gen.Enum<TextChangeKind>(), Gen.Double.Unit, Gen.Int[0, 40], Gen.Char[Marks])
            .Select(c => new TextChange(c.Item1, c.Item2, c.Item3, c.Item4, c.Item5));

    /// <summary>Random bytes, read in an encoding; what cannot be read becomes U+FFFD.</summary>
    /// <param name="encoding">How the bytes are read.</param>
    /// <param name="longest">The greatest number of bytes.</param>
    public static Gen<string> Bytes(Encoding encoding, int longest) => Gen.Byte.Array[0, longest].Select(encoding.GetString);

    /// <summary>One of some texts, cut off at a random place.</summary>
    public static Gen<string> Truncated(IReadOnlyList<string> texts) =>
        Gen.Select(Gen.Int[0, texts.Count - 1], Gen.Double.Unit, (text, cut) => texts[text][..(int)(cut * (texts[text].Length + 1))]);

    /// <summary>A stretch of one of some texts, with changes.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="longest">The greatest number of characters of the stretch.</param>
    /// <param name="most">The greatest number of changes.</param>
    public static Gen<string> Changed(IReadOnlyList<string> texts, int longest, int most) =>
        Gen.Select(Gen.Int[0, texts.Count - 1], Gen.Double.Unit, Gen.Int[0, longest], Change.Array[1, most])
            .Select(c => c.Item4.Aggregate(Slice(texts[c.Item1], c.Item2, c.Item3), (text, change) => change.Apply(text)));

    internal static string Slice(string text, double place, int length)
    {
        int start = (int)(place * text.Length);
        return text.Substring(start, Math.Min(length, text.Length - start));
    }
}
