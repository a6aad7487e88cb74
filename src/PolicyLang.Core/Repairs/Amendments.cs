using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Repairs;

/// <summary>The amendments that might remove a conflict between clauses. Whether one does has to be tried.</summary>
/// <param name="trees">The files.</param>
/// <param name="own">The instruments that may be amended.</param>
internal sealed class Amendments(IReadOnlyList<SyntaxTree> trees, OwnLaw own)
{
    /// <summary>Whether some clause of a conflict, or an adoption by a party that it concerns, may be amended.</summary>
    public bool MayAmend(Conflict conflict, ImmutableArray<ClauseSymbol> clauses) =>
        clauses.Any(c => own.MayAmend(conflict, c)) || conflict.Parties.Any(p => own.MayReserve(p.Party));

    /// <summary>Every candidate, simplest kinds first.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="clauses">Its clauses.</param>
    public IEnumerable<Amendment> Find(Conflict conflict, ImmutableArray<ClauseSymbol> clauses)
    {
        ImmutableArray<ClauseSymbol> amendable = [.. clauses.Where(c => own.MayAmend(conflict, c))];
        var pairs = amendable.SelectMany(a => clauses.Where(b => !ReferenceEquals(a, b)).Select(b => (Amended: a, Other: b))).ToList();
        return pairs.SelectMany(p => YieldToOrder(conflict, p.Amended, p.Other))
            .Concat(pairs.Where(p => MayYield(p.Amended, p.Other))
                .Select(p => Yield(p.Amended, new Yielding([NameOf(p.Other, p.Amended)], []))))
            .Concat(amendable.SelectMany(c => Invoke(conflict, c)))
            .Concat(clauses.SelectMany(c => Reserve(conflict, c)))
            .Concat(new PartyAmendments(trees, own).Find(conflict, clauses))
            .Concat(pairs.SelectMany(p => Exceptions(p.Amended, p.Other)))
            .Concat(pairs.SelectMany(p => Safeguards(p.Amended, p.Other)))
            .Concat(pairs.SelectMany(p => Places(p.Amended, p.Other)))
            .Concat(amendable.SelectMany(c => End(conflict, c)))
            .GroupBy(a => a.Edit).Select(same => same.First());
    }

    /// <summary>Lets a clause yield.</summary>
    public static Amendment Yield(ClauseSymbol amended, Yielding to)
    {
        string framework = amended.Framework.Name + ".";
        string[] clauses = [.. to.Clauses.Select(c => c.IndexOf('.') < 0 ? framework + c : c)];
        string law = to.Orders.IsEmpty
            ? string.Empty
            : $"{(clauses.Length > 0 ? " and to " : string.Empty)}the law of {CaseSentence.List(to.Orders, "and")}";
        return new Amendment(
            RepairKind.Subordinate,
            amended.QualifiedName,
            $"Let {amended.QualifiedName} yield to {CaseSentence.List(clauses, "and")}{law}",
            new ClauseEditor(amended).AddNames(NameListKind.SubjectTo, "subject to", to.Clauses, to.Orders))
        { Yielding = to };
    }

    // Law does not yield to a company.
    private static bool MayYield(ClauseSymbol amended, ClauseSymbol other) =>
        amended.Framework.Rank == Rank.Policy || other.Framework.Rank != Rank.Policy;

    private static string NameOf(ClauseSymbol clause, ClauseSymbol seenFrom) =>
        ReferenceEquals(clause.Framework, seenFrom.Framework) ? clause.Name : clause.QualifiedName;

    // What a policy breaks is seldom one clause of the law above it.
    private static IEnumerable<Amendment> YieldToOrder(Conflict conflict, ClauseSymbol amended, ClauseSymbol other) =>
        conflict.IsUnlawfulPolicy && other.Framework.Rank != Rank.Policy && other.Framework.Authority is { } order
            ? [Yield(amended, new Yielding([], [order.Name]))]
            : [];

    private static IEnumerable<Amendment> Invoke(Conflict conflict, ClauseSymbol measure) =>
        from excuse in measure.Meaning?.LawModality is null ? conflict.Excuses : []
        select new Amendment(
            RepairKind.Invoke,
            measure.QualifiedName,
            $"Let {measure.QualifiedName} invoke {excuse.Clause}",
            new ClauseEditor(measure).AddNames(NameListKind.Invoking, "invoking", [excuse.Clause], []));

