using PolicyLang.Syntax;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds <c>acknowledge conflict between …</c>.</summary>
internal sealed class AcknowledgementBinder(SetBinder sets)
{
    /// <summary>The acknowledgement; null where one of its names means nothing.</summary>
    public Acknowledgement? Bind(AcknowledgeSyntax syntax, Site site)
    {
        ImmutableArray<ConflictSide> sides = BindSides(syntax.Sides, site);
        return sides.Length == syntax.Sides.Length && !syntax.IsBroken
            ? new Acknowledgement(sides, syntax.Because?.Value ?? string.Empty, syntax.Until?.Day, site.Locate(syntax.Span))
            : null;
    }

    /// <summary>The sides of a conflict; those that mean nothing are reported and left out.</summary>
    public ImmutableArray<ConflictSide> BindSides(ImmutableArray<SideSyntax> sides, Site site)
    {
        var bound = ImmutableArray.CreateBuilder<ConflictSide>(sides.Length);
        foreach (SideSyntax side in sides)
        {
            Symbol? target = side.IsLawOf ? sets.BindOrder(side.Name, site) : sets.BindTarget(side.Name, null, site);
            if (target is not null)
            {
                bound.Add(new ConflictSide(target, side.IsLawOf));
            }
        }

        return bound.ToImmutable();
    }
}
