using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Makes one clause of conduct.</summary>
internal sealed class ClauseWriter(Dice dice, Palette palette, ImmutableHashSet<Construct> constructs)
{
    public ClauseModel Write(string name)
    {
        bool keeps = constructs.Contains(Construct.Keeping) && dice.Percent(70);
        ImmutableArray<string> verbs = keeps ? ["transfer"] : dice.Some(palette.Verbs, 2);
        Modality modality = dice.One(
            Modality.Must, Modality.Must, Modality.Must, Modality.MustNot, Modality.MustNot, Modality.MustNot, Modality.MustNot, Modality.May, Modality.May, Modality.May,
            Modality.MayOnly, constructs.Contains(Construct.Waivers) ? Modality.NeedNot : Modality.Must,
            constructs.Contains(Construct.SoftLaw) ? Modality.Should : Modality.Must, constructs.Contains(Construct.SoftLaw) ? Modality.ShouldNot : Modality.MustNot);
        modality = keeps && (modality is Modality.Must or Modality.Should) && dice.Percent(80) ? Modality.MustNot : modality;
        bool transfer = verbs.All(v => v is "Send" or "transfer") && (palette.Has("origin") || palette.Has("destination")) && dice.Percent(keeps ? 95 : 75);
        ClauseModel clause = Slots(new ClauseModel(transfer ? ClauseKind.Transfer : ClauseKind.Sovereignty, name, modality, dice.Percent(4) && !transfer ? new AnySet() : new ListSet(false, verbs, [])));
        if (transfer && keeps)
        {
            clause = clause with { From = clause.From ?? ListSet.Of("XA"), To = clause.To ?? palette.Set(TaxonomyModel.Places) };
        }

        if (transfer && clause.From is null && clause.To is null)
        {
            clause = clause with { From = ListSet.Of("XA") };
        }

        if (modality == Modality.MayOnly && clause.When.IsEmpty && clause.Unless.IsEmpty)
        {
            clause = clause with { When = [palette.Combine(1)] };
        }

        if (modality == Modality.Must && !transfer && dice.Percent(20))
        {
            clause = clause with { OnlyIn = true, In = ListSet.Of(dice.One(palette.NamesOf(TaxonomyModel.Places))) };
        }

        bool waits = modality is Modality.Must or Modality.May or Modality.Should;
        return clause with
        {
            NotBefore = palette.Has("clock") && waits && dice.Percent(20) ? Wait() : null,
            Force = dice.Percent(10) ? [palette.SomeDays()] : [],
        };
    }

    /// <summary>A law-making clause.</summary>
    public ClauseModel Law(string name, Modality modality)
    {
        ClauseModel clause = Slots(new ClauseModel(ClauseKind.Norm, name, modality, new ListSet(false, dice.Some(palette.Verbs, 2), [])));
        bool isGuarantee = modality is Modality.PartiesMustAllow or Modality.PartiesMustNotProhibit or Modality.PartiesMustNotRequire;
        bool hasSubject = constructs.Contains(Construct.LawSubjects) && dice.Percent(70);
        return clause with
        {
            Subject = hasSubject ? ListSet.Of(dice.One(palette.NamesOf("role"))) : null,
            Of = hasSubject ? clause.Of : null,
            From = Own(clause.From),
            To = constructs.Contains(Construct.OtherParties) && dice.Percent(60) ? new PartiesSet(dice.Percent(30)) : clause.To,
            ToRoles = constructs.Contains(Construct.OtherParties) ? [] : clause.ToRoles,
            In = Own(clause.In),
            IsSoftLaw = constructs.Contains(Construct.SoftLawMaking) && modality < Modality.PartiesMayProhibit && dice.Percent(60),
            TowardsAnyone = constructs.Contains(Construct.TowardsAnyone) && isGuarantee && dice.Percent(60),
            NotEnforceable = dice.Percent(15) && modality is Modality.PartiesMustAllow or Modality.PartiesMustNotRequire,
        };

        SetExpression? Own(SetExpression? set) => set is not null && dice.Percent(40) ? new OwnTerritory() : set;
    }

    /// <summary>A clause of conduct that says the opposite of another, or does what that one is about, of much the same acts.</summary>
    public ClauseModel Echo(string name, ClauseModel of)
    {
        ClauseModel clause = Part(of) with { Name = name, Modality = Contrary(of.Modality) };
        clause = clause.Kind == ClauseKind.Transfer && clause.From is null && clause.To is null ? clause with { Kind = ClauseKind.Sovereignty } : clause;
        return clause.Modality is Modality.Must or Modality.May or Modality.Should ? clause : clause with { NotBefore = null };
    }

    /// <summary>A law-making clause with which no law complies where it complies with another one.</summary>
    public static ClauseModel Contrary(string name, ClauseModel of) => of with
    {
        Name = name,
        Modality = of.Modality switch
        {
            Modality.PartiesMustNotRequire => Modality.PartiesMustRequire,
            Modality.PartiesMustRequire => Modality.PartiesMustNotRequire,
            Modality.PartiesMustProhibit => Modality.PartiesMustAllow,
            _ => Modality.PartiesMustProhibit,
        },
        TowardsAnyone = false,
        NotEnforceable = false,
    };

    /// <summary>A leave from a guarantee, or from what a transposition duty leaves open, for much the same acts.</summary>
    public ClauseModel Leave(string name, Modality modality, ClauseModel from) => Part(from) with { Name = name, Kind = ClauseKind.Norm, Modality = modality };

    /// <summary>A pattern of much the same acts as a clause.</summary>
    public ClauseModel Pattern(ClauseModel of) => WithoutAny(Part(of) with { Name = "P", Kind = ClauseKind.Sovereignty, Modality = Modality.Must, Verbs = of.Verbs is ListSet ? of.Verbs : new ListSet(false, dice.Some(palette.Verbs, 2), []) });

