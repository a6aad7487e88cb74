using PolicyLang.Diagnostics;
using PolicyLang.Syntax;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds <c>acknowledge conflict between …</c>.</summary>
internal sealed class AcknowledgementBinder(BindingScope scope, SetBinder sets)
{
    /// <summary>The acknowledgement; null where one of its names is no clause.</summary>
    public Acknowledgement? Bind(AcknowledgeSyntax syntax, Site site)
    {
        var clauses = ImmutableArray.CreateBuilder<ClauseSymbol>();
        foreach (ReferenceSyntax name in syntax.Clauses)
        {
            switch (sets.BindTarget(name, null, site))
            {
                case ClauseSymbol clause:
                    clauses.Add(clause);
                    break;
                case { } other:
                    scope.Report(NameDiagnostics.WrongKind.At(site.Locate(name.Span), $"'{other.Name}' is {other.Kind}; a clause is expected here.", $"Write for example '{other.Name}.{((other as FrameworkSymbol)?.Clauses.FirstOrDefault()?.Name ?? "Clause")}'."));
                    break;
            }
        }

        return clauses.Count == syntax.Clauses.Length && !syntax.IsBroken
            ? new Acknowledgement(clauses.ToImmutable(), syntax.Because?.Value ?? string.Empty, syntax.Until?.Day, site.Locate(syntax.Span))
            : null;
    }
}
