using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds blocs and definitions, which may use one another but never themselves.</summary>
internal sealed class PlaceBinder(BindingScope scope, SetBinder sets, ConditionBinder conditions)
{
    public void Bind(DeclarationCollector declarations)
    {
        foreach ((DefineSymbol symbol, DefineSyntax syntax, SyntaxContext _) in declarations.Defines)
        {
            symbol.Taxonomy = syntax.Set is ListSetSyntax list
                ? TaxonomyOf(list, declarations)
                : syntax.Set is null ? null : scope.Jurisdictions;
        }

        foreach ((BlocSymbol symbol, DatedListSyntax syntax, SyntaxContext site) in declarations.Lists)
        {
            symbol.Taxonomy = TypeOf(syntax, site);
        }

        foreach ((BlocSymbol symbol, DatedListSyntax syntax, SyntaxContext site) in declarations.Lists)
        {
            sets.Failed = symbol.HasErrors || symbol.Taxonomy is null;
            symbol.Members = symbol.Taxonomy is { } taxonomy ? BindEntries(syntax.Entries, taxonomy, $"a {taxonomy.Name}", site) : [];
            symbol.HasErrors = sets.Failed;
        }

        foreach ((BlocSymbol symbol, BlocSyntax syntax, SyntaxContext site) in declarations.Blocs)
        {
            sets.Failed = symbol.HasErrors;
            BindBloc(symbol, syntax, site);
            symbol.HasErrors = sets.Failed;
        }

        foreach ((DefineSymbol symbol, DefineSyntax syntax, SyntaxContext site) in declarations.Defines)
        {
            sets.Failed = symbol.HasErrors;
            if (IsCondition(syntax) is { } name)
            {
                Location location = site.Locate(name.Span);
                scope.Report(NameDiagnostics.WrongKind.Create(
                    location, $"'{name.Text}' is {scope.Anything(name.Text)?.Kind}; '=' is followed by a set.",
                        "Write 'as' before a condition.",
                    fix: new Fix("Write 'as'",
                        [new TextEdit(site.Locate(TextSpan.FromBounds(syntax.Name.Span.End, name.Span.Start)).Span, " as ")])));
                symbol.HasErrors = true;
                continue;
            }

            symbol.Condition = syntax.Condition is null ? null : conditions.Bind(syntax.Condition, site);
            symbol.Set = syntax.Set is null || symbol.Taxonomy is null
                ? null
                : sets.Bind(syntax.Set, symbol.Taxonomy, $"a {symbol.Taxonomy.Name}", site);
            symbol.HasErrors = sets.Failed;
        }

        new CycleFinder(scope)
            .Check(declarations.Blocs.Select(b => (Symbol)b.Symbol).Concat(declarations.Lists.Select(l => l.Symbol))
            .Concat(declarations.Defines.Select(d => d.Symbol)));
    }

    private void BindBloc(BlocSymbol symbol, BlocSyntax syntax, SyntaxContext site)
    {
        const string expected = "a jurisdiction or bloc";
        if (syntax.Expression is { } expression)
        {
            symbol.Members =
                [.. sets.BindNames(expression.Names, scope.Jurisdictions, expected, site).Select(p => new BlocMember(p, null, null, null))];
            symbol.Except = sets.BindNames(expression.Except, scope.Jurisdictions, expected, site);
            return;
        }

        symbol.Members = BindEntries(syntax.Entries, scope.Jurisdictions, expected, site);
    }

    private TaxonomySymbol? TypeOf(DatedListSyntax syntax, SyntaxContext site)
    {
        if (scope.Taxonomy(syntax.TypeName.Text) is { } taxonomy)
        {
            return scope.Refer(taxonomy, site.Locate(syntax.TypeName.Span));
        }

        if (!syntax.TypeName.IsMissing)
        {
            scope.ReportMissing(syntax.TypeName.Text, site.Locate(syntax.TypeName.Span), "a taxonomy", scope.Taxonomies.Keys);
        }

        return null;
    }

    private ImmutableArray<BlocMember> BindEntries(
        ImmutableArray<BlocEntrySyntax> entries, TaxonomySymbol taxonomy, string expected, SyntaxContext site)
    {
        var members = ImmutableArray.CreateBuilder<BlocMember>();
        foreach (BlocEntrySyntax entry in entries)
        {
            Periods.Check(scope, entry.Since, entry.Until, site);
            BoundCondition? when = entry.When is null ? null : conditions.Bind(entry.When, site);
            foreach (Symbol member in sets.BindNames(entry.Members, taxonomy, expected, site))
            {
                members.Add(new BlocMember(member, entry.Since?.Day, entry.Until?.Day, when));
            }
        }

        return members.ToImmutable();
    }

    // "define D = emergency": a flag or a defined condition, not a set.
    private ReferenceSyntax? IsCondition(DefineSyntax syntax) =>
        syntax.Set is ListSetSyntax { Outside: false, Except.IsEmpty: true, Names: [var name] }
        && (scope.Attribute(name.Text) is { Type: AttributeType.Flag }
            || (scope.Defines.TryGetValue(name.Text, out DefineSymbol? other) && other.IsCondition))
        && !scope.Taxonomies.Values.Any(t => t.Find(name.Text) is not null)
            ? name
            : null;

    // The taxonomy that knows most of the names; sets have elements of one taxonomy.
    private TaxonomySymbol? TaxonomyOf(ListSetSyntax list, DeclarationCollector declarations)
    {
        TaxonomySymbol? best = null;
        int bestKnown = -1;
        foreach (TaxonomySymbol taxonomy in scope.Taxonomies.Values)
        {
            int known = list.Names.Count(n => scope.Element(n.Text, taxonomy) is { } found
                && (found is not DefineSymbol define || ReferenceEquals(define.Taxonomy, taxonomy)));
            if (known > bestKnown)
            {
                (best, bestKnown) = (taxonomy, known);
            }
        }

        if (bestKnown > 0)
        {
            return best;
        }

        // Only names of other sets: theirs is ours.
        return declarations.Defines.Where(d => list.Names.Any(n => n.Text == d.Symbol.Name)).Select(d => d.Symbol.Taxonomy)
            .FirstOrDefault(t => t is not null) ?? scope.Taxonomy("data");
    }
}