    // Only a party the conflict concerns; for a bloc, the bloc's own adoption.
    private IEnumerable<Amendment> Reserve(Conflict conflict, ClauseSymbol clause)
    {
        if (clause.Meaning?.LawModality is null)
        {
            yield break;
        }

        foreach (SyntaxTree tree in trees)
        {
            foreach (PositionedNode<DeclarationSyntax> declaration in tree.Declarations)
            {
                if (declaration.Node is not PartySyntax party || !conflict.Parties.Any(p => p.Party == party.Name.Text)
                    || !own.MayReserve(party.Name.Text))
                {
                    continue;
                }

                foreach (AdoptionSyntax adoption in party.Adoptions.Where(
                    a => a.Framework.Text == clause.Framework.Name && a.ReservingUntil is null && a.ReservingFor.IsEmpty))
                {
                    string words = adoption.Reserving.IsEmpty ? $" reserving {clause.Name}" : $", {clause.Name}";
                    yield return new Amendment(
                        RepairKind.Reserve,
                        clause.QualifiedName,
                        $"Let {party.Name.Text} reserve {clause.QualifiedName}",
                        new FileEdit(tree.File, new TextEdit(new TextSpan(declaration.Absolute(adoption.Span).End, 0), words)));
                }
            }
        }
    }

    // The other clause's conditions become exceptions here, its exceptions conditions of a duty.
    private static IEnumerable<Amendment> Exceptions(ClauseSymbol amended, ClauseSymbol other)
    {
        var editor = new ClauseEditor(amended);
        var source = new ClauseEditor(other);
        foreach (ModifierSyntax modifier in other.Syntax.Node.Modifiers)
        {
            (string Word, ConditionSyntax Condition)? added = modifier switch
            {
                WhenModifierSyntax asked => ("unless", asked.Condition),
                UnlessModifierSyntax excepted when amended.Meaning?.Modality == Modality.Must => ("when", excepted.Condition),
                _ => null,
            };
            if (added is { } exception)
            {
                string words = $"{exception.Word} {source.TextOf(exception.Condition)}";
                yield return new Amendment(RepairKind.Exception, amended.QualifiedName, $"Add '{words}' to {amended.QualifiedName}",
                    editor.Add(words, (int)modifier.Form));
            }
        }
    }

    // Where the prohibition ends with a safeguard, the permission may ask for it.
    private static IEnumerable<Amendment> Safeguards(ClauseSymbol amended, ClauseSymbol other)
    {
        if (amended.Meaning?.Modality != Modality.May)
        {
            yield break;
        }

        var source = new ClauseEditor(other);
        foreach (ConditionSyntax condition in other.Syntax.Node.Modifiers.SelectMany(Exits).Where(AsksForSafeguard))
        {
            string words = $"when {source.TextOf(condition)}";
            yield return new Amendment(
                RepairKind.Safeguard, amended.QualifiedName, $"Add '{words}' to {amended.QualifiedName}",
                    new ClauseEditor(amended).Add(words, (int)ModifierForm.When));
        }
    }

    // Each condition that by itself takes a case out of a clause.
    private static IEnumerable<ConditionSyntax> Exits(ModifierSyntax modifier) => modifier switch
    {
        UnlessModifierSyntax { Condition: OrConditionSyntax either } => either.Operands,
        UnlessModifierSyntax unless => [unless.Condition],
        WhenModifierSyntax { Condition: NotConditionSyntax not } => [not.Operand],
        _ => [],
    };

    private static bool AsksForSafeguard(ConditionSyntax condition) => condition switch
    {
        IncludeConditionSyntax { Kind: not IncludeKind.None } include => include.Attribute.Text == BuiltInAttributes.Safeguards,
        AndConditionSyntax and => and.Operands.Any(AsksForSafeguard),
        _ => false,
    };

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
                    yield return new Amendment(RepairKind.NarrowPlace, amended.QualifiedName,
                        $"Take {places} out of '{word}' in {amended.QualifiedName}", editor.Except(set, places));
                }
            }
        }
    }

    private static IEnumerable<(SetSyntax Set, string Word)> Slots(ClauseSymbol clause) =>
        clause.Syntax.Node.Modifiers.SelectMany<ModifierSyntax, (SetSyntax, string)>(m => m switch
    {
        FromModifierSyntax from => [(from.Set, "from")],
        ToModifierSyntax to => [(to.Set, "to")],
        InModifierSyntax @in => [(@in.Set, "in")],
        _ => [],
    });

    // The day before the conflict begins: before that there is nothing to mend.
    private static IEnumerable<Amendment> End(Conflict conflict, ClauseSymbol amended)
    {
        bool limits = amended.Syntax.Node.Modifiers.Any(m => m is ForceModifierSyntax);
        if (!limits && !amended.Force.IsEmpty && !conflict.Days.IsEmpty && amended.Force.Min(r => r.From) < conflict.Days[0].From)
        {
            string last = new CalendarDay(conflict.Days[0].From.Number - 1).ToString();
            yield return new Amendment(RepairKind.EndDate, amended.QualifiedName, $"End {amended.QualifiedName} on {last}",
                new ClauseEditor(amended).Add($"in force until {last}", int.MaxValue));
        }
    }
}
