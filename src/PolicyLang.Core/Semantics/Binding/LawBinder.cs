using System.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Semantics.Binding;

/// <summary>Binds the law of files over a vocabulary that is bound already. Clauses are declared in all of them first, so that any may name
/// any.</summary>
internal sealed class LawBinder
{
    private readonly BindingScope _scope;
    private readonly SetBinder _sets;
    private readonly FrameworkBinder _frameworks;
    private readonly ClauseBinder _clauses;
    private readonly PartyBinder _parties;
    private readonly PrecedenceChecker _precedence;
    private readonly AcknowledgementBinder _acknowledgements;
    private readonly ScenarioBinder _scenarios;

    public LawBinder(BindingScope scope, SetBinder sets, ConditionBinder conditions)
    {
        _scope = scope;
        _sets = sets;
        _frameworks = new FrameworkBinder(scope, sets);
        _clauses = new ClauseBinder(scope, sets, conditions);
        _parties = new PartyBinder(scope, sets);
        _precedence = new PrecedenceChecker(scope);
        _acknowledgements = new AcknowledgementBinder(sets);
        _scenarios = new ScenarioBinder(scope, sets);
    }

    public ImmutableArray<BoundFile> Bind(IReadOnlyList<FileBinding> drafts, CancellationToken cancellation)
    {
        InEach(drafts, draft => draft.Frameworks.ForEach(f => _frameworks.DeclareClauses(f.Symbol, f.Unit, draft.Tree)));
        InEach(drafts, draft => draft.Frameworks.ForEach(f => _frameworks.BindProperties(f.Symbol, f.Unit, draft.Tree)));
        InEach(drafts, draft =>
        {
            cancellation.ThrowIfCancellationRequested();
            draft.Frameworks.ForEach(f => BindClauses(f.Symbol, draft.Tree));
        });
        InEach(drafts, draft => draft.Parties.ForEach(p => _parties.Bind(p.Symbol, p.Syntax, p.Site)));
        var parts = ImmutableArray.CreateBuilder<BoundFile>(drafts.Count);
        InEach(drafts, draft => parts.Add(Complete(draft)));
        return parts.MoveToImmutable();
    }

    private void InEach(IReadOnlyList<FileBinding> drafts, Action<FileBinding> work)
    {
        foreach (FileBinding draft in drafts)
        {
            _scope.Notes = draft.Notes;
            work(draft);
        }
    }

    private void BindClauses(FrameworkSymbol framework, SyntaxTree tree)
    {
        foreach (ClauseSymbol clause in framework.Clauses)
        {
            _clauses.Bind(clause, new SyntaxContext(tree, clause.Syntax.Offset));
        }
    }

    private BoundFile Complete(FileBinding draft)
    {
        ImmutableArray<PrecedenceEdge> precedence = _precedence.Check(draft.Frameworks.SelectMany(f => f.Symbol.Clauses));
        ImmutableArray<Acknowledgement> acknowledgements = All<AcknowledgeSyntax, Acknowledgement>(draft.Tree, _acknowledgements.Bind);
        ImmutableArray<BoundScenario> scenarios = All<ScenarioSyntax, BoundScenario>(draft.Tree, _scenarios.Bind);
        ImmutableArray<BoundCheck> checks = All<CheckSyntax, BoundCheck>(draft.Tree, BindCheck);
        UsesBinder.Bind(draft.Tree, _scope);
        return new BoundFile
        {
            Tree = draft.Tree,
            Frameworks = [.. draft.Frameworks.Select(f => f.Symbol)],
            Parties = [.. draft.Parties.Select(p => p.Symbol).Distinct()],
            Precedence = precedence,
            Acknowledgements = acknowledgements,
            Scenarios = scenarios,
            Checks = checks,
            Clocks = draft.Notes.Clocks.ToImmutableDictionary(StringComparer.Ordinal),
            References = [.. draft.Notes.References],
            Diagnostics = [.. draft.Notes.Diagnostics],
        };
    }

    private static ImmutableArray<TBound> All<TSyntax, TBound>(SyntaxTree tree, Func<TSyntax, SyntaxContext, TBound?> bind)
        where TSyntax : DeclarationSyntax
        where TBound : class =>
        [.. tree.Declarations.Select(d => d.Node is TSyntax syntax ? bind(syntax, new SyntaxContext(tree, d.Offset)) : null)
            .OfType<TBound>()];

    private BoundCheck? BindCheck(CheckSyntax syntax, SyntaxContext site)
    {
        Location head = site.Locate(syntax.Title is null ? syntax.Span : TextSpan.FromBounds(syntax.Span.Start, syntax.Title.Span.End));
        string title = syntax.Title?.Value ?? string.Empty;
        if (syntax.Conflicts is { } stated)
        {
            return BindStatement(stated, site) is { } statement
                ? new BoundCheck(title, syntax.Quantifier, syntax.Outcome, new BoundClause { Verbs = new BoundAnySet() },
                    site.Locate(syntax.Span), head) { Conflicts = statement }
                : null;
        }

        ImmutableArray<Symbol> under = [.. syntax.Modifiers.OfType<UnderModifierSyntax>().SelectMany(u => _sets.BindUnder(u.Names, site))];
        return _clauses.BindPattern(syntax, site) is { } pattern
            ? new BoundCheck(title, syntax.Quantifier, syntax.Outcome, pattern, site.Locate(syntax.Span), head) { Under = under }
            : null;
    }

    private BoundConflictStatement? BindStatement(ConflictStatementSyntax syntax, SyntaxContext site)
    {
        switch (syntax)
        {
            case NoConflictStatementSyntax none:
                ImmutableArray<ConflictSide> sides = _sets.BindSides(none.Between, site);
                return sides.Length == none.Between.Length ? new BoundNoConflictStatement(sides) : null;
            case NoBreachStatementSyntax breach:
                Symbol? party = breach.Party is null ? null : _sets.BindOrder(breach.Party, site);
                return _sets.BindTarget(breach.Framework, null, site) is FrameworkSymbol framework
                    && (breach.Party is null || party is not null) ? new BoundNoBreachStatement(framework, party) : null;
            default:
                throw new UnreachableException();
        }
    }
}
