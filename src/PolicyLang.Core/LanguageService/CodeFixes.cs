using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>Changes that answer a finding in one of several ways, or take something away: offered, and never made unasked.</summary>
internal static class CodeFixes
{
    private static readonly string[] Modalities = ["must not", "must", "may"];

    /// <summary>The changes for a finding, with their titles.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="found">One of its findings.</param>
    /// <param name="tree">The file of the finding.</param>
    /// <param name="clause">The clause that it is about; null where it is about none.</param>
    public static IEnumerable<(string Title, TextEdit Edit)> For(
        Workspace workspace, Diagnostic found, SyntaxTree tree, ClauseSymbol? clause)
    {
        TextSpan span = found.Location.Span;
        if (found.Descriptor == FormDiagnostics.MayOnlyWithoutCondition)
        {
            return [("Write 'may'", new TextEdit(span, "may"))];
        }

        if (found.Descriptor == FormDiagnostics.OnlyInWithoutMust)
        {
            return [("Write 'in'", new TextEdit(span, "in"))];
        }

        // Where the action stands in its place, the word of force goes before it.
        if (found.Descriptor == SyntaxDiagnostics.MissingModality
            && workspace.Model.Attribute(BuiltInAttributes.Action)?.Taxonomy?.Find(tree.Text.Slice(span)) is not null)
        {
            return Modalities.Select(m => ($"Write '{m}'", new TextEdit(new TextSpan(span.Start, 0), m + " ")));
        }

        return Superfluous(workspace, found, tree, clause) is { } superfluous
            ? [($"Remove {superfluous.What}", new TextEdit(superfluous.Span, string.Empty))]
            : [];
    }

    private static (string What, TextSpan Span)? Superfluous(Workspace workspace, Diagnostic found, SyntaxTree tree, ClauseSymbol? clause)
    {
        TextSpan at = found.Location.Span;
        if (found.Descriptor == StyleDiagnostics.UnusedTerm || found.Descriptor == ConflictDiagnostics.StaleAcknowledgement)
        {
            PositionedNode<DeclarationSyntax> declaration =
                tree.Declarations.FirstOrDefault(d => d.Node is DefineSyntax or AcknowledgeSyntax && d.Absolute(d.Node.Span).Contains(at));
            return declaration.Node is null
                ? null
                : (declaration.Node is DefineSyntax define ? $"'{define.Name.Text}'" : "the acknowledgement",
                Lines(tree.Text.Content, declaration.Absolute(declaration.Node.Span)));
        }

        if (clause is null)
        {
            return null;
        }

        if (found.Descriptor == StyleDiagnostics.IdlePrecedence)
        {
            NameListModifierSyntax? modifier = clause.Syntax.Node.Modifiers.OfType<NameListModifierSyntax>()
                .FirstOrDefault(m => clause.Syntax.Absolute(m.Span).Contains(at));
            return modifier is null
                ? null
                : ($"'{tree.Text.Slice(at)}'",
                modifier.Names.Length == 1
                ? Lines(tree.Text.Content, clause.Syntax.Absolute(modifier.Span))
                : FromList(tree.Text.Content, at));
        }

        // What others speak of stays: without it they would speak of nothing.
        return (found.Descriptor == RedundancyDiagnostics.Redundant || found.Descriptor == RedundancyDiagnostics.Dead)
            && Navigation.References(workspace, clause, declaration: false).IsEmpty
            ? ($"'{clause.QualifiedName}'", Lines(tree.Text.Content, clause.Whole.Span))
            : null;
    }

    // Whole lines if nothing else stands there, with documentation and one blank line.
    private static TextSpan Lines(string text, TextSpan span)
    {
        int start = span.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        int end = span.End;
        while (end < text.Length && text[end] is ' ' or '\t' or '\r')
        {
            end++;
        }

        bool ends = end == text.Length || text[end] == '\n';
        if (!ends || (start > 0 && text[start - 1] != '\n'))
        {
            return TextSpan.FromBounds(start, span.End);
        }

        while (LineAbove(text, start) is { } above
            && text.Substring(above, start - above).TrimStart().StartsWith("///", StringComparison.Ordinal))
        {
            start = above;
        }

        bool blankAbove = LineAbove(text, start) is not { } line || text.Substring(line, start - line).Trim().Length == 0;
        end = Math.Min(end + 1, text.Length);
        int next = text.IndexOf('\n', end);
        return TextSpan.FromBounds(start, blankAbove && next >= 0 && text.Substring(end, next - end).Trim().Length == 0 ? next + 1 : end);
    }

    private static int? LineAbove(string text, int line) => line == 0 ? null : CommonText.LineStart(text, line - 1);

    // With the comma behind it, or before it where it is the last.
    private static TextSpan FromList(string text, TextSpan name)
    {
        int comma = name.End;
        while (comma < text.Length && char.IsWhiteSpace(text[comma]))
        {
            comma++;
        }

        if (comma < text.Length && text[comma] == ',')
        {
            do
            {
                comma++;
            }
            while (comma < text.Length && text[comma] == ' ');
            return TextSpan.FromBounds(name.Start, comma);
        }

        return TextSpan.FromBounds(text.LastIndexOf(',', name.Start), name.End);
    }
}
