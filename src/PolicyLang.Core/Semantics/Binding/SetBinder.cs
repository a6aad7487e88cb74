using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Resolves the names of sets. <see cref="Failed"/> remembers that something was refused, or depends on what was.</summary>
internal sealed class SetBinder(BindingScope scope)
{
    /// <summary>What messages call the elements of a set of places.</summary>
    public const string PlaceExpected = "a jurisdiction or bloc";

    /// <summary>Whether anything bound since it was last cleared has an error, reported here or where it is declared.</summary>
    public bool Failed { get; set; }

    /// <summary>Whether <c>own territory</c> has a meaning here.</summary>
    public bool AllowOwnTerritory { get; set; }

    /// <summary>The place whose law the clause is, where that is one jurisdiction.</summary>
    public string? Territory { get; set; }

    /// <summary>Reports why something is refused.</summary>
    public void Refuse(Diagnostic diagnostic)
    {
        Failed = true;
        scope.Report(diagnostic);
    }

    /// <summary>Binds a set whose elements belong to one taxonomy.</summary>
    /// <param name="syntax">The set.</param>
    /// <param name="taxonomy">The taxonomy of its elements.</param>
    /// <param name="expected">What its names should be, for messages: "a role".</param>
    /// <param name="site">Where it stands.</param>
    public BoundSet Bind(SetSyntax syntax, TaxonomySymbol taxonomy, string expected, SyntaxContext site)
    {
        switch (syntax)
        {
            case ListSetSyntax list:
                ImmutableArray<Symbol> members = BindNames(list.Names, taxonomy, expected, site);
                ImmutableArray<Symbol> except = BindNames(list.Except, taxonomy, expected, site);
                return new BoundListSet(taxonomy, list.Outside, members, except);
            case OwnTerritorySetSyntax:
                if (!AllowOwnTerritory)
                {
                    Failed = true;
                    scope.Report(FormDiagnostics.OwnTerritory.Create(
                        site.Locate(syntax.Span),
                        "'own territory' has a meaning only where the law of a party is judged.",
                        "Name the place, or write the clause as a norm: 'parties must …'.",
                        fix: Territory is null
                            ? null
                            : new Fix($"Write '{Territory}'", [new TextEdit(site.Locate(syntax.Span).Span, Territory)])));
                }

                return new BoundOwnTerritory(scope.Jurisdictions);
            case PartiesSetSyntax parties:
                if (!AllowOwnTerritory)
                {
                    Failed = true;
                    string words = parties.WithOwn ? "any party" : "another party";
                    scope.Report(FormDiagnostics.OwnTerritory.Create(site.Locate(syntax.Span),
                        $"'{words}' has a meaning only where the law of a party is judged.",
                        "Name the places, or write the clause as a norm: 'parties must …'."));
                }

                return new BoundPartiesSet(scope.Jurisdictions, parties.WithOwn);
            case AnyOrganisationSetSyntax:
                Failed = true;
                scope.Report(NameDiagnostics.WrongKind.Create(site.Locate(syntax.Span),
                    $"'any organisation' stands only after 'of'; {expected} is expected here.",
                    "Write 'of any organisation' after the subject."));
                return new BoundAnySet();
            default:
                return new BoundAnySet();
        }
    }

    public ImmutableArray<Symbol> BindNames(
        ImmutableArray<ReferenceSyntax> names, TaxonomySymbol taxonomy, string expected, SyntaxContext site)
    {
        if (names.Length == 1)
        {
            return BindName(names[0], taxonomy, expected, site)?.Alone ?? [];
        }

        var bound = ImmutableArray.CreateBuilder<Symbol>(names.Length);
        foreach (ReferenceSyntax name in names)
        {
            if (BindName(name, taxonomy, expected, site) is { } symbol)
            {
                bound.Add(symbol);
            }
        }

        return bound.ToImmutable();
    }

    public Symbol? BindName(ReferenceSyntax name, TaxonomySymbol taxonomy, string expected, SyntaxContext site)
    {
        Location location = site.Locate(name.Span);
        if (scope.Element(name.Text, taxonomy) is { } symbol)
        {
            Failed |= symbol.HasErrors;
            return scope.Refer(symbol, location);
        }

        Failed = true;
        scope.ReportMissing(name.Text, location, expected, scope.ElementNames(taxonomy));
        return null;
    }

    /// <summary>Binds a list of clauses and frameworks.</summary>
    public ImmutableArray<(Symbol Target, Location Location)> BindTargets(
        ImmutableArray<ReferenceSyntax> names, FrameworkSymbol? within, SyntaxContext site)
    {
        var bound = ImmutableArray.CreateBuilder<(Symbol, Location)>(names.Length);
        foreach (ReferenceSyntax name in names)
        {
            if (BindTarget(name, within, site) is { } symbol)
            {
                bound.Add((symbol, site.Locate(name.Span)));
            }
        }

        return bound.ToImmutable();
    }

    /// <summary>Legal orders and frameworks: what 'under' names.</summary>
    public ImmutableArray<Symbol> BindUnder(ImmutableArray<ReferenceSyntax> names, SyntaxContext site)
    {
        var bound = ImmutableArray.CreateBuilder<Symbol>(names.Length);
        foreach (ReferenceSyntax name in names)
        {
            if (scope.Frameworks.TryGetValue(name.Text, out FrameworkSymbol? framework))
            {
                bound.Add(scope.Refer(framework, site.Locate(name.Span)));
            }
            else if (BindOrder(name, site) is { } order)
            {
                bound.Add(order);
            }
        }

        return bound.ToImmutable();
    }

