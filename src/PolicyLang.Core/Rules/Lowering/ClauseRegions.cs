using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Rules;

/// <summary>The regions that a clause's slots speak of: which restrict the trigger and which the act.</summary>
internal sealed class ClauseRegions(SemanticModel model, RegionCompiler compiler)
{
    private readonly RegionSpace _regions = compiler.Space.Regions;
    private readonly AttributeSymbol? _actor = model.Attribute(BuiltInAttributes.Actor);
    private readonly AttributeSymbol? _home = model.Attribute(BuiltInAttributes.Home);
    private readonly AttributeSymbol? _organisation = model.Attribute(BuiltInAttributes.Organisation);
    private readonly AttributeSymbol? _collected = model.Attribute(BuiltInAttributes.Collected);
    private readonly AttributeSymbol? _action = model.Attribute(BuiltInAttributes.Action);
    private readonly AttributeSymbol? _origin = model.Attribute(BuiltInAttributes.Origin);
    private readonly AttributeSymbol? _destination = model.Attribute(BuiltInAttributes.Destination);
    private readonly AttributeSymbol? _location = model.Attribute(BuiltInAttributes.Location);
    private readonly AttributeSymbol? _recipient = model.Attribute(BuiltInAttributes.Recipient);
    private readonly AttributeSymbol? _purpose = model.Attribute(BuiltInAttributes.Purpose);
    private readonly AttributeSymbol? _target = model.Attribute(BuiltInAttributes.Target);
    private readonly AttributeSymbol? _notified = model.Attribute(BuiltInAttributes.Notified);
    private readonly AttributeSymbol? _approvals = model.Attribute(BuiltInAttributes.Approvals);

    /// <summary>Subject, object, <c>collected in</c>, <c>from</c>, <c>for</c>, <c>against</c>, <c>where</c>: what must be the case,
    /// conditions and approvals aside.</summary>
    public Region Trigger(BoundClause clause) => _regions.Intersection(
        Slot(_actor, clause.Subject),
        Slot(_home, clause.Of),
        Slot(_organisation, clause.Organisation),
        Slot(_collected, clause.Collected),
        clause.Where.Aggregate(_regions.Full, (all, c) => _regions.And(all, compiler.Condition(c))),
        Slot(clause.ObjectAttribute, clause.Object),
        Slot(_origin, clause.From),
        Slot(_purpose, clause.For),
        Slot(_target, clause.Against));

    /// <summary>The cases of an organisation and those under it; everything for an order that is none.</summary>
    public Region CasesOf(Symbol order) =>
        order is OrganisationSymbol && _organisation?.Taxonomy?.Find(order.Name) is { } node
            ? compiler.Any(_organisation, [node])
            : _regions.Full;

    /// <summary>The cases without an organisation.</summary>
    public Region WithoutOrganisation() =>
        _organisation?.Taxonomy is { } taxonomy
            ? _regions.Between(compiler.Space.VariableOf(_organisation), taxonomy.NodeCount, taxonomy.NodeCount)
            : _regions.Full;

    /// <summary>Every <c>when</c> and every negated <c>unless</c>.</summary>
    public Region Conditions(BoundClause clause) =>
        clause.Conditions.Aggregate(_regions.Full, (all, c) => _regions.And(all, compiler.Condition(c)));

    /// <summary>Approvals by all roles that <c>approved by</c> names; everything where it names none.</summary>
    public Region Approved(BoundClause clause) => _approvals is null ? _regions.Full : compiler.All(_approvals, clause.ApprovedBy);

    /// <summary>Verb, <c>to</c>, <c>in</c>, <c>outside</c>, <c>within</c>, <c>not before</c>, <c>notifying</c>, <c>with</c>.</summary>
    public Region Act(BoundClause meaning) => _regions.Intersection(Deed(meaning), Place(meaning), Manner(meaning));

    /// <summary>The same act in any place but the one that <c>only in</c> names.</summary>
    public Region ActElsewhere(BoundClause meaning) =>
        _regions.And(_regions.Difference(Deed(meaning), Slot(_location, meaning.In)), Slot(_location, meaning.Outside));

