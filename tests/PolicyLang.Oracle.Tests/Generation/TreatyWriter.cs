using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Makes an instrument about the law of its parties.</summary>
internal sealed class TreatyWriter(Dice dice, Palette palette, ClauseWriter clauses)
{
    public const string Name = "L0";

    private readonly List<ClauseModel> _clauses = [];

    // Whoever invokes prevails over the guarantee, and whoever is subject to it yields: both in one workspace could make a circle.
    private readonly bool _isInvoked = dice.Percent(40);

    public ImmutableArray<BlocModel> Blocs { get; } =
        [new("Tr", dice.Percent(30), [new MemberModel(["XA"], dice.One(palette.Days)), new MemberModel(["XB"], dice.Percent(50) ? null : dice.One(palette.Days), dice.Percent(30) ? new DateOnly(2023, 3, 15) : null)])];

    public FrameworkModel Framework()
    {
        int count = 1 + dice.Below(2);
        for (int i = 0; i < count; i++)
        {
            _clauses.Add(clauses.Law($"G{i}", dice.One(
                Modality.PartiesMustAllow, Modality.PartiesMustNotProhibit, Modality.PartiesMustNotRequire, Modality.PartiesMustNotRequire, Modality.PartiesMustProhibit, Modality.PartiesMustRequire)));
        }

        if (dice.Percent(40))
        {
            ClauseModel leave = clauses.Law("E0", _clauses[0].Modality is Modality.PartiesMustNotRequire or Modality.PartiesMustProhibit ? Modality.PartiesMayRequire : Modality.PartiesMayProhibit);
            _clauses.Add(dice.Percent(70) ? leave with { PrevailsOver = [$"{Name}.G0"] } : leave);
        }

        return new FrameworkModel(Name, dice.One("Tr", "Tr", "Tr", "XA"), [.. _clauses])
        {
            Rank = dice.Percent(80) ? Rank.Treaty : dice.Percent(30) ? Rank.Guideline : null,
            Force = [palette.SomeDays()],
            Parties = dice.Percent(25) ? ListSet.Of("XA", "XB") : null,
        };
    }

    /// <summary>How a clause of a party's law may speak of the instrument.</summary>
    public ClauseModel Answer(ClauseModel clause) => _isInvoked
        ? _clauses.Exists(c => c.Name == "E0") ? clause with { Invoking = [$"{Name}.E0"] } : clause
        : clause with { SubjectTo = clause.SubjectTo.Add($"{Name}.G0") };

    public ImmutableArray<PartyModel> Parties()
    {
        if (!dice.Percent(40))
        {
            return [];
        }

        ImmutableArray<string> reserving = dice.Percent(50) ? [$"{Name}.G0"] : [];
        return [new PartyModel(dice.One("XA", "XC"), [new AdoptionModel(
            Name, dice.One(palette.Days), dice.Percent(30) ? new DateOnly(2023, 3, 15) : null, dice.Percent(40) ? ["XB"] : [], reserving, reserving.IsEmpty || dice.Percent(50) ? null : new DateOnly(2021, 7, 1))])];
    }
}
