using PolicyLang.Text;

namespace PolicyLang.Projects;

/// <summary>A text is no JSON, or a value is of the wrong kind.</summary>
/// <param name="span">Where.</param>
/// <param name="message">What is wrong, as a sentence.</param>
/// <param name="help">What to write instead.</param>
#pragma warning disable CA1032 // It is made in one way only: with a place.
internal sealed class JsonException(TextSpan span, string message, string help) : Exception(message)
#pragma warning restore CA1032
{
    public TextSpan Span { get; } = span;

    public string Help { get; } = help;
}
