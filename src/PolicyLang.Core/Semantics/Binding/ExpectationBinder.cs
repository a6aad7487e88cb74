using System.Diagnostics;
using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds what scenarios expect.</summary>
internal sealed class ExpectationBinder(BindingScope scope, SetBinder sets)
{
    public ImmutableArray<BoundExpectation> Bind(ImmutableArray<ExpectSyntax> expectations, SyntaxContext site) =>
        [.. expectations.Select(e => Bind(e, site)).OfType<BoundExpectation>()];

    private BoundExpectation? Bind(ExpectSyntax syntax, SyntaxContext site)
    {
        Location location = site.Locate(syntax.Span);
        switch (syntax)
        {
            case OutcomeExpectSyntax outcome:
                return new BoundOutcomeExpectation(outcome.Outcome, Clauses(outcome.By, site), location);
            case ConflictExpectSyntax conflict:
                return new BoundConflictExpectation(Clauses(conflict.Between, site), location);
            case NoConflictExpectSyntax none:
                return new BoundNoConflictExpectation(sets.BindSides(none.Between, site), location);
            case AppliesExpectSyntax applies:
                return Clauses([applies.Clause], site) is [var meant]
                    ? new BoundAppliesExpectation(meant, applies.Applies, location)
                    : null;
            case AdviceExpectSyntax advice:
                return new BoundAdviceExpectation(advice.Discouraged, Clauses(advice.By, site), location);
            case DutyExpectSyntax duty:
                return Clauses([duty.Clause], site) is [var clause] ? new BoundDutyExpectation(clause, location) : null;
            case WayExpectSyntax way:
                return BindWay(way, site, location);
            case WaitExpectSyntax wait:
                AttributeSymbol? started = wait.Duration.Event is null ? null : scope.Attribute(wait.Duration.Event.Text);
                return new BoundWaitExpectation(BoundClock.Create(wait.Duration, started), location);
            default:
                throw new UnreachableException();
        }
    }

    private ImmutableArray<ClauseSymbol> Clauses(ImmutableArray<ReferenceSyntax> names, SyntaxContext site)
    {
        var clauses = ImmutableArray.CreateBuilder<ClauseSymbol>(names.Length);
        foreach (ReferenceSyntax name in names)
        {
            switch (sets.BindTarget(name, null, site))
            {
                case ClauseSymbol clause:
                    clauses.Add(clause);
                    break;
                case { } other:
                    sets.Failed = true;
                    scope.Report(NameDiagnostics.WrongKind.Create(site.Locate(name.Span),
                        $"'{other.Name}' is {other.Kind}; a clause is expected here.", "Name a clause as Framework.Clause."));
                    break;
            }
        }

        return clauses.ToImmutable();
    }

    private BoundWayExpectation? BindWay(WayExpectSyntax way, SyntaxContext site, Location location)
    {
        Location place = site.Locate(way.Value.Span);
        bool isPlace = way.Kind is WayKind.SendTo or WayKind.StoreIn;
        IEnumerable<TaxonomySymbol> taxonomies = isPlace
            ? [scope.Jurisdictions]
            : scope.Attributes.Values.Where(a => a.Chosen && a.Type == AttributeType.NodeSet).Select(a => a.Taxonomy)
                .OfType<TaxonomySymbol>();
        foreach (TaxonomySymbol taxonomy in taxonomies)
        {
            if (taxonomy.Find(way.Value.Text) is { } node)
            {
                return new BoundWayExpectation(way.Kind, scope.Refer(node, place), location);
            }
        }

        sets.Failed = true;
        scope.ReportMissing(way.Value.Text, place, isPlace ? "a jurisdiction" : "a safeguard", taxonomies.SelectMany(t => t.NodeNames));
        return null;
    }
}
