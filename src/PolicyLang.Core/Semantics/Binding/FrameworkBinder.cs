using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Declares a framework's clauses, then binds its properties. Clauses are declared for all frameworks first, so that any may name
/// any.</summary>
internal sealed class FrameworkBinder(BindingScope scope, SetBinder sets)
{
    private static readonly Dictionary<string, string> OtherRanks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["law"] = "statute",
        ["act"] = "statute",
        ["convention"] = "treaty",
        ["agreement"] = "treaty",
        ["guidance"] = "guideline",
        ["recommendation"] = "guideline",
        ["order"] = "decision",
    };

    private static readonly string[] RankNames = ["constitution", "treaty", "statute", "regulation", "decision", "guideline", "policy"];

    public void DeclareClauses(FrameworkSymbol framework, FrameworkUnit unit, SyntaxTree tree)
    {
        var clauses = ImmutableArray.CreateBuilder<ClauseSymbol>();
        var byName = new Dictionary<string, ClauseSymbol>(StringComparer.Ordinal);
        foreach (PositionedNode<FrameworkMemberSyntax> member in unit.Members)
        {
            if (member.Node is not ClauseSyntax syntax || syntax.Name.IsMissing)
            {
                continue;
            }

            var site = new SyntaxContext(tree, member.Offset);
            Location location = site.Locate(syntax.Name.Span);
            var clause = new ClauseSymbol(
                syntax.Name.Text, location, framework, new PositionedNode<ClauseSyntax>(syntax, member.Offset), site.Locate(syntax.Span))
            {
                Title = syntax.Title?.Value,
                Documentation = syntax.Documentation,
                HasErrors = syntax.IsBroken,
            };
            if (byName.TryGetValue(clause.Name, out ClauseSymbol? first))
            {
                scope.Report(NameDiagnostics.Duplicate.Create(location,
                    $"The framework '{framework.Name}' already has a clause '{clause.Name}'.", "Give one of the two another name.",
                    [new RelatedLocation(first.Location, "first declared here")]));
                continue;
            }

            byName.Add(clause.Name, clause);
            clauses.Add(scope.Refer(clause, location));
        }

        framework.Clauses = clauses.ToImmutable();
    }

    public void BindProperties(FrameworkSymbol framework, FrameworkUnit unit, SyntaxTree tree)
    {
        var seen = new Dictionary<string, (Location Keyword, string Text)>(StringComparer.Ordinal);
        bool authorityStated = false;
        var force = ImmutableArray.CreateBuilder<DayRange>();
        foreach (PositionedNode<FrameworkMemberSyntax> member in unit.Members)
        {
            if (member.Node is not PropertiesSyntax properties)
            {
                continue;
            }

            var site = new SyntaxContext(tree, member.Offset);
            foreach (PropertySyntax property in properties.Properties)
            {
                Location keyword = site.Locate(property.KeywordSpan);
                authorityStated |= property is AuthorityPropertySyntax;
                string word = keyword.Text.Slice(keyword.Span);
                if (property is not ForcePropertySyntax && seen.TryGetValue(word, out (Location Keyword, string Text) first))
                {
                    scope.Report(NameDiagnostics.RepeatedProperty.Create(keyword,
                        $"'{word}' is stated twice for the framework '{framework.Name}'.", "Keep one of the two.",
                        [new RelatedLocation(first.Keyword, "first stated here")],
                        fix: keyword.Text.Slice(site.Locate(property.Span).Span) == first.Text
                            ? new Fix("Remove the second", [new TextEdit(site.Locate(property.Span).Span, string.Empty)])
                            : null));
                    continue;
                }

                seen[word] = (keyword, keyword.Text.Slice(site.Locate(property.Span).Span));
                BindProperty(framework, property, site, force);
            }
        }

        framework.Force = force.ToImmutable();
        if (!framework.HasRank && framework.Authority is OrganisationSymbol)
        {
            framework.Rank = Rank.Policy;
        }

        if (!authorityStated && !framework.HasErrors)
        {
            scope.Report(NameDiagnostics.MissingAuthority.Create(
                framework.Location,
                $"The framework '{framework.Name}' has no authority, so it belongs to no legal order.",
                "Add 'authority' and a jurisdiction, a bloc or an organisation: 'authority EU'."));
        }
    }

    private void BindProperty(
        FrameworkSymbol framework, PropertySyntax property, SyntaxContext site, ImmutableArray<DayRange>.Builder force)
    {
        switch (property)
        {
            case CitationPropertySyntax citation:
                framework.Citation = citation.Value.Value;
                break;
            case SourcePropertySyntax source:
                framework.Source = source.Value.Value;
                break;
            case AuthorityPropertySyntax authority:
                framework.Authority = BindAuthority(authority.Value, site);
                break;
            case RankPropertySyntax rank:
                framework.Rank = BindRank(rank.Value, site);
                framework.HasRank = true;
                break;
            case AdoptedPropertySyntax adopted:
                framework.Adopted = adopted.Value.Day;
                break;
            case PartiesPropertySyntax parties:
                framework.Parties = sets.Bind(parties.Value, scope.Jurisdictions, "a jurisdiction or bloc", site);
                break;
            case ForcePropertySyntax inForce when Periods.Check(scope, inForce.Force.From, inForce.Force.Until, site):
                force.Add(Periods.ToDayRange(inForce.Force));
                break;
            case NameListPropertySyntax { Kind: PropertyListKind.Aims } aims when scope.Taxonomy("aim") is { } taxonomy:
                framework.Aims = [.. sets.BindNames(aims.Names, taxonomy, "an aim", site).OfType<NodeSymbol>()];
                break;
            case NameListPropertySyntax { Kind: PropertyListKind.Replaces } replaces:
                framework.Replaces = BindFrameworks(replaces.Names, site);
                break;
            case NameListPropertySyntax { Kind: PropertyListKind.Repeals } repeals:
                framework.Repeals = [.. sets.BindTargets(repeals.Names, null, site).Select(t => t.Target)];
                break;
            case ResolvePropertySyntax resolve:
                framework.Principles = PrincipleBinder.BindNames(scope, resolve.Principles, site);
                framework.PrinciplesLocation = site.Locate(resolve.Span);
                break;
            case NameListPropertySyntax { Kind: PropertyListKind.Implements } implements:
                framework.Implements = BindFrameworks(implements.Names, site);
                break;
        }
    }

    private Symbol? BindAuthority(NameSyntax name, SyntaxContext site)
    {
        Location location = site.Locate(name.Span);
        if (scope.Order(name.Text) is { } symbol)
        {
            return scope.Refer(symbol, location);
        }

        // Any few letters are near the code of some country.
        IEnumerable<string> candidates = PlaceNames.Find(name.Text, scope.Jurisdictions, scope.OrderNames) is null
            ? scope.OrderNames.Where(n => n.Length > 2)
            : scope.OrderNames;
        scope.ReportMissing(name.Text, location, "a jurisdiction, bloc or organisation", candidates);
        return null;
    }

    private Rank BindRank(NameSyntax name, SyntaxContext site)
    {
        int index = Array.IndexOf(RankNames, name.Text);
        if (index >= 0)
        {
            return (Rank)index;
        }

        if (!name.IsMissing)
        {
            Location location = site.Locate(name.Span);
            string? nearest = OtherRanks.TryGetValue(name.Text, out string? meant) ? meant : NearestName.Find(name.Text, RankNames);
            scope.Report(NameDiagnostics.UnknownWord.Create(
                location,
                $"There is no rank '{name.Text}'.",
                $"The ranks are {string.Join(", ", RankNames)}.",
                fix: nearest is null ? null : new Fix($"Write '{nearest}'", [new TextEdit(location.Span, nearest)])));
        }

        return Rank.Statute;
    }

    private ImmutableArray<FrameworkSymbol> BindFrameworks(ImmutableArray<ReferenceSyntax> names, SyntaxContext site)
    {
        var bound = ImmutableArray.CreateBuilder<FrameworkSymbol>(names.Length);
        foreach (ReferenceSyntax name in names)
        {
            Location location = site.Locate(name.Span);
            if (scope.Frameworks.TryGetValue(name.Text, out FrameworkSymbol? framework))
            {
                bound.Add(scope.Refer(framework, location));
            }
            else
            {
                scope.ReportMissing(name.Text, location, "a framework", scope.Frameworks.Keys);
            }
        }

        return bound.ToImmutable();
    }
}
