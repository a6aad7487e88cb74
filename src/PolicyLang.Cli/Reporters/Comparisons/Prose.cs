using System.Net;
using PolicyLang.Cli.Reporters.Grids;
using PolicyLang.LanguageServer.Reports.Grids;

namespace PolicyLang.Cli.Reporters.Comparisons;

/// <summary>A report in sentences, for a terminal or as Markdown.</summary>
internal interface IProse
{
    /// <summary>What the report, or a part of it, is about.</summary>
    void Heading(string text);

    /// <summary>A sentence by itself.</summary>
    void Line(string text);

    /// <summary>One of several things under the sentence before.</summary>
    void Item(string text);
}

/// <summary>Makes prose in a form.</summary>
internal static class Prose
{
    public static IProse For(string format, AnsiStyle ink, TextWriter output) =>
        format == "markdown" ? new MarkdownProse(output) : new TerminalProse(ink, new TerminalWriter(output));

    private sealed class TerminalProse(AnsiStyle ink, TerminalWriter output) : IProse
    {
        public void Heading(string text) => Lines.Wrapped(text, GridTerminal.Columns).ForEach(l => output.Line(ink.Bold(l)));

        public void Line(string text) => Lines.Wrapped($"  {text}", GridTerminal.Columns).ForEach(l => output.Line(l));

        public void Item(string text) => Lines.Wrapped($"    {text}", GridTerminal.Columns).ForEach(l => output.Line(l));
    }

    private sealed class MarkdownProse(TextWriter output) : IProse
    {
        public void Heading(string text) => output.WriteLine($"\n**{Escaped(text)}**\n");

        public void Line(string text) => output.WriteLine($"- {Escaped(text)}");

        public void Item(string text) => output.WriteLine($"  - {Escaped(text)}");

        // What Markdown or HTML would take for a mark.
        private static string Escaped(string text) => string.Concat(
            WebUtility.HtmlEncode(Display.Clean(text)).Select(c => "\\`*_[]|".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));
    }
}
