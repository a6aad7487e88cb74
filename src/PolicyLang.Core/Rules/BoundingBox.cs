using PolicyLang.Regions;

namespace PolicyLang.Rules;

/// <summary>
/// For each variable of a few values that tell rules apart, the values that some case of a region has, as bits in one flat array.
/// Two regions whose boxes miss each other on one variable have no case in common; most pairs are told apart that way.
/// </summary>
internal sealed class BoundingBoxes
{
    private readonly int[] _variables;
    private readonly int[] _wordStart;
    private readonly int _words;
    private readonly Dictionary<Region, ulong[]> _known = [];
    private readonly ulong[] _all;

    public BoundingBoxes(CaseSpace space)
    {
        const long widest = 1 << 12;
        _variables = [.. space.Regions.Variables.Where(v => v.Element < 0 && v.Maximum > 1 && v.Maximum < widest).Select(v => v.Index)];
        _wordStart = new int[_variables.Length + 1];
        for (int i = 0; i < _variables.Length; i++)
        {
            _wordStart[i + 1] = _wordStart[i] + (int)(space.Regions.Variables[_variables[i]].Maximum / 64) + 1;
        }

        _words = _wordStart[_variables.Length];
        _all = new ulong[_words];
        for (int i = 0; i < _words; i++)
        {
            _all[i] = ulong.MaxValue;
        }
    }

    /// <summary>The box of a region that is not empty.</summary>
    public ulong[] Of(Region region)
    {
        if (region.IsTerminal)
        {
            return _all;
        }

        if (_known.TryGetValue(region, out ulong[]? box))
        {
            return box;
        }

        box = new ulong[_words];
        int own = Array.IndexOf(_variables, region.Variable);
        for (int i = 0; i < region.Starts.Length; i++)
        {
            if (region.Children[i].IsEmpty)
            {
                continue;
            }

            ulong[] child = Of(region.Children[i]);
            for (int w = 0; w < _words; w++)
            {
                box[w] |= own >= 0 && w >= _wordStart[own] && w < _wordStart[own + 1] ? 0 : child[w];
            }

            if (own >= 0)
            {
                long end = i + 1 < region.Starts.Length ? region.Starts[i + 1] : (_wordStart[own + 1] - _wordStart[own]) * 64L;
                for (long value = region.Starts[i]; value < end; value++)
                {
                    box[_wordStart[own] + (int)(value >> 6)] |= 1UL << (int)(value & 63);
                }
            }
        }

        _known.Add(region, box);
        return box;
    }

    /// <summary>Whether two boxes have a value in common on every variable.</summary>
    public bool Meet(ulong[] a, ulong[] b)
    {
        for (int v = 0; v < _variables.Length; v++)
        {
            ulong common = 0;
            for (int w = _wordStart[v]; w < _wordStart[v + 1]; w++)
            {
                common |= a[w] & b[w];
            }

            if (common == 0)
            {
                return false;
            }
        }

        return true;
    }
}
