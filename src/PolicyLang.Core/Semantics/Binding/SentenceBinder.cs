using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds the sentence of a clause: who does what to what.</summary>
internal sealed class SentenceBinder(BindingScope scope, SetBinder sets)
{
    private TaxonomySymbol? Roles => scope.Taxonomy("role");

    private TaxonomySymbol? Actions => scope.Taxonomy("action");

    /// <summary>Whether all names of a set are actions.</summary>
    public bool AreActions(SetSyntax? set) =>
        set is AnySetSyntax
            || (set is ListSetSyntax list && Actions is { } actions && list.Names.All(n => scope.Element(n.Text, actions) is not null));

    /// <summary>Binds a sentence; null where the vocabulary lacks roles or actions.</summary>
    public BoundClause? Bind(ClauseSymbol clause, SentenceSyntax sentence, SyntaxContext site)
    {
        if (Actions is null || Roles is null)
        {
            return null;
        }

        BoundSet verbs = sets.Bind(sentence.Act.Verbs, Actions, "an action", site);
        (AttributeSymbol? attribute, BoundSet? set) = sentence.Act.Object is null ? (null, null) : BindObject(sentence.Act.Object, site);
        if (sentence is LawSentenceSyntax law)
        {
            if (clause.ClauseKind != ClauseKind.Norm)
            {
                sets.Refuse(FormDiagnostics.LawMakingOutsideNorm.Create(
                    site.Locate(law.ModalitySpan),
                    "'parties …' speaks about the law that States make; only a norm clause does that.",
                    "Write 'norm' instead of the clause's kind.",
                    fix: new Fix("Write 'norm'", [new TextEdit(site.Locate(clause.Syntax.Node.KeywordSpan).Span, "norm")])));
            }

            var said = new BoundClause { LawModality = law.Modality, IsSoftLaw = law.IsSoft, Verbs = verbs, ObjectAttribute = attribute,
                Object = set };
            return BindActor(said, law.Subject, law.Of, null, site);
        }

        var conduct = (ConductSentenceSyntax)sentence;
        return BindActor(new BoundClause { Modality = conduct.Modality, Verbs = verbs, ObjectAttribute = attribute, Object = set },
            conduct.Subject, conduct.Of, clause, site);
    }

    /// <summary>Binds who acts: roles and where they are established, or organisations in either place.</summary>
    public BoundClause BindActor(BoundClause clause, SetSyntax? subject, SetSyntax? of, ClauseSymbol? conduct, SyntaxContext site)
    {
        if (Roles is not { } roles)
        {
            return clause;
        }

        if (subject is ListSetSyntax named && AreOrganisations(named))
        {
            clause = clause with { Organisation = BindOrganisations(named, site) };
        }
        else if (subject is not null)
        {
            clause = clause with { Subject = conduct is null
                ? sets.Bind(subject, roles, "a role", site)
                : BindSubject(subject, of, conduct, roles, site) };
        }

        return of switch
        {
            null => clause,
            AnyOrganisationSetSyntax => clause with { OfAnyOrganisation = true },
            ListSetSyntax list when AreOrganisations(list) => clause with { Organisation = BindOrganisations(list, site) },
            _ => clause with { Of = sets.Bind(of, scope.Jurisdictions, SetBinder.PlaceExpected, site) },
        };
    }

    private bool AreOrganisations(ListSetSyntax list) => list.Names.Any(n => scope.Organisations.ContainsKey(n.Text));

    private BoundSet BindOrganisations(ListSetSyntax list, SyntaxContext site) =>
        scope.Taxonomy(TaxonomySymbol.Organisations) is { } organisations
            ? sets.Bind(list, organisations, "an organisation", site)
            : new BoundAnySet();

    // "JP must not …" in a norm speaks about the conduct of the State.
    private BoundSet BindSubject(SetSyntax stated, SetSyntax? of, ClauseSymbol clause, TaxonomySymbol roles, SyntaxContext site)
    {
        if (clause.ClauseKind != ClauseKind.Norm || of is not null
            || stated is not ListSetSyntax { Outside: false, Except.IsEmpty: true, Names.IsEmpty: false } subject
            || !subject.Names.All(n => roles.Find(n.Text) is null && scope.Element(n.Text, scope.Jurisdictions) is not null)
            || roles.Find("State") is null)
        {
            return sets.Bind(stated, roles, "a role", site);
        }

        Location location = site.Locate(subject.Span);
        sets.Refuse(NameDiagnostics.WrongKind.Create(
            location, $"'{subject.Names[0].Text}' is a place; a role is expected here.", "Write 'State of' before the place.",
            fix: new Fix("Write 'State of'", [new TextEdit(new TextSpan(location.Span.Start, 0), "State of ")])));
        return new BoundAnySet();
    }

    /// <summary>Binds an object; its names decide its attribute: all of data, or all of target.</summary>
    public (AttributeSymbol? Attribute, BoundSet? Set) BindObject(SetSyntax syntax, SyntaxContext site)
    {
        AttributeSymbol? data = scope.Attribute(BuiltInAttributes.Data);
        AttributeSymbol? target = scope.Attribute(BuiltInAttributes.Target);
        if (data?.Taxonomy is not { } dataNodes || target?.Taxonomy is not { } targetNodes)
        {
            return (null, null);
        }

        if (syntax is not ListSetSyntax list)
        {
            return (data, sets.Bind(syntax, dataNodes, "a kind of data", site));
        }

        ImmutableArray<ReferenceSyntax> names = list.Names.AddRange(list.Except);
        bool anyData = names.Any(n => scope.Element(n.Text, dataNodes) is not null);
        ReferenceSyntax? firstTarget =
            names.FirstOrDefault(n => scope.Element(n.Text, dataNodes) is null && scope.Element(n.Text, targetNodes) is not null);
        if (firstTarget is null)
        {
            return (data, sets.Bind(syntax, dataNodes, "a kind of data", site));
        }

        if (anyData)
        {
            sets.Refuse(NameDiagnostics.MixedObject.Create(
                site.Locate(firstTarget.Span),
                $"'{firstTarget.Text}' is a target, the names beside it are kinds of data.",
                "Write two clauses, or move the target to 'against'."));
            return (null, null);
        }

        return (target, sets.Bind(syntax, targetNodes, "a target", site));
    }
}
