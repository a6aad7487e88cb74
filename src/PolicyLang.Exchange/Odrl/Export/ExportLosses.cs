using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Workspaces;

namespace PolicyLang.Exchange.Odrl.Export;

/// <summary>What ODRL cannot say of a workspace, or what is said there in other words.</summary>
internal sealed class ExportLosses(Workspace workspace, ImmutableArray<FrameworkSymbol> frameworks)
{
    private readonly SemanticModel _model = workspace.Model;

    /// <summary>What follows from the clauses as they are written.</summary>
    public IEnumerable<OdrlLoss> Find() =>
        frameworks.SelectMany(Of)
            .Concat(_model.Assumptions.Select(a => OdrlLoss.At(
                a.Location, "assume", a.Title ?? "assume", "ODRL has no cases that do not exist: the assumption is left out.", true)))
            .Concat(_model.Parties.Where(p => !p.Adoptions.IsEmpty || !p.Invocations.IsEmpty).Select(p => OdrlLoss.At(
                p.Location, "party", p.Name, "Who has adopted, reserves or invokes what is left out; what it means for clauses is said.",
                    false)))
            .Concat(_model.Acknowledgements.Select(a => OdrlLoss.At(
                a.Location, "acknowledge", string.Join(" and ", a.Sides), "The acknowledgement of the conflict is left out.", false)))
            .Concat(Principles());

    private IEnumerable<OdrlLoss> Of(FrameworkSymbol framework)
    {
        if (framework.IsDraft)
        {
            yield return OdrlLoss.At(
                framework.Location, "draft", framework.Name, "A draft is in force on no day: none of its clauses is exported.", false);
            yield break;
        }

        foreach (ClauseSymbol clause in framework.Clauses)
        {
            foreach ((string kind, string message, bool changes) in Of(clause))
            {
                yield return OdrlLoss.At(clause.Location, kind, clause.QualifiedName, message, changes);
            }
        }
    }

    private static IEnumerable<(string Kind, string Message, bool Changes)> Of(ClauseSymbol clause)
    {
        if (clause.Meaning is not { } meaning)
        {
            yield break;
        }

        if (meaning.LawModality is not null)
        {
            yield return ("law-making", "ODRL speaks to parties about acts, not to States about their law: the clause is left out.", false);
            yield break;
        }

        if (meaning.Modality is Modality.Should or Modality.ShouldNot || clause.Framework.Rank == Rank.Guideline)
        {
            yield return ("should", "ODRL has no soft rules: the clause is left out, and with it the advice that it gives.", true);
        }
        else if (meaning.Modality == Modality.NeedNot)
        {
            yield return ("need-not", "ODRL cannot relieve of a duty: the clause is left out, the duties are cut by what it lifts.", false);
        }
        else if (meaning.IsExemption)
        {
            yield return ("exemption", "ODRL cannot lift a rule without permitting: the clause is left out, the rules are cut by it.",
                false);
        }

        else if (meaning.Modality == Modality.May && clause.Cites is not null)
        {
            yield return ("cites", "The article that a permission renders is left out.", false);
        }

        if (meaning.NotEnforceable)
        {
            yield return ("not-enforceable", "ODRL has no norm that binds without a remedy: that it is not enforceable is left out.",
                false);
        }

        if (clause.Precedences.Any(p => p.Relation == NameListKind.Invoking))
        {
            yield return ("invoking", "What the clause invokes is left out; what follows for treaties is not said.", false);
        }

        if (meaning.Modality == Modality.Must && meaning.Verbs is BoundListSet { Outside: false } verbs
            && verbs.Members.OfType<NodeSymbol>().SelectMany(v => v.Oppositions()).Any())
        {
            yield return ("opposes", "That the verb opposes another is left out; the prohibition that follows is a rule of its own.",
                false);
        }
    }

    // On the way back rank would count, and higher orders would prevail.
    private IEnumerable<OdrlLoss> Principles()
    {
        foreach (FrameworkSymbol framework in frameworks.Where(f => f.Authority is not null && !IsRanked(f)))
        {
            yield return OdrlLoss.At(
                framework.Location, "rank", framework.Name, "The rank, which does not count in this legal order, is left out.", false);
        }

        Symbol[] orders = [.. frameworks.Select(f => f.Authority).OfType<Symbol>().Distinct()];
        if (!_model.OrderPrinciples.Workspace.Contains(Principle.Superior)
            && frameworks.FirstOrDefault(f => f.Authority is { } lower && orders.Any(o => LegalOrders.IsEverBelow(lower, o))) is { } below)
        {
            yield return OdrlLoss.At(
                below.Location, "principles", below.Name, "That higher orders do not prevail is left out; on the way back they would.",
                    true);
        }
    }

    /// <summary>Whether rank counts in the legal order of a framework.</summary>
    public bool IsRanked(FrameworkSymbol framework) =>
        framework.Authority is { } order && _model.OrderPrinciples.For(order).Contains(Principle.Superior);
}