    /// <summary>The sides of a conflict; those that mean nothing are reported and left out.</summary>
    public ImmutableArray<ConflictSide> BindSides(ImmutableArray<SideSyntax> sides, SyntaxContext site)
    {
        var bound = ImmutableArray.CreateBuilder<ConflictSide>(sides.Length);
        foreach (SideSyntax side in sides)
        {
            if ((side.IsLawOf ? BindOrder(side.Name, site) : BindTarget(side.Name, null, site)) is { } target)
            {
                bound.Add(new ConflictSide(target, side.IsLawOf));
            }
        }

        return bound.ToImmutable();
    }

    /// <summary>A legal order: a jurisdiction, a bloc or an organisation; null where there is none of that name, which is
    /// reported.</summary>
    public Symbol? BindOrder(ReferenceSyntax name, SyntaxContext site)
    {
        Symbol? order = name.IsMissing ? null : scope.ReferOrder(name.Text, site.Locate(name.Span));
        Failed |= order is null;
        return order;
    }

    /// <summary>Whether a clause is a leave, which alone can be invoked; anything else is reported.</summary>
    public bool IsLeave(Symbol target, Location location)
    {
        if (target is ClauseSymbol { Syntax.Node.Sentence: LawSentenceSyntax { Modality: LawModality.MayProhibit
            or LawModality.MayRequire } })
        {
            return true;
        }

        Failed = true;
        scope.Report(NameDiagnostics.WrongKind.Create(
            location,
            target is FrameworkSymbol
                ? $"'{target.Name}' is a framework; what is invoked is one leave of it."
                : $"'{target}' is not a leave, so it cannot be invoked.",
            "Name a clause that says 'parties may prohibit …' or 'parties may require …'."));
        return false;
    }

    /// <summary>A clause by its qualified name, by its own name inside its framework, or a framework.</summary>
    public Symbol? BindTarget(ReferenceSyntax name, FrameworkSymbol? within, SyntaxContext site)
    {
        if (name.IsMissing)
        {
            Failed = true;
            return null;
        }

        Location location = site.Locate(name.Span);
        if (char.IsDigit(name.Text[0]))
        {
            ReportNumber(name.Text, location, within);
            return null;
        }

        if (name.Parts.Length == 1)
        {
            Symbol? symbol = within?.FindClause(name.Text);
            if (symbol is null && scope.Frameworks.TryGetValue(name.Text, out FrameworkSymbol? framework))
            {
                symbol = framework;
            }

            if (symbol is not null)
            {
                return scope.Refer(symbol, location);
            }
        }
        else if (name.Parts.Length == 2 && scope.Frameworks.TryGetValue(name.Parts[0].Text, out FrameworkSymbol? framework))
        {
            scope.Refer(framework, site.Locate(name.Parts[0].Span));
            if (framework.FindClause(name.Parts[1].Text) is { } clause)
            {
                return scope.Refer(clause, site.Locate(name.Parts[1].Span));
            }

            Failed = true;
            ReportUnknownClause(name.Parts[1].Text, site.Locate(name.Parts[1].Span),
                $"The framework '{framework.Name}' has no clause '{name.Parts[1].Text}'.", framework.Clauses.Select(c => c.Name));
            return null;
        }

        Failed = true;
        ReportUnknownTarget(name, location, within);
        return null;
    }

    // "subject to 46": the one clause whose name ends with the number.
    private void ReportNumber(string number, Location location, FrameworkSymbol? within)
    {
        Failed = true;
        ImmutableArray<string> meant =
            [.. (within?.Clauses ?? []).Select(c => c.Name)
            .Where(n => n.EndsWith(number, StringComparison.Ordinal)
            && n.Substring(0, n.Length - number.Length).All(c => char.IsLetter(c) || c == '_'))];
        scope.Report(SyntaxDiagnostics.BadName.Create(
            location, $"'{number}' is not a valid name.",
                meant.Length == 1 ? $"Write '{meant[0]}'." : "A name begins with a letter and stands without quotes.",
            fix: meant.Length == 1 ? new Fix($"Write '{meant[0]}'", [new TextEdit(location.Span, meant[0])]) : null));
    }

    private void ReportUnknownTarget(ReferenceSyntax name, Location location, FrameworkSymbol? within)
    {
        if (name.Parts.Length == 1)
        {
            ImmutableArray<string> elsewhere =
                [.. scope.Frameworks.Values.Where(f => f.FindClause(name.Text) is not null).Select(f => $"{f.Name}.{name.Text}")
                .OrderBy(n => n, StringComparer.Ordinal)];
            if (!elsewhere.IsEmpty)
            {
                scope.Report(NameDiagnostics.AmbiguousClause.Create(
                    location,
                    $"The clause '{name.Text}' belongs to another framework.",
                    $"Write '{string.Join("' or '", elsewhere)}'.",
                    fix: elsewhere.Length > 1 ? null : new Fix($"Write '{elsewhere[0]}'", [new TextEdit(location.Span, elsewhere[0])])));
                return;
            }
        }

        if (scope.ReportOfLibrary(name.Text, location))
        {
            return;
        }

        IEnumerable<string> candidates = scope.Frameworks.Keys
            .Concat(within?.Clauses.Select(c => c.Name) ?? [])
            .Concat(scope.Frameworks.Values.SelectMany(f => f.Clauses).Select(c => c.QualifiedName));
        ReportUnknownClause(name.Text, location, $"There is no clause or framework '{name.Text}'.", candidates);
    }

    private void ReportUnknownClause(string name, Location location, string message, IEnumerable<string> candidates)
    {
        string? nearest = NearestName.Find(name, candidates);
        scope.Report(NameDiagnostics.Unknown.Create(
            location,
            message,
            nearest is null ? "Name a clause as Framework.Clause, or a whole framework." : $"Did you mean '{nearest}'?",
            fix: nearest is null ? null : new Fix($"Write '{nearest}'", [new TextEdit(location.Span, nearest)])));
    }
}
