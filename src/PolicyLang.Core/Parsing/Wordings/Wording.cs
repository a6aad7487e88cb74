namespace PolicyLang.Parsing;

/// <summary>One row of a table of wordings: what drafters write, and what the language says instead.</summary>
/// <typeparam name="T">What the parser makes of it.</typeparam>
internal sealed class Wording<T>
{
    public Wording(string written, string meant, T value)
    {
        Words = written.Split(' ');
        Meant = meant;
        Value = value;
        IsOwn = written == meant;
    }

    /// <summary>The words written, in small letters.</summary>
    public string[] Words { get; }

    /// <summary>How many tokens they take.</summary>
    public int Count => Words.Length;

    /// <summary>What to write instead; empty where the words say nothing.</summary>
    public string Meant { get; }

    /// <summary>The meaning of <see cref="Meant"/>.</summary>
    public T Value { get; }

    /// <summary>Whether the language has these very words: only in capitals do they need another wording.</summary>
    public bool IsOwn { get; }
}
