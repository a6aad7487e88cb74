using PolicyLang.Diagnostics;
using PolicyLang.Text;
using PolicyLang.Workspaces;
using Xunit;

namespace PolicyLang.Testing;

/// <summary>Checks that a file has exactly the findings that are marked in it.</summary>
internal static class DiagnosticExpectation
{
    /// <param name="marked">The file's text; <c>{|PL2003:text|}</c> marks a finding.</param>
    /// <param name="file">Its name.</param>
    /// <param name="message">The message of every finding; null where it does not matter.</param>
    /// <param name="help">The help of every finding; null where it does not matter.</param>
    /// <param name="others">Other files of the workspace; they must have no findings.</param>
    /// <returns>The findings, sorted.</returns>
    public static ImmutableArray<Diagnostic> Verify(
        string marked, string file = "test.policy", string? message = null, string? help = null, params KeyValuePair<string, string>[] others)
    {
        MarkedText expected = MarkedText.Parse(marked);
        // Hints are for editors; a test that is about one marks it.
        ImmutableArray<Diagnostic> found =
        [
            .. Workspace.Empty.With(others).With(file, expected.Text).Diagnostics
                .Where(d => d.Severity > DiagnosticSeverity.Hint || expected.Spans.Any(s => s.Code == d.Code)),
        ];
        IEnumerable<string> wanted = expected.Spans.Where(s => s.Code is not null).Select(s => $"{file} {s.Code} {s.Span}").Order(StringComparer.Ordinal);
        IEnumerable<string> got = found.Select(d => $"{d.Location.File} {d.Code} {d.Location.Span}").Order(StringComparer.Ordinal);
        if (!wanted.SequenceEqual(got))
        {
            Assert.Fail($"Expected:\n{marked}\n\nFound:\n{Annotate(expected.Text, file, found)}");
        }

        foreach (Diagnostic diagnostic in found)
        {
            Assert.Equal(message ?? diagnostic.Message, diagnostic.Message);
            Assert.Equal(help ?? diagnostic.Help, diagnostic.Help);
        }

        return found;
    }

    /// <summary>The text with the findings written into it as marks, and their messages below.</summary>
    public static string Annotate(string text, string file, IEnumerable<Diagnostic> found)
    {
        var marks = new List<(int At, int Order, string Mark)>();
        var messages = new List<string>();
        foreach (Diagnostic diagnostic in found)
        {
            messages.Add($"{diagnostic.Location.File} {diagnostic.Code} {diagnostic.Location.Span} {diagnostic.Message} | {diagnostic.Help}");
            if (diagnostic.Location.File == file)
            {
                TextSpan span = diagnostic.Location.Span;
                marks.Add((span.Start, 1, $"{{|{diagnostic.Code}:"));
                marks.Add((span.End, span.Length == 0 ? 2 : 0, "|}"));
            }
        }

        string annotated = text;
        foreach ((int at, _, string mark) in marks.OrderByDescending(m => m.At).ThenByDescending(m => m.Order))
        {
            annotated = annotated.Insert(Math.Min(at, annotated.Length), mark);
        }

        return $"{annotated}\n{string.Join("\n", messages)}";
    }
}
