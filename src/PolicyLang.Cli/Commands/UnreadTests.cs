using PolicyLang.Analysis;
using PolicyLang.Cli.Reporters;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.Cli.Commands;

/// <summary>Scenarios and checks that could not be understood. They were not run, so they have not passed; a report that left them out
/// would be green.</summary>
internal static class UnreadTests
{
    /// <summary>One failed result for each that is missing among those that were run.</summary>
    public static IEnumerable<TestResult> Find(Workspace workspace, ImmutableArray<TestResult> run)
    {
        HashSet<(string, int)> known = [.. run.Select(r => (r.Location.File, r.Location.Span.Start))];
        return from tree in workspace.Trees
               from declaration in tree.Declarations
               where declaration.Node is ScenarioSyntax or CheckSyntax
                   && !known.Contains((tree.File, declaration.Absolute(declaration.Node.Span).Start))
               let title = declaration.Node is ScenarioSyntax scenario ? scenario.Title : ((CheckSyntax)declaration.Node).Title
               select new TestResult(title?.Value ?? string.Empty, declaration.Node is CheckSyntax ? "check" : "scenario",
                   Head(tree, declaration, title), Why(workspace, tree, declaration));
    }

    private static Location Head(SyntaxTree tree, PositionedNode<DeclarationSyntax> declaration, TextLiteralSyntax? title) =>
        tree.Locate(declaration.Offset,
            title is null ? declaration.Node.Span : TextSpan.FromBounds(declaration.Node.Span.Start, title.Span.End));

    private static ImmutableArray<ScenarioFailure> Why(Workspace workspace, SyntaxTree tree, PositionedNode<DeclarationSyntax> declaration)
    {
        TextSpan span = declaration.Absolute(declaration.Node.Span);
        ImmutableArray<ScenarioFailure> errors =
        [
            .. workspace.Diagnostics.Where(
                d => d.Severity == DiagnosticSeverity.Error && d.Location.File == tree.File && span.Touches(d.Location.Span.Start))
                .Select(d => new ScenarioFailure(d.Location, $"Not run. {d.Message}")),
        ];
        return errors.IsEmpty
            ? [new ScenarioFailure(tree.Locate(declaration.Offset, declaration.Node.Span), "Not run: it names something that has errors.")]
            : errors;
    }
}
