using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds a clause's sentence and modifiers. A clause in which something was refused declares its name and takes no further
/// part.</summary>
internal sealed partial class ClauseBinder(BindingScope scope, SetBinder sets, ConditionBinder conditions)
{
    private const string PlaceExpected = "a jurisdiction or bloc";

    private TaxonomySymbol? _roles;
    private TaxonomySymbol? _actions;

    public void Bind(ClauseSymbol clause, SyntaxContext site)
    {
        ClauseSyntax syntax = clause.Syntax.Node;
        sets.Failed = syntax.IsBroken;
        sets.AllowOwnTerritory = syntax.Sentence is LawSentenceSyntax;
        sets.Territory = (clause.Framework.Authority as NodeSymbol)?.Name;
        _roles = scope.Taxonomy("role");
        _actions = scope.Taxonomy("action");
        clause.Force = BindForce(clause, site);
        clause.Precedences = BindPrecedences(clause, site);
        ClauseSyntax read = Reading(syntax, site);
        BoundClause? bound = read.Sentence is null ? null : BindSentence(clause, read.Sentence, site);
        if (bound is not null)
        {
            foreach (ModifierSyntax modifier in read.Modifiers)
            {
                bound = BindModifier(bound, modifier, site);
            }

            if (!syntax.IsBroken)
            {
                CheckForm(clause, bound, site);
            }
        }

        sets.AllowOwnTerritory = false;
        clause.HasErrors |= sets.Failed || bound is null;
        clause.Meaning = clause.HasErrors ? null : bound;
    }

    // "parties must require Controller to store": "NAMES to NAMES" is a verb and its place only where the first names are actions.
    private ClauseSyntax Reading(ClauseSyntax syntax, SyntaxContext site)
    {
        if (LawReading.UndecidedTo(syntax) is not { } to || AreActions(syntax.Sentence?.Act.Verbs) || !AreActions(LawReading.Verbs(to)))
        {
            return syntax;
        }

        ClauseSyntax read = LawReading.WithSubject(syntax, to);
        if (read.Modifiers is [InModifierSyntax or OutsideModifierSyntax, ..]
            && read.Modifiers.Skip(1).FirstOrDefault(m => m.GetType() == read.Modifiers[0].GetType()) is { } again)
        {
            Refuse(SyntaxDiagnostics.RepeatedModifier.Create(
                site.Locate(again.KeywordSpan), "The place of the act stands twice in this clause.", "Write one of them."));
        }

        return read;
    }

    private bool AreActions(SetSyntax? set) =>
        set is AnySetSyntax
            || (set is ListSetSyntax list && _actions is { } actions && list.Names.All(n => scope.Element(n.Text, actions) is not null));

    /// <summary>The pattern of a check, in the slots of a clause; null where something in it was refused.</summary>
    public BoundClause? BindPattern(CheckSyntax syntax, SyntaxContext site)
    {
        sets.Failed = syntax.IsBroken;
        sets.Territory = null;
        _roles = scope.Taxonomy("role");
        _actions = scope.Taxonomy("action");
        if (_roles is null || _actions is null || syntax.Phrase.Length is 0 or > 3 || (syntax.Of is not null && syntax.Phrase.Length == 1))
        {
            return null;
        }

        // Subject, verb, object; with two, the first is the verb if it names an action, or is "any" before what is none.
        bool verbFirst = syntax.Of is null
            && (syntax.Phrase.Length == 1
                || (syntax.Phrase.Length == 2 && AreActions(syntax.Phrase[0])
                && !(syntax.Phrase[0] is AnySetSyntax && syntax.Phrase[1] is ListSetSyntax && AreActions(syntax.Phrase[1]))));
        BoundSet verbs = sets.Bind(syntax.Phrase[verbFirst ? 0 : 1], _actions, "an action", site);
        SetSyntax? named = syntax.Phrase.ElementAtOrDefault(verbFirst ? 1 : 2);
        (AttributeSymbol? attribute, BoundSet? set) = named is null ? (null, null) : BindObject(named, site);
        BoundClause bound =
            BindActor(new BoundClause { Verbs = verbs, ObjectAttribute = attribute, Object = set }, verbFirst ? null : syntax.Phrase[0],
            syntax.Of, null, site);
        foreach (ModifierSyntax modifier in syntax.Modifiers)
        {
            bound = BindModifier(bound, modifier, site);
        }

        return sets.Failed ? null : bound with { Days = BindDays(syntax.Modifiers, site) };
    }

