using PolicyLang.Diagnostics;

namespace PolicyLang.Testing;

/// <summary>Applies fixes to texts.</summary>
internal static class Fixes
{
    /// <summary>The text after the edits of a fix.</summary>
    public static string Apply(this Fix fix, string text)
    {
        foreach (TextEdit edit in fix.Edits.OrderByDescending(e => e.Span.Start))
        {
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        }

        return text;
    }
}
