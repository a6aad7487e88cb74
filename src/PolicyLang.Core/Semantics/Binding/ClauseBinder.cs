using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds a clause. One in which something was refused declares its name and takes no further part.</summary>
internal sealed class ClauseBinder(BindingScope scope, SetBinder sets, ConditionBinder conditions)
{
    private readonly SentenceBinder _sentences = new(scope, sets);
    private readonly ModifierBinder _modifiers = new(scope, sets, conditions);
    private readonly ClauseFormChecker _forms = new(scope, sets);

    /// <summary>Binds a clause whose name is declared.</summary>
    public void Bind(ClauseSymbol clause, SyntaxContext site)
    {
        ClauseSyntax syntax = clause.Syntax.Node;
        sets.Failed = syntax.IsBroken;
        sets.AllowOwnTerritory = syntax.Sentence is LawSentenceSyntax;
        sets.Territory = (clause.Framework.Authority as NodeSymbol)?.Name;
        clause.Force = BindForce(clause, site);
        clause.Precedences = BindPrecedences(clause, site);
        ClauseSyntax read = Reading(syntax, site);
        BoundClause? bound = read.Sentence is null ? null : _sentences.Bind(clause, read.Sentence, site);
        if (bound is not null)
        {
            bound = _modifiers.Bind(bound, read.Modifiers, site);
            if (!syntax.IsBroken)
            {
                _forms.Check(clause, bound, site);
            }
        }

        sets.AllowOwnTerritory = false;
        clause.HasErrors |= sets.Failed || bound is null;
        clause.Meaning = clause.HasErrors ? null : bound;
    }

    // "NAMES to NAMES" is a verb and its place only if the first are actions.
    private ClauseSyntax Reading(ClauseSyntax syntax, SyntaxContext site)
    {
        if (LawReading.UndecidedTo(syntax) is not { } to || _sentences.AreActions(syntax.Sentence?.Act.Verbs)
            || !_sentences.AreActions(LawReading.Verbs(to)))
        {
            return syntax;
        }

        ClauseSyntax read = LawReading.WithSubject(syntax, to);
        if (read.Modifiers is [InModifierSyntax or OutsideModifierSyntax, ..]
            && read.Modifiers.Skip(1).FirstOrDefault(m => m.GetType() == read.Modifiers[0].GetType()) is { } again)
        {
            sets.Refuse(SyntaxDiagnostics.RepeatedModifier.Create(
                site.Locate(again.KeywordSpan), "The place of the act stands twice in this clause.", "Write one of them."));
        }

        return read;
    }

    /// <summary>The pattern of a check, in the slots of a clause; null where something in it was refused.</summary>
    public BoundClause? BindPattern(CheckSyntax syntax, SyntaxContext site)
    {
        sets.Failed = syntax.IsBroken;
        sets.Territory = null;
        if (scope.Taxonomy("role") is null || scope.Taxonomy("action") is not { } actions
            || syntax.Phrase.Length is 0 or > 3 || (syntax.Of is not null && syntax.Phrase.Length == 1))
        {
            return null;
        }

        // Subject, verb, object; of two names, the first is the verb if an action.
        bool verbFirst = syntax.Of is null
            && (syntax.Phrase.Length == 1
                || (syntax.Phrase.Length == 2 && _sentences.AreActions(syntax.Phrase[0])
                && !(syntax.Phrase[0] is AnySetSyntax && syntax.Phrase[1] is ListSetSyntax && _sentences.AreActions(syntax.Phrase[1]))));
        BoundSet verbs = sets.Bind(syntax.Phrase[verbFirst ? 0 : 1], actions, "an action", site);
        SetSyntax? named = syntax.Phrase.ElementAtOrDefault(verbFirst ? 1 : 2);
        (AttributeSymbol? attribute, BoundSet? set) = named is null ? (null, null) : _sentences.BindObject(named, site);
        var act = new BoundClause { Verbs = verbs, ObjectAttribute = attribute, Object = set };
        BoundClause bound = _modifiers.Bind(
            _sentences.BindActor(act, verbFirst ? null : syntax.Phrase[0], syntax.Of, null, site), syntax.Modifiers, site);
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
}
