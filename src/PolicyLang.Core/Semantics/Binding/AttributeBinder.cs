using PolicyLang.Diagnostics;
using PolicyLang.Prelude;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Gives every attribute its type.</summary>
internal sealed class AttributeBinder(BindingScope scope)
{
    private static readonly string[] SimpleTypes = ["flag", "count", "date"];

    private static readonly Dictionary<string, string> OtherTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bool"] = "flag",
        ["boolean"] = "flag",
        ["number"] = "count",
        ["int"] = "count",
        ["integer"] = "count",
        ["day"] = "date",
        ["country"] = "jurisdiction",
        ["place"] = "jurisdiction",
    };

    /// <summary>Binds one declaration. The same attribute may be declared again in the same words; otherwise the first stands.</summary>
    /// <param name="syntax">The declaration.</param>
    /// <param name="site">Where it stands.</param>
    /// <param name="ofLibrary">Whether it is one of the law library, which comes after those of the files.</param>
    public void Bind(AttributeSyntax syntax, SyntaxContext site, bool ofLibrary)
    {
        if (syntax.Name.IsMissing || syntax.TypeName.IsMissing)
        {
            return;
        }

        Location location = site.Locate(syntax.Name.Span);
        if (TypeOf(syntax, site) is not var (type, taxonomy))
        {
            return;
        }

        if (scope.Attribute(syntax.Name.Text) is { } first)
        {
            scope.Refer(first, location);
            bool differs = first.Type != type || !ReferenceEquals(first.Taxonomy, taxonomy) || first.Chosen != syntax.Chosen;
            if (ofLibrary && !PreludeFiles.Hold(first.Location))
            {
                ReportLibrary(first, location, differs);
            }
            else if (differs)
            {
                scope.Report(NameDiagnostics.Duplicate.Create(
                    location,
                    $"The attribute '{first.Name}' is already declared, and differently: as "
                        + $"{first.Kind}{(first.Chosen ? ", chosen" : string.Empty)}.",
                    "Declare it in the same words, or give the new one another name.",
                    [new RelatedLocation(first.Location, "first declared here")]));
            }
            else if (PreludeFiles.Hold(first.Location) && !PreludeFiles.Hold(location))
            {
                scope.Report(NameDiagnostics.DeclaredAnew.Create(
                    location,
                    $"The vocabulary has the attribute '{first.Name}', in the same words; this adds nothing.",
                    "Leave it out, or give it another name, if another thing is meant.",
                    [new RelatedLocation(first.Location, "in the vocabulary")]));
            }

            return;
        }

        var symbol = new AttributeSymbol(syntax.Name.Text, location, type, taxonomy, syntax.Chosen)
        {
            Title = syntax.Title?.Value,
            Documentation = syntax.Documentation,
            SelfJudged = syntax.SelfJudged && type == AttributeType.Flag,
        };
        if (syntax.SelfJudged && type != AttributeType.Flag)
        {
            scope.Report(NameDiagnostics.WrongType.Create(site.Locate(syntax.Span),
                $"'{symbol.Name}' is {symbol.Kind}; only a flag can be self-judged.",
                "Write ': flag self-judged', or leave 'self-judged' out."));
        }

        scope.Attributes.Add(symbol.Name, scope.Refer(symbol, location));
    }

    private void ReportLibrary(AttributeSymbol first, Location location, bool differs)
    {
        ImmutableArray<RelatedLocation> related = [new RelatedLocation(location, "in the law library")];
        scope.Report(differs
            ? LibraryDiagnostics.TakesThePlace.Create(first.Location,
                $"'{first.Name}', {first.Kind} here, takes the place of the attribute '{first.Name}' of the law library, which differs.",
                "Give it another name; the law that is used was written with the other one.", related)
            : NameDiagnostics.DeclaredAnew.Create(first.Location,
                $"The law library has the attribute '{first.Name}', in the same words; this adds nothing.",
                "Leave it out, or give it another name, if another thing is meant.", related));
    }

    private (AttributeType Type, TaxonomySymbol? Taxonomy)? TypeOf(AttributeSyntax syntax, SyntaxContext site)
    {
        Location location = site.Locate(syntax.TypeName.Span);
        string name = syntax.TypeName.Text;
        if (Array.IndexOf(SimpleTypes, name) is >= 0 and int simple)
        {
            if (syntax.IsSet)
            {
                scope.Report(NameDiagnostics.WrongType.Create(
                    location, $"A set of {name} cannot be declared.", $"Write ': {name}', or 'set of' and the name of a taxonomy."));
                return null;
            }

            return ((AttributeType)simple, null);
        }

        if (scope.Taxonomy(name) is { } taxonomy)
        {
            scope.Refer(taxonomy, location);
            return (syntax.IsSet ? AttributeType.NodeSet : AttributeType.Node, taxonomy);
        }

        string? nearest = OtherTypes.TryGetValue(name, out string? meant)
            ? meant
            : NearestName.Find(name, SimpleTypes.Concat(scope.Taxonomies.Keys));
        scope.Report(NameDiagnostics.UnknownWord.Create(
            location,
            $"There is no type '{name}'.",
            nearest is null ? "Write flag, count, date, jurisdiction, or the name of a taxonomy." : $"Did you mean '{nearest}'?",
            fix: nearest is null ? null : new Fix($"Write '{nearest}'", [new TextEdit(location.Span, nearest)])));
        return null;
    }
}
