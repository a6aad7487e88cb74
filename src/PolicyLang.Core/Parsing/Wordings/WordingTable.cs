using System.Collections;

namespace PolicyLang.Parsing;

/// <summary>
/// Wordings of drafters, each with what to write instead. Adding a wording is adding a row; of two that begin alike the longer one stands
/// first.
/// </summary>
/// <typeparam name="T">What the parser makes of a wording.</typeparam>
internal sealed class WordingTable<T> : IEnumerable<Wording<T>>
{
    private readonly Func<string, T> _meaning;
    private readonly List<Wording<T>> _rows = [];

    // By the length of the first word: most tokens need no comparison of letters.
    private readonly List<List<Wording<T>>> _byLength = [];

    /// <param name="meaning">The meaning of what to write instead; it throws where a row names something that the language has not.</param>
    public WordingTable(Func<string, T> meaning) => _meaning = meaning;

    /// <summary>Adds a row.</summary>
    /// <param name="written">What drafters write, in small letters.</param>
    /// <param name="meant">What to write instead; empty for words that say nothing.</param>
    public void Add(string written, string meant)
    {
        var row = new Wording<T>(written, meant, _meaning(meant));
        _rows.Add(row);
        while (_byLength.Count <= row.Words[0].Length)
        {
            _byLength.Add([]);
        }

        _byLength[row.Words[0].Length].Add(row);
    }

    /// <summary>The first row that the tokens ahead spell, in capitals or not; null where none does.</summary>
    public Wording<T>? Find(TokenInput here)
    {
        int length = here.Token.Length;
        if (length >= _byLength.Count)
        {
            return null;
        }

        foreach (Wording<T> row in _byLength[length])
        {
            if (Phrases.Starts(here, row.Words))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Whether the tokens ahead spell a row.</summary>
    public bool Has(TokenInput here) => Find(here) is not null;

    public IEnumerator<Wording<T>> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
