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
            if (BindAdoption(adoption, site) is { } bound)
            {
                party.Adoptions = party.Adoptions.Add(bound);
            }
        }

        foreach (InvocationSyntax invocation in syntax.Invocations)
        {
            if (BindInvocation(invocation, site) is { } bound)
            {
                party.Invocations = party.Invocations.Add(bound);
            }
        }
    }

    private Invocation? BindInvocation(InvocationSyntax syntax, SyntaxContext site)
    {
        Symbol? leave = sets.BindTarget(syntax.Leave, null, site);
        ImmutableArray<Symbol> measures = [.. sets.BindTargets(syntax.For, null, site).Select(t => t.Target)];
        return leave is not null && sets.IsLeave(leave, site.Locate(syntax.Leave.Span)) && leave is ClauseSymbol clause
            && syntax.Since is not null && Periods.Check(scope, syntax.Since, syntax.Until, site)
            ? new Invocation(clause, measures, syntax.Since.Day, syntax.Until?.Day)
            : null;
    }

    private Adoption? BindAdoption(AdoptionSyntax syntax, SyntaxContext site)
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

        ImmutableArray<Symbol> measures = [.. sets.BindTargets(syntax.ReservingFor, null, site).Select(t => t.Target)];
        return new Adoption(framework, syntax.Since.Day, syntax.Until?.Day, towards, reserving, measures, syntax.ReservingUntil?.Day);
    }

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
