using PolicyLang.Diagnostics;
using PolicyLang.Library;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Gives the names after <c>uses</c> their meaning.</summary>
internal static class UsesBinder
{
    private const string List = "'policyc law' lists them.";

    /// <summary>Enters what the names of a file mean, and reports those that mean nothing.</summary>
    public static void Bind(SyntaxTree tree, BindingScope scope)
    {
        foreach (PositionedNode<DeclarationSyntax> declaration in tree.Declarations)
        {
            foreach (ReferenceSyntax name in (declaration.Node as UsesSyntax)?.Names ?? [])
            {
                if (!name.IsMissing)
                {
                    Bind(name.Text, tree.Locate(declaration.Offset, name.Span), scope);
                }
            }
        }
    }

    private static void Bind(string name, Location location, BindingScope scope)
    {
        bool known = scope.Frameworks.TryGetValue(name, out FrameworkSymbol? framework);
        if (framework is not null)
        {
            scope.Refer(framework, location);
        }

        if (Check(name, location, scope.Library, known) is { } wrong)
        {
            scope.Report(wrong);
        }
    }

    /// <summary>What is wrong with the use of a name; null where the library has it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="library">The library; null where none is at hand.</param>
    /// <param name="isDeclared">Whether the workspace has a framework of this name.</param>
    public static Diagnostic? Check(string name, Location location, LawCatalog? library, bool isDeclared)
    {
        if (library is null)
        {
            return NameDiagnostics.Unknown.Create(location, $"No law library is at hand that could have '{name}'.", "Leave 'uses' out.");
        }

        if (library.FileOf(name) is not null)
        {
            return null;
        }

        if (isDeclared)
        {
            return NameDiagnostics.Unknown.Create(location, $"'{name}' is a framework of your own files, and not of the law library.",
                "Leave it out: what is declared in the files counts anyway.");
        }

        string? near = NearestName.Find(name, library.Names);
        return NameDiagnostics.Unknown.Create(location, $"The law library has no framework '{name}'.",
            near is null ? List : $"Did you mean '{near}'? {List}",
            fix: near is null ? null : new Fix($"Write '{near}'", [new TextEdit(location.Span, near)]));
    }
}
