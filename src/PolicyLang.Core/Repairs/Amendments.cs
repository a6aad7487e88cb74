using PolicyLang.Diagnostics;
using PolicyLang.Formatting;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Repairs;

/// <summary>The amendments that might remove a conflict between clauses. Whether one does has to be tried.</summary>
internal sealed class Amendments(IReadOnlyList<SyntaxTree> trees)
{
    /// <summary>Every candidate for each ordered pair of the clauses, simplest kinds first.</summary>
    public IEnumerable<Amendment> For(ImmutableArray<ClauseSymbol> clauses)
    {
        var pairs = clauses.SelectMany(a => clauses.Where(b => !ReferenceEquals(a, b)).Select(b => (Amended: a, Other: b))).ToList();
        return pairs.Select(p => Subordinate(p.Amended, p.Other))
            .Concat(clauses.SelectMany(Reserve))
            .Concat(pairs.SelectMany(p => Exceptions(p.Amended, p.Other)))
            .Concat(pairs.SelectMany(p => Places(p.Amended, p.Other)))
            .Concat(pairs.SelectMany(p => End(p.Amended, p.Other)))
            .GroupBy(a => a.Edit).Select(same => same.First());
    }

    private static Amendment Subordinate(ClauseSymbol amended, ClauseSymbol other)
    {
        string name = ReferenceEquals(amended.Framework, other.Framework) ? other.Name : other.QualifiedName;
        return new Amendment(RepairKind.Subordinate, amended.QualifiedName, $"Let {amended.QualifiedName} yield to {other.QualifiedName}", new ClauseEditor(amended).AddName(NameListKind.SubjectTo, "subject to", name));
    }

    private IEnumerable<Amendment> Reserve(ClauseSymbol clause)
    {
        if (clause.Meaning?.LawModality is null)
        {
            yield break;
        }

        foreach (SyntaxTree tree in trees)
        {
            foreach (Placed<DeclarationSyntax> declaration in tree.Declarations)
            {
                foreach (AdoptionSyntax adoption in (declaration.Node as PartySyntax)?.Adoptions.Where(a => a.Framework.Text == clause.Framework.Name && a.ReservingUntil is null) ?? [])
                {
                    string words = adoption.Reserving.IsEmpty ? $" reserving {clause.Name}" : $", {clause.Name}";
                    yield return new Amendment(
                        RepairKind.Reserve,
                        clause.QualifiedName,
                        $"Let {((PartySyntax)declaration.Node).Name.Text} reserve {clause.QualifiedName}",
                        new FileEdit(tree.File, new TextEdit(new TextSpan(declaration.Absolute(adoption.Span).End, 0), words)));
                }
            }
        }
    }

    // What the other clause asks for becomes an exception here, and what excepts it there becomes a condition here.
    private static IEnumerable<Amendment> Exceptions(ClauseSymbol amended, ClauseSymbol other)
    {
        var editor = new ClauseEditor(amended);
        var source = new ClauseEditor(other);
        foreach (ModifierSyntax modifier in other.Syntax.Node.Modifiers)
        {
            (string Word, ConditionSyntax Condition)? added = modifier switch
            {
                WhenModifierSyntax asked => ("unless", asked.Condition),
                UnlessModifierSyntax excepted => ("when", excepted.Condition),
                _ => null,
            };
            if (added is { } exception)
            {
                string words = $"{exception.Word} {source.TextOf(exception.Condition)}";
                yield return new Amendment(RepairKind.Exception, amended.QualifiedName, $"Add '{words}' to {amended.QualifiedName}", editor.Add(words, ModifierOrder.Of(modifier)));
            }
        }
    }

    private static IEnumerable<Amendment> Places(ClauseSymbol amended, ClauseSymbol other)
    {
        var editor = new ClauseEditor(amended);
        var source = new ClauseEditor(other);
        foreach ((SetSyntax set, string word) in Slots(amended))
        {
            foreach ((SetSyntax excluded, _) in Slots(other).Where(s => s.Word == word))
            {
                if (excluded is ListSetSyntax { Outside: false, Except.IsEmpty: true } && set is not OwnTerritorySetSyntax)
                {
                    string places = source.TextOf(excluded);
                    yield return new Amendment(RepairKind.NarrowPlace, amended.QualifiedName, $"Take {places} out of '{word}' in {amended.QualifiedName}", editor.Except(set, places));
                }
            }
        }
    }

    private static IEnumerable<(SetSyntax Set, string Word)> Slots(ClauseSymbol clause) => clause.Syntax.Node.Modifiers.SelectMany<ModifierSyntax, (SetSyntax, string)>(m => m switch
    {
        FromModifierSyntax from => [(from.Set, "from")],
        ToModifierSyntax to => [(to.Set, "to")],
        InModifierSyntax @in => [(@in.Set, "in")],
        _ => [],
    });

    private static IEnumerable<Amendment> End(ClauseSymbol amended, ClauseSymbol other)
    {
        bool limits = amended.Syntax.Node.Modifiers.Any(m => m is ForceModifierSyntax);
        if (!limits && !amended.Force.IsEmpty && !other.Force.IsEmpty)
        {
            CalendarDay begins = other.Force.Min(r => r.From);
            if (amended.Force.Min(r => r.From) < begins)
            {
                string last = new CalendarDay(begins.Number - 1).ToString();
                string words = $"in force until {last}";
                yield return new Amendment(RepairKind.EndDate, amended.QualifiedName, $"End {amended.QualifiedName} on {last}", new ClauseEditor(amended).Add(words, int.MaxValue));
            }
        }
    }
}
