using PolicyLang.Diagnostics;
using PolicyLang.Formatting;
using PolicyLang.Parsing;
using PolicyLang.Repairs;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A change of the text that is offered without a finding.</summary>
/// <param name="Title">What it does, as an imperative.</param>
/// <param name="Edits">Edits of the file that do not overlap.</param>
internal sealed record Refactoring(string Title, ImmutableArray<TextEdit> Edits);

/// <summary>Changes that leave the meaning as it is, and changes of a whole file.</summary>
internal static class Refactorings
{
    /// <summary>Gives the condition around a selection a name of its own; null where the selection is in none.</summary>
    public static Refactoring? ExtractDefine(Workspace workspace, SyntaxTree tree, TextSpan selection)
    {
        foreach (FrameworkUnit framework in tree.Frameworks)
        {
            foreach (PositionedNode<FrameworkMemberSyntax> member in framework.Members)
            {
                if (selection.Length > 0 && member.Node is ClauseSyntax clause
                    && clause.Modifiers.Select(ConditionOf).OfType<ConditionSyntax>().SelectMany(All)
                        .Where(c => member.Absolute(c.Span).Contains(selection)).OrderBy(c => c.Span.Length)
                        .FirstOrDefault() is { } condition
                    && condition is not (NamedConditionSyntax or MissingConditionSyntax))
                {
                    return Extract(workspace, tree, framework, member.Absolute(condition.Span));
                }
            }
        }

        return null;
    }

    /// <summary>Makes every fix that is certain; null where there is none.</summary>
    public static Refactoring? FixAll(Workspace workspace, SyntaxTree tree, CancellationToken cancellation)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        int count = 0;
        foreach (Fix fix in workspace.GetDiagnostics(cancellation).Where(d => d.Location.File == tree.File).Select(d => d.Fix)
            .OfType<Fix>())
        {
            if (fix.Edits.All(e => edits.All(o => e.Span.End < o.Span.Start || e.Span.Start > o.Span.End)))
            {
                edits.AddRange(fix.Edits);
                count++;
            }
        }

        return count == 0
            ? null
            : new Refactoring($"Fix {WireNames.Count(count, "mistake")} for which there is a certain fix", edits.ToImmutable());
    }

    /// <summary>Removes definitions that nothing uses and acknowledgements that accept nothing, and lays out the rest; null where that
    /// changes nothing.</summary>
    public static Refactoring? Organise(Workspace workspace, SyntaxTree tree, CancellationToken cancellation)
    {
        HashSet<int> idle = [.. workspace.GetDiagnostics(cancellation)
            .Where(d => d.Location.File == tree.File
                && (d.Descriptor == StyleDiagnostics.UnusedTerm || d.Descriptor == ConflictDiagnostics.StaleAcknowledgement))
            .Select(d => d.Location.Span.Start)];
        string text = tree.Text.Content;
        int end = text.Length;
        foreach (PositionedNode<DeclarationSyntax> declaration in tree.Declarations.Where(d => d.Node is DefineSyntax or AcknowledgeSyntax)
            .Reverse())
        {
            TextSpan span = declaration.Absolute(declaration.Node.Span);
            if (idle.Any(i => i >= span.Start && i < span.End) && span.End <= end)
            {
                text = text.Remove(span.Start, span.Length);
                end = span.Start;
            }
        }

        string organised = Formatter.Format(PolicyParser.Parse(tree.File, text));
        return organised == tree.Text.Content
            ? null
            : new Refactoring(
                "Organise: drop what nothing uses, lay out the rest", [new TextEdit(new TextSpan(0, tree.Text.Length), organised)]);
    }

    private static Refactoring Extract(Workspace workspace, SyntaxTree tree, FrameworkUnit framework, TextSpan condition)
    {
        string words = string.Join(" ", tree.Text.Slice(condition).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        int before = framework.Head.Offset;
        bool fresh = before == 0 || tree.Text.Content[before - 1] == '\n';
        for (int i = 1; ; i++)
        {
            string name = i == 1 ? "NewCondition" : $"NewCondition{i}";
            string define = $"define {name} as {words}";
            ImmutableArray<TextEdit> edits =
                [new TextEdit(new TextSpan(before, 0), fresh ? $"{define}\n\n" : $"\n\n{define}"), new TextEdit(condition, name)];
            if (IsFree(workspace, tree, name, edits))
            {
                return new Refactoring($"Give '{words}' a name of its own", edits);
            }
        }
    }

    // A name that is taken, or that other words would then mean, is not given.
    private static bool IsFree(Workspace workspace, SyntaxTree tree, string name, ImmutableArray<TextEdit> edits)
    {
        if (workspace.Model.Defines.Any(d => d.Name == name) || workspace.Model.Attributes.Any(a => a.Name == name))
        {
            return false;
        }

        ImmutableArray<FileEdit> all = [.. edits.Select(edit => new FileEdit(tree.File, edit))];
        return new Bindings(workspace, RepairFinder.Apply(workspace, all), all).FirstTakenOver(CancellationToken.None) is null;
    }

    private static ConditionSyntax? ConditionOf(ModifierSyntax modifier) => (modifier as ConditionModifierSyntax)?.Condition;

    private static IEnumerable<ConditionSyntax> All(ConditionSyntax condition) => condition switch
    {
        OrConditionSyntax any => any.Operands.SelectMany(All).Prepend(any),
        AndConditionSyntax all => all.Operands.SelectMany(All).Prepend(all),
        NotConditionSyntax negated => All(negated.Operand).Prepend(negated),
        _ => [condition],
    };
}
