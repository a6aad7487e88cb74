using PolicyLang.Prelude;
using PolicyLang.Semantics;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>The places that change together when a name is typed over.</summary>
internal static class LinkedNames
{
    /// <summary>
    /// The name under the pointer with all its other places, where every one of them is in this file; otherwise empty, since
    /// an editor that changed some of them only would break the rest. What must reach other files is a rename.
    /// </summary>
    public static ImmutableArray<TextSpan> FindAt(Workspace workspace, string file, int offset)
    {
        if (Navigation.ReferenceAt(workspace, file, offset) is not { } name || name.Symbol.Location.File != file
            || file.StartsWith(PreludeFiles.Prefix, StringComparison.Ordinal) || workspace.Law.Holds(file))
        {
            return [];
        }

        ImmutableArray<Location> places = Navigation.References(workspace, name.Symbol, declaration: true);
        return places.Length > 1 && places.All(p => p.File == file && p.Text.Slice(p.Span) == name.Symbol.Name)
            ? [.. places.Select(p => p.Span)]
            : [];
    }
}
