using PolicyLang.Syntax;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds <c>acknowledge conflict between …</c>.</summary>
internal sealed class AcknowledgementBinder(SetBinder sets)
{
    /// <summary>The acknowledgement; null where one of its names means nothing.</summary>
    public Acknowledgement? Bind(AcknowledgeSyntax syntax, SyntaxContext site)
    {
        ImmutableArray<ConflictSide> sides = sets.BindSides(syntax.Sides, site);
        return sides.Length == syntax.Sides.Length && !syntax.IsBroken
            ? new Acknowledgement(sides, syntax.Because?.Value ?? string.Empty, syntax.Until?.Day, site.Locate(syntax.Span))
            : null;
    }
}
