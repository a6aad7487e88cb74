using PolicyLang.Diagnostics;

namespace PolicyLang.Semantics.Binding;

/// <summary>Reports definitions and blocs whose names mean something else already, in slots where both may stand.</summary>
internal sealed class TakenNames(BindingScope scope)
{
    /// <param name="declarations">The declarations of all files; taxonomies and attributes are bound.</param>
    public void Check(DeclarationCollector declarations)
    {
        foreach (DefineSymbol define in declarations.Defines.Select(d => d.Symbol))
        {
            if (scope.Attribute(define.Name) is { } attribute)
            {
                Report(define, attribute, "the definition");
            }
        }

        foreach (BlocSymbol bloc in declarations.Blocs.Select(b => b.Symbol))
        {
            if (scope.Jurisdictions.Find(bloc.Name) is { } place)
            {
                Report(bloc, place, "the bloc");
            }
        }
    }

    private void Report(Symbol named, Symbol other, string what) => scope.Report(NameDiagnostics.Duplicate.Create(
        named.Location, $"'{named.Name}' is already {other.Kind}.", $"Give {what} another name.",
            [new RelatedLocation(other.Location, "declared here")]));
}
