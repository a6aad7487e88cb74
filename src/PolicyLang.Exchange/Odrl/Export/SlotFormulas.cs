using PolicyLang.Exchange.Odrl.Formulas;
using PolicyLang.Semantics;

namespace PolicyLang.Exchange.Odrl.Export;

/// <summary>The slots of a clause as formulas: what <see cref="Rules.ClauseRegions"/> makes regions of.</summary>
internal sealed class SlotFormulas(SemanticModel model, bool keeping)
{
    private readonly FormulaBuilder _build = new(model, keeping);

    /// <summary>Everything that must be the case, conditions and approvals aside.</summary>
    public ImmutableArray<Formula> Trigger(BoundClause clause) => Said(
        [
            Slot(BuiltInAttributes.Actor, clause.Subject),
            Slot(BuiltInAttributes.Home, clause.Of),
            Slot(BuiltInAttributes.Organisation, clause.Organisation),
            clause.ObjectAttribute is { } attribute ? _build.InSet(attribute, clause.Object) : Formula.True,
            Slot(BuiltInAttributes.Collected, clause.Collected),
            Slot(BuiltInAttributes.Origin, clause.From),
            Slot(BuiltInAttributes.Purpose, clause.For),
            Slot(BuiltInAttributes.Target, clause.Against),
            .. clause.Where.Select(_build.Condition),
        ]);

    /// <summary>Every <c>when</c> and every negated <c>unless</c>.</summary>
    public ImmutableArray<Formula> Conditions(BoundClause clause) => Said(clause.Conditions.Select(_build.Condition));

    /// <summary>Approvals by all roles that <c>approved by</c> names.</summary>
    public ImmutableArray<Formula> Approved(BoundClause clause) => Each(BuiltInAttributes.Approvals, clause.ApprovedBy);

    /// <summary>The act, the verb first.</summary>
    public ImmutableArray<Formula> Act(BoundClause clause) => Said([.. Deed(clause), .. Place(clause), .. Manner(clause)]);

    /// <summary>The same act in any place but the one that <c>only in</c> names.</summary>
    public ImmutableArray<Formula> ActElsewhere(BoundClause clause) => Said(
        [.. Deed(clause), Slot(BuiltInAttributes.Location, clause.In).Not(), Slot(BuiltInAttributes.Location, clause.Outside)]);

    /// <summary>The acts that the verbs oppose; null where they oppose none.</summary>
    public ImmutableArray<Formula>? OpposedAct(BoundClause clause)
    {
        Symbol[] opposed = clause.Verbs is BoundListSet { Outside: false } verbs
            ? [.. verbs.Members.OfType<NodeSymbol>().SelectMany(v => v.Oppositions()).Select(o => o.Against).Distinct()]
            : [];
        return opposed.Length == 0 || model.Attribute(BuiltInAttributes.Action) is not { } action
            ? null
            : Said(
                [
                    _build.Any(action, opposed), Slot(BuiltInAttributes.Destination, clause.To), Recipient(clause), .. Place(clause),
                ]);
    }

    /// <summary>Storing, processing or accessing at a named place of <c>to</c> that is none of <c>from</c>.</summary>
    public ImmutableArray<Formula> ActOfKeeping(BoundClause clause)
    {
        if (model.Attribute(BuiltInAttributes.Action) is not { } action || model.Attribute(BuiltInAttributes.Location) is not { } location)
        {
            return [Formula.False];
        }

        Formula keeping = clause.From is null or BoundAnySet || clause.To is null
            ? Formula.False
            : _build.Any(action, BuiltInAttributes.KeepingActions.Select(n => action.Taxonomy?.Find(n)).OfType<NodeSymbol>());
        return Said(
            [
                keeping,
                Slot(BuiltInAttributes.Destination, clause.To),
                _build.None(location).Not(),
                Slot(BuiltInAttributes.Location, clause.From).Not(),
                Recipient(clause),
                .. Place(clause),
                .. Manner(clause),
            ]);
    }

    private static ImmutableArray<Formula> Said(IEnumerable<Formula> parts) => [.. parts.Where(p => p != Formula.True)];

    private Formula Slot(string attribute, BoundSet? set) => _build.InSet(model.Attribute(attribute), set);

    private IEnumerable<Formula> Deed(BoundClause clause) =>
        [Slot(BuiltInAttributes.Action, clause.Verbs), Recipient(clause), Slot(BuiltInAttributes.Destination, clause.To)];

    private Formula Recipient(BoundClause clause) =>
        clause.Recipients.IsEmpty || model.Attribute(BuiltInAttributes.Recipient) is not { } recipient
            ? Formula.True
            : _build.Any(recipient, clause.Recipients);

    private IEnumerable<Formula> Place(BoundClause clause) =>
        [Slot(BuiltInAttributes.Location, clause.In), Slot(BuiltInAttributes.Location, clause.Outside)];

    private IEnumerable<Formula> Manner(BoundClause clause) =>
    [
        clause.With is { } with ? _build.Condition(with) : Formula.True,
        clause.Within is { } within ? new NumberAtom(within.Name, NumberRelation.AtMost, within.Length) : Formula.True,
        clause.NotBefore is { } early ? new NumberAtom(early.Name, NumberRelation.AtLeast, early.Length) : Formula.True,
        .. Each(BuiltInAttributes.Notified, clause.Notifying),
    ];

    private ImmutableArray<Formula> Each(string attribute, ImmutableArray<Symbol> names) =>
        model.Attribute(attribute) is { } set ? [.. names.Select(n => _build.Any(set, [n]))] : [];
}