    /// <summary>
    /// The acts that the duty's verbs oppose (a duty to delete forbids to store), at the same places; time and manner of the duty
    /// do not limit what it forbids.
    /// </summary>
    public Region OpposedAct(BoundClause meaning)
    {
        if (_action is null || meaning.Verbs is not BoundListSet { Outside: false } verbs)
        {
            return _regions.Empty;
        }

        ImmutableArray<Symbol> opposed =
            [.. verbs.Members.OfType<NodeSymbol>().SelectMany(v => v.Oppositions()).Select(o => o.Against).Distinct()];
        Region act = _regions.And(compiler.Any(_action, opposed), _regions.And(Slot(_destination, meaning.To), Recipient(meaning)));
        return _regions.And(act, Place(meaning));
    }

    private Region Deed(BoundClause meaning) =>
        _regions.Intersection(Slot(_action, meaning.Verbs), Slot(_destination, meaning.To), Recipient(meaning));

    /// <summary>
    /// The act of keeping the data abroad, which is a transfer: storing, processing or accessing them at a named place of 'to' that is none
    /// of 'from'. These slots were made with a compiler that reads the destination as the location.
    /// </summary>
    public Region ActOfKeeping(BoundClause meaning)
    {
        if (_action is null || meaning.From is null or BoundAnySet || meaning.To is null)
        {
            return _regions.Empty;
        }

        return _regions.Intersection(KeepingActions(), Abroad(meaning), Recipient(meaning), Place(meaning), Manner(meaning));
    }

    /// <summary>Storing, processing, accessing.</summary>
    public Region KeepingActions() => _action is null
        ? _regions.Empty
        : compiler.Any(_action, [.. BuiltInAttributes.KeepingActions.Select(n => _action.Taxonomy?.Find(n)).OfType<NodeSymbol>()]);

    /// <summary>A named place of 'to' that is none of 'from', with the destination read as the location.</summary>
    public Region Abroad(BoundClause meaning) =>
        _regions.Difference(_regions.And(Slot(_destination, meaning.To), NamedLocation()), Slot(_location, meaning.From));

    /// <summary>Whether a clause speaks of keeping data abroad, too: its verbs name 'transfer' itself, and it says from where and to
    /// where.</summary>
    public bool CoversKeeping(ClauseSymbol clause, BoundClause meaning) =>
        (clause.ClauseKind == ClauseKind.Transfer || meaning.LawModality is not null)
        && meaning is { From: not null, To: not null, Verbs: BoundListSet { Outside: false } verbs }
        && _action?.Taxonomy?.Find(BuiltInAttributes.TransferAction) is { } transfer
        && verbs.Members.Contains(transfer);

    // Data whose place nobody has named is not thereby abroad.
    private Region NamedLocation() => _location?.Taxonomy is { } places
        ? _regions.Between(compiler.Space.VariableOf(_location), 0, places.NodeCount - 1)
        : _regions.Full;

    private Region Recipient(BoundClause meaning) =>
        _recipient is null || meaning.Recipients.IsEmpty ? _regions.Full : compiler.Any(_recipient, meaning.Recipients);

    private Region Place(BoundClause meaning) => _regions.And(Slot(_location, meaning.In), Slot(_location, meaning.Outside));

    private Region Manner(BoundClause meaning)
    {
        Region manner = meaning.With is null ? _regions.Full : compiler.Condition(meaning.With);
        if (meaning.Within is { } within)
        {
            manner = _regions.And(manner, _regions.Between(compiler.Space.VariableOfClock(within.Name), 0, within.Length));
        }

        if (meaning.NotBefore is { } notBefore)
        {
            manner = _regions.And(
                manner, _regions.Between(compiler.Space.VariableOfClock(notBefore.Name), notBefore.Length, long.MaxValue));
        }

        return _notified is null ? manner : _regions.And(manner, compiler.All(_notified, meaning.Notifying));
    }

    private Region Slot(AttributeSymbol? attribute, BoundSet? set) =>
        attribute is null || set is null ? _regions.Full : compiler.InSet(attribute, set);
}