    private Modality Contrary(Modality modality) => modality switch
    {
        Modality.Must => constructs.Contains(Construct.Waivers) && dice.Percent(40) ? Modality.NeedNot : Modality.MustNot,
        Modality.Should => Modality.ShouldNot,
        Modality.MustNot => dice.One(Modality.May, Modality.Must),
        Modality.ShouldNot => dice.One(Modality.Should, Modality.Must),
        Modality.NeedNot or Modality.PartiesMustNotRequire or Modality.PartiesMustRequire or Modality.PartiesMayRequire => Modality.Must,
        _ => Modality.MustNot,
    };

    // Some of the slots of a clause, and nothing that only suits the clause itself.
    private ClauseModel Part(ClauseModel of) => new(of.Kind == ClauseKind.Norm ? ClauseKind.Sovereignty : of.Kind, of.Name, of.Modality, of.Verbs)
    {
        Subject = Some(of.Subject),
        Of = of.Subject is null || of.Of is null || Edit.NoOrganisation(of.Of) is null ? Some(of.Of) : null,
        Collected = Some(of.Collected),
        Object = Some(of.Object),
        From = Some(of.From),
        To = Some(of.To),
        In = Some(of.In),
        For = Some(of.For),
        Against = Some(of.Against),
        Where = [.. of.Where.Where(_ => dice.Percent(60))],
        When = [.. of.When.Where(_ => dice.Percent(60))],
        Unless = [.. of.Unless.Where(_ => dice.Percent(60))],
        With = dice.Percent(60) ? of.With : null,
        Within = dice.Percent(60) ? of.Within : null,
    };

    private SetExpression? Some(SetExpression? set) => set is OwnTerritory or PartiesSet || dice.Percent(40) ? null : set;

    // In a check, 'any' in front of the verb would be read as the verb.
    public ClauseModel Pattern() => WithoutAny(Slots(new ClauseModel(ClauseKind.Sovereignty, "P", Modality.Must, new ListSet(false, dice.Some(palette.Verbs, 2), []))));

    private ClauseModel Slots(ClauseModel clause) => clause with
    {
        Subject = Inside(Maybe("actor", "role")),
        Of = constructs.Contains(Construct.Organisations) && dice.Percent(40) ? Organisation() : Maybe("home", TaxonomyModel.Places),
        Collected = palette.Has("collected") && dice.Percent(60) ? palette.Set(TaxonomyModel.Places) : null,
        Where = constructs.Contains(Construct.Where) && dice.Percent(50) ? [palette.Combine(1)] : [],
        Object = Inside(Maybe("data", "data")),
        From = Maybe("origin", TaxonomyModel.Places),
        To = Maybe("destination", TaxonomyModel.Places) is { } to ? to : palette.Has("recipient") && dice.Percent(40) ? new AnySet() : null,
        In = Maybe("location", TaxonomyModel.Places),
        For = Maybe("purpose", "purpose"),
        Against = Maybe("target", "target"),
        When = palette.Has("when") && dice.Percent(50) ? [palette.Combine(2)] : [],
        Unless = palette.Has("when") && dice.Percent(25) ? [palette.Combine(1)] : [],
        With = palette.Has("with") && dice.Percent(50) ? palette.Combine(1) : null,
        Within = palette.Has("clock") && dice.Percent(60) ? Deadline() : null,
        Notifying = palette.Has("notified") && dice.Percent(50) ? dice.Some(palette.NamesOf("role"), 2) : [],
        ApprovedBy = palette.Has("approvals") && dice.Percent(50) ? dice.Some(palette.NamesOf("role"), 2) : [],
    } is var c && c.To is not null && palette.Has("recipient") && dice.Percent(60) ? c with { ToRoles = dice.Some(palette.NamesOf("role"), 2) } : c;

    private Duration Deadline() => Since(dice.One(24L, 72), dice.One(1L, 2, 3), dice.Percent(40) ? "fa" : null);

    private Duration Wait() => Since(dice.One(24L, 240, constructs.Contains(Construct.Months) ? 1600 : 100), dice.One(1L, 2), dice.Percent(20) ? "fa" : null);

    private Duration Since(long hours, long count, string? @event)
    {
        List<ClockUnit> units = [ClockUnit.Hours, ClockUnit.Hours, ClockUnit.Days, ClockUnit.Days, ClockUnit.Weeks];
        units.AddRange(constructs.Contains(Construct.Months) ? [ClockUnit.Months, ClockUnit.Months, ClockUnit.Months, ClockUnit.Months, ClockUnit.Months, ClockUnit.Years] : []);
        units.AddRange(constructs.Contains(Construct.WorkingDays) ? [.. Enumerable.Repeat(ClockUnit.WorkingDays, 6)] : []);
        ClockUnit unit = dice.One(units);
        return new Duration(unit == ClockUnit.Hours ? hours : count, unit, @event);
    }

    private static ClauseModel WithoutAny(ClauseModel pattern) => pattern.Subject is AnySet or null ? pattern with { Subject = null, Of = null } : pattern;

    private SetExpression Organisation() => dice.Percent(20) ? new AnyOrganisation() : new ListSet(dice.Percent(20), ["Oa"], []);

    // Subjects and objects cannot begin with 'outside'.
    private static SetExpression? Inside(SetExpression? set) => set is ListSet list ? list with { Outside = false } : set;

    private SetExpression? Maybe(string slot, string taxonomy) => palette.Has(slot) && dice.Percent(60) ? palette.Set(taxonomy) : null;
}
