using PolicyLang.Text;

namespace PolicyLang.Semantics;

/// <summary>A name in the text and what it means. A workspace has a million of them: a location is made for those that are asked.</summary>
internal readonly record struct NameReference
{
    private readonly string _file;
    private readonly SourceText _text;

    /// <param name="location">Where the name stands.</param>
    /// <param name="symbol">What it means.</param>
    public NameReference(Location location, Symbol symbol) =>
        (_file, _text, Span, Symbol) = (location.File, location.Text, location.Span, symbol);

    /// <summary>Where it stands in its file.</summary>
    public TextSpan Span { get; }

    /// <summary>What it means.</summary>
    public Symbol Symbol { get; }

    /// <summary>The place where it stands.</summary>
    public Location Location => new(_file, _text, Span);
}
