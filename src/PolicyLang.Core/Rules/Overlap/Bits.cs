#if NET
using System.Numerics;
#endif

namespace PolicyLang.Rules;

/// <summary>Operations on words of bits that the older target framework lacks.</summary>
internal static class Bits
{
    private const ulong EverySecond = 0x5555555555555555;

    /// <summary>How many bits are set.</summary>
    public static int Count(ulong word)
    {
#if NET
        return BitOperations.PopCount(word);
#else
        word -= (word >> 1) & EverySecond;
        word = (word & 0x3333333333333333) + ((word >> 2) & 0x3333333333333333);
        return (int)(unchecked(((word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f) * 0x0101010101010101) >> 56);
#endif
    }

    /// <summary>The place of the lowest bit of a word that is not 0.</summary>
    public static int Lowest(ulong word) =>
#if NET
        BitOperations.TrailingZeroCount(word);
#else
        Count(unchecked(word & (0 - word)) - 1);
#endif

    /// <summary>Whether, of two words of two-bit groups, each group has a bit in common.</summary>
    public static bool EveryPairMeets(ulong common) => ((common | (common >> 1)) & EverySecond) == EverySecond;

    /// <summary>Sets the bits from one place to another, both counted in, in the words that begin at an offset.</summary>
    public static void Set(ulong[] words, int offset, int from, int to)
    {
        int first = offset + (from >> 6);
        int last = offset + (to >> 6);
        ulong low = ulong.MaxValue << (from & 63);
        ulong high = ulong.MaxValue >> (63 - (to & 63));
        if (first == last)
        {
            words[first] |= low & high;
            return;
        }

        words[first] |= low;
        for (int w = first + 1; w < last; w++)
        {
            words[w] = ulong.MaxValue;
        }

        words[last] |= high;
    }
}
