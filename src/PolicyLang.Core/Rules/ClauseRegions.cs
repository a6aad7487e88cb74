using PolicyLang.Regions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.Rules;

/// <summary>The regions that a clause's slots speak of: which restrict the trigger and which the act.</summary>
internal sealed class ClauseRegions(SemanticModel model, RegionCompiler compiler)
{
    // What the language reference counts as keeping data abroad.
    private static readonly string[] KeepingVerbs = ["store", "process", "access"];

    private readonly RegionSpace _regions = compiler.Space.Regions;
    private readonly AttributeSymbol? _actor = model.Attribute(BuiltInAttributes.Actor);
    private readonly AttributeSymbol? _home = model.Attribute(BuiltInAttributes.Home);
    private readonly AttributeSymbol? _action = model.Attribute(BuiltInAttributes.Action);
    private readonly AttributeSymbol? _origin = model.Attribute(BuiltInAttributes.Origin);
    private readonly AttributeSymbol? _destination = model.Attribute(BuiltInAttributes.Destination);
    private readonly AttributeSymbol? _location = model.Attribute(BuiltInAttributes.Location);
    private readonly AttributeSymbol? _recipient = model.Attribute(BuiltInAttributes.Recipient);
    private readonly AttributeSymbol? _purpose = model.Attribute(BuiltInAttributes.Purpose);
    private readonly AttributeSymbol? _target = model.Attribute(BuiltInAttributes.Target);
    private readonly AttributeSymbol? _elapsed = model.Attribute(BuiltInAttributes.Elapsed);
    private readonly AttributeSymbol? _notified = model.Attribute(BuiltInAttributes.Notified);
    private readonly AttributeSymbol? _approvals = model.Attribute(BuiltInAttributes.Approvals);

    /// <summary>Subject, object, <c>from</c>, <c>for</c>, <c>against</c>: what must be the case, conditions and approvals aside.</summary>
    public Region Trigger(BoundClause clause) => _regions.Intersection(
        Slot(_actor, clause.Subject),
        Slot(_home, clause.Of),
        Slot(clause.ObjectAttribute, clause.Object),
        Slot(_origin, clause.From),
        Slot(_purpose, clause.For),
        Slot(_target, clause.Against));

    /// <summary>Every <c>when</c> and every negated <c>unless</c>.</summary>
    public Region Conditions(BoundClause clause) => clause.Conditions.Aggregate(_regions.Full, (all, c) => _regions.And(all, compiler.Condition(c)));

    /// <summary>Approvals by all roles that <c>approved by</c> names; everything where it names none.</summary>
    public Region Approved(BoundClause clause) => _approvals is null ? _regions.Full : compiler.All(_approvals, clause.ApprovedBy);

    /// <summary>Verb, <c>to</c>, <c>in</c>, <c>outside</c>, <c>within</c>, <c>not before</c>, <c>notifying</c>, <c>with</c>.</summary>
    public Region Act(ClauseKind kind, BoundClause meaning) =>
        _regions.Intersection(Deed(kind, meaning), Place(meaning), Manner(meaning));

    /// <summary>The same act in any place but the one that <c>only in</c> names.</summary>
    public Region ActElsewhere(ClauseKind kind, BoundClause meaning) =>
        _regions.And(_regions.Minus(Deed(kind, meaning), Slot(_location, meaning.In)), Slot(_location, meaning.Outside));

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

        ImmutableArray<Symbol> opposed = [.. verbs.Members.OfType<NodeSymbol>().SelectMany(Opposites).Distinct()];
        Region act = _regions.And(compiler.Any(_action, opposed), _regions.And(Slot(_destination, meaning.To), Recipient(meaning)));
        return _regions.And(act, Place(meaning));
    }

    private static IEnumerable<Symbol> Opposites(NodeSymbol verb)
    {
        foreach (NodeSymbol node in verb.Taxonomy.Nodes)
        {
            if (node.Opposes is not { } other)
            {
                continue;
            }

            if (verb.IsWithin(node))
            {
                yield return other;
            }

            if (verb.IsWithin(other))
            {
                yield return node;
            }
        }
    }

    // A transfer clause with 'from' and 'to' also governs keeping the data there: storing, processing, accessing it abroad is a transfer.
    private Region Deed(ClauseKind kind, BoundClause meaning)
    {
        Region deed = _regions.And(Slot(_action, meaning.Verbs), Slot(_destination, meaning.To));
        if (kind == ClauseKind.Transfer && meaning.From is not null && meaning.To is not null && _action is not null)
        {
            ImmutableArray<Symbol> keeping = [.. KeepingVerbs.Select(n => _action.Taxonomy?.Find(n)).OfType<NodeSymbol>()];
            Region there = meaning.From is BoundAnySet ? _regions.Empty : _regions.Minus(Slot(_location, meaning.To), Slot(_location, meaning.From));
            there = _regions.And(there, NamedLocation());
            deed = _regions.Or(deed, _regions.And(compiler.Any(_action, keeping), there));
        }

        return _regions.And(deed, Recipient(meaning));
    }

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
            manner = _regions.And(manner, _regions.Between(Clock(within), 0, within.Hours));
        }

        if (meaning.NotBefore is { } notBefore)
        {
            manner = _regions.And(manner, _regions.Between(Clock(notBefore), notBefore.Hours, long.MaxValue));
        }

        return _notified is null ? manner : _regions.And(manner, compiler.All(_notified, meaning.Notifying));
    }

    private int Clock(BoundClock clock) => clock.Event is null && _elapsed is not null
        ? compiler.Space.VariableOf(_elapsed)
        : compiler.Space.VariableOfClock(BuiltInAttributes.ElapsedSince(clock.Event?.Name ?? string.Empty));

    private Region Slot(AttributeSymbol? attribute, BoundSet? set) => attribute is null || set is null ? _regions.Full : compiler.In(attribute, set);
}
