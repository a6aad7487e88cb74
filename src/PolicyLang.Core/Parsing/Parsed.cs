using Sprache;

namespace PolicyLang.Parsing;

/// <summary>What a parser of this grammar returns. It cannot fail, so it holds no message and no expectations.</summary>
internal sealed class Parsed<T> : IResult<T>
{
    public Parsed(T value, IInput remainder)
    {
        Value = value;
        Remainder = remainder;
    }

    public T Value { get; }

    public IInput Remainder { get; }

    public bool WasSuccessful => true;

    public string Message => string.Empty;

    public IEnumerable<string> Expectations => [];
}