    private ImmutableArray<DayRange> BindForce(ClauseSymbol clause, SyntaxContext site)
    {
        bool stated = clause.Syntax.Node.Modifiers.OfType<ForceModifierSyntax>().Any();
        return stated ? Periods.Intersect(clause.Framework.Force, BindDays(clause.Syntax.Node.Modifiers, site)) : clause.Framework.Force;
    }

    private ImmutableArray<DayRange> BindDays(ImmutableArray<ModifierSyntax> modifiers, SyntaxContext site)
    {
        var own = ImmutableArray.CreateBuilder<DayRange>();
        foreach (ForceModifierSyntax modifier in modifiers.OfType<ForceModifierSyntax>())
        {
            if (Periods.Check(scope, modifier.Force.From, modifier.Force.Until, site))
            {
                own.Add(Periods.ToDayRange(modifier.Force));
            }
            else
            {
                sets.Failed = true;
            }
        }

        return own.ToImmutable();
    }

    private ImmutableArray<Precedence> BindPrecedences(ClauseSymbol clause, SyntaxContext site)
    {
        var bound = ImmutableArray.CreateBuilder<Precedence>();
        foreach (NameListModifierSyntax modifier in clause.Syntax.Node.Modifiers.OfType<NameListModifierSyntax>())
        {
            if (modifier.Kind is NameListKind.Notifying or NameListKind.ApprovedBy)
            {
                continue;
            }

            foreach ((Symbol target, Location location) in sets.BindTargets(modifier.Names, clause.Framework, site))
            {
                if (modifier.Kind != NameListKind.Invoking || sets.IsLeave(target, location))
                {
                    bound.Add(new Precedence(modifier.Kind, target, false, location));
                }
            }

            foreach (ReferenceSyntax name in modifier.LawOf)
            {
                if (sets.BindOrder(name, site) is { } order)
                {
                    bound.Add(new Precedence(modifier.Kind, order, true, site.Locate(name.Span)));
                }
            }
        }

        return bound.ToImmutable();
    }

    private BoundClause? BindSentence(ClauseSymbol clause, SentenceSyntax sentence, SyntaxContext site)
    {
        if (_actions is null || _roles is null)
        {
            return null;
        }

        BoundSet verbs = sets.Bind(sentence.Act.Verbs, _actions, "an action", site);
        (AttributeSymbol? attribute, BoundSet? set) = sentence.Act.Object is null ? (null, null) : BindObject(sentence.Act.Object, site);
        if (sentence is LawSentenceSyntax law)
        {
            if (clause.ClauseKind != ClauseKind.Norm)
            {
                Refuse(FormDiagnostics.LawMakingOutsideNorm.Create(
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

    // Who acts: roles and where they are established, or organisations in either place.
    private BoundClause BindActor(BoundClause clause, SetSyntax? subject, SetSyntax? of, ClauseSymbol? conduct, SyntaxContext site)
    {
        if (_roles is not { } roles)
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
            _ => clause with { Of = sets.Bind(of, scope.Jurisdictions, PlaceExpected, site) },
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
        Refuse(NameDiagnostics.WrongKind.Create(
            location, $"'{subject.Names[0].Text}' is a place; a role is expected here.", "Write 'State of' before the place.",
            fix: new Fix("Write 'State of'", [new TextEdit(new TextSpan(location.Span.Start, 0), "State of ")])));
        return new BoundAnySet();
    }

    // The names of an object decide its attribute: all of data, or all of target.
    private (AttributeSymbol? Attribute, BoundSet? Set) BindObject(SetSyntax syntax, SyntaxContext site)
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
            Refuse(NameDiagnostics.MixedObject.Create(
                site.Locate(firstTarget.Span),
                $"'{firstTarget.Text}' is a target, the names beside it are kinds of data.",
                "Write two clauses, or move the target to 'against'."));
            return (null, null);
        }

        return (target, sets.Bind(syntax, targetNodes, "a target", site));
    }

    private void Refuse(Diagnostic diagnostic)
    {
        sets.Failed = true;
        scope.Report(diagnostic);
    }
}
