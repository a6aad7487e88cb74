using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>What to show for the name under the pointer.</summary>
/// <param name="Span">The name, in absolute offsets.</param>
/// <param name="Markdown">The card.</param>
public sealed record HoverCard(TextSpan Span, string Markdown);

/// <summary>Explains the name at a place.</summary>
public static class Hover
{
    /// <summary>The card for an offset; null where no name stands there. It never waits: what is not known yet about conflicts is left out.</summary>
    public static HoverCard? At(Workspace workspace, string file, int offset, ReadingView? view = null) =>
        Navigation.At(workspace, file, offset) is { } reference
            ? new HoverCard(reference.Location.Span, SymbolCard.Markdown(reference.Symbol, workspace, view ?? ReadingView.Default))
            : null;
}
