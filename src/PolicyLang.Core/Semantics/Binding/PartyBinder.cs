using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds parties with what they adopt, and organisations with the legal orders above them.</summary>
internal sealed class PartyBinder(BindingScope scope, SetBinder sets)
{
    public void Bind(PartySymbol party, PartySyntax syntax, SyntaxContext site)
    {
        Location location = site.Locate(syntax.Name.Span);
        party.Place = Place(party.Name);
        if (party.Place is null)
        {
            scope.ReportMissing(party.Name, location, "a jurisdiction or bloc", scope.ElementNames(scope.Jurisdictions));
        }

        foreach (AdoptionSyntax adoption in syntax.Adoptions)
        {
            if (BindAdoption(party, adoption, site) is { } bound)
            {
                party.Adoptions = party.Adoptions.Add(bound);
            }
        }

        foreach (InvocationSyntax invocation in syntax.Invocations)
        {
            if (BindInvocation(party, invocation, site) is { } bound)
            {
                party.Invocations = party.Invocations.Add(bound);
            }
        }
    }

    private Invocation? BindInvocation(PartySymbol party, InvocationSyntax syntax, SyntaxContext site)
    {
        Symbol? leave = sets.BindTarget(syntax.Leave, null, site);
        ImmutableArray<Symbol> measures = BindMeasures(party, syntax.For, site);
        return leave is not null && sets.IsLeave(leave, site.Locate(syntax.Leave.Span)) && leave is ClauseSymbol clause
            && syntax.Since is not null && Periods.Check(scope, syntax.Since, syntax.Until, site)
            ? new Invocation(clause, measures, syntax.Since.Day, syntax.Until?.Day)
            : null;
    }

    private Adoption? BindAdoption(PartySymbol party, AdoptionSyntax syntax, SyntaxContext site)
    {
        ImmutableArray<Symbol> towards = sets.BindNames(syntax.Towards, scope.Jurisdictions, "a jurisdiction or bloc", site);
        Location location = site.Locate(syntax.Framework.Span);
        if (!scope.Frameworks.TryGetValue(syntax.Framework.Text, out FrameworkSymbol? framework))
        {
            scope.ReportMissing(syntax.Framework.Text, location, "a framework", scope.Frameworks.Keys);
            return null;
        }

        scope.Refer(framework, location);
        ImmutableArray<Symbol> reserving = [.. sets.BindTargets(syntax.Reserving, framework, site).Select(t => t.Target)];
        if (syntax.Since is null || !Periods.Check(scope, syntax.Since, syntax.Until, site))
        {
            return null;
        }

        ImmutableArray<Symbol> measures = BindMeasures(party, syntax.ReservingFor, site);
        return new Adoption(framework, syntax.Since.Day, syntax.Until?.Day, towards, reserving, measures, syntax.ReservingUntil?.Day);
    }

    // What a party excuses is law of its own.
    private ImmutableArray<Symbol> BindMeasures(PartySymbol party, ImmutableArray<ReferenceSyntax> names, SyntaxContext site)
    {
        var measures = ImmutableArray.CreateBuilder<Symbol>(names.Length);
        foreach ((Symbol measure, Location location) in sets.BindTargets(names, null, site))
        {
            Symbol? order = (measure is ClauseSymbol clause ? clause.Framework : measure as FrameworkSymbol)?.Authority;
            if (party.Place is null || order is null || IsOrderOf(party.Place, order))
            {
                measures.Add(measure);
                continue;
            }

            scope.Report(NameDiagnostics.WrongKind.Create(
                location,
                $"'{measure}' is law of {order.Name}; only law of {party.Name} can be excused for {party.Name}.",
                $"Name a framework or a clause of {party.Name}."));
        }

        return measures.ToImmutable();
    }

    private static bool IsOrderOf(Symbol place, Symbol order) => ReferenceEquals(place, order) || (order is NodeSymbol node && place switch
    {
        NodeSymbol own => node.IsWithin(own),
        BlocSymbol bloc => BlocMembership.PeriodsOf(bloc).Any(m => node.IsWithin(m.Place)),
        _ => false,
    });

    public void Bind(OrganisationSymbol organisation, OrganisationSyntax syntax, SyntaxContext site)
    {
        var under = ImmutableArray.CreateBuilder<Symbol>(syntax.Under.Length);
        foreach (ReferenceSyntax name in syntax.Under)
        {
            Location location = site.Locate(name.Span);
            Symbol? order = Place(name.Text) ?? (scope.Organisations.TryGetValue(name.Text, out OrganisationSymbol? other) ? other : null);
            if (order is null)
            {
                scope.ReportMissing(name.Text, location, "a jurisdiction, bloc or organisation",
                    scope.ElementNames(scope.Jurisdictions).Concat(scope.Organisations.Keys));
            }
            else
            {
                under.Add(scope.Refer(order, location));
            }
        }

        organisation.Under = under.ToImmutable();
    }

    private Symbol? Place(string name) =>
        (Symbol?)scope.Jurisdictions.Find(name) ?? (scope.Blocs.TryGetValue(name, out BlocSymbol? bloc) ? bloc : null);
}
