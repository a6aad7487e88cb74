using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Makes instruments about the law of their parties, and what parties say of them.</summary>
internal sealed class TreatyWriter
{
    public const string Name = "L0";
    public const string Second = "L1";
    public const string Union = "Su";

    private const string Treaty = "Tr";

    private readonly Dice _dice;
    private readonly Palette _palette;
    private readonly ClauseWriter _clauses;
    private readonly ImmutableHashSet<Construct> _constructs;
    private readonly List<FrameworkModel> _frameworks = [];

    public TreatyWriter(Dice dice, Palette palette, ClauseWriter clauses, ImmutableHashSet<Construct> constructs)
    {
        (_dice, _palette, _clauses, _constructs) = (dice, palette, clauses, constructs);
        DateOnly? end = dice.Percent(30) ? new DateOnly(2023, 3, 15) : null;
        Blocs = [new(Treaty, dice.Percent(25), [new MemberModel(["XA"], dice.One(palette.Days)), new MemberModel(["XB"], dice.Percent(50) ? null : dice.One(palette.Days), end)])];
        if (constructs.Contains(Construct.BlocParties))
        {
            Blocs = Blocs.Add(new(Union, true, [new MemberModel(["XA"], dice.Percent(40) ? dice.One(palette.Days) : null), new MemberModel([dice.One("XB", "XB", "XC")], null, end)]));
        }

        _frameworks.Add(Framework(Name));
        if (constructs.Contains(Construct.SecondTreaty))
        {
            _frameworks.Add(Framework(Second));
        }
    }

    public ImmutableArray<BlocModel> Blocs { get; }

    public IReadOnlyList<FrameworkModel> Frameworks => _frameworks;

    /// <summary>Orders of parties that may have law of their own.</summary>
    public IEnumerable<string> Authorities => Blocs.Where(b => b.Supranational).Select(b => b.Name).Concat(_constructs.Contains(Construct.Adoptions) ? ["XC", "XC"] : ["XC"]);

    public static bool IsTreaty(string framework) => framework is Name or Second;

    /// <summary>How a clause of a party's law may speak of the instrument.</summary>
    public ClauseModel Answer(ClauseModel clause)
    {
        string? leave = Leave(_dice.One(_frameworks));
        return _constructs.Contains(Construct.Invocations) && leave is not null && _dice.Percent(60)
            ? clause with { Invoking = [leave] }
            : clause with { SubjectTo = clause.SubjectTo.Add($"{Name}.G0") };
    }

    /// <summary>A guarantee may be subject to single measures.</summary>
    public LawModel Subject(LawModel law)
    {
        Modality contrary = _frameworks[0].Clauses[0].Modality == Modality.PartiesMustNotRequire ? Modality.Must : Modality.MustNot;
        string[] all = [.. Measures(_ => true)];
        string[] measures = [.. Measures(c => c.Modality == contrary)];
        measures = measures.Length > 0 && _dice.Percent(80) ? measures : all;
        IEnumerable<string> Measures(Func<ClauseModel, bool> isOne) => law.Frameworks.Where(f => !IsTreaty(f.Name)).SelectMany(f => f.Clauses.Where(isOne).Select(c => $"{f.Name}.{c.Name}"));
        return _constructs.Contains(Construct.SubjectGuarantees) && measures.Length > 0
            ? Edit.Frameworks(law, f => f.Name == Name ? f with { Clauses = [.. f.Clauses.Select(c => c.Name == "G0" ? c with { SubjectTo = [_dice.One(measures)] } : c)] } : f)
            : law;
    }

    /// <summary>What parties adopt, reserve and invoke.</summary>
    /// <param name="law">Frameworks of conduct.</param>
    public ImmutableArray<PartyModel> Parties(IEnumerable<FrameworkModel> law)
    {
        var parties = ImmutableArray.CreateBuilder<PartyModel>();
        string[] possible = ["XA", "XB", "XC", .. Blocs.Skip(1).Select(b => b.Name)];
        string[] concerned = [.. possible.Where(p => law.Any(f => f.Authority == p))];
        foreach (string name in _dice.Some(concerned.Length > 0 && _dice.Percent(85) ? concerned : possible, 2))
        {
            string[] own = [.. law.Where(f => f.Authority == name || (name == Union && f.Authority is "XA")).Select(f => f.Name)];
            ImmutableArray<AdoptionModel> adoptions = _constructs.Contains(Construct.Adoptions) && _dice.Percent(85) ? [Adoption(own)] : [];
            FrameworkModel treaty = _dice.One(_frameworks);
            ImmutableArray<InvocationModel> invocations = _constructs.Contains(Construct.Invocations) && own.Length > 0 && Leave(treaty) is { } leave && _dice.Percent(60)
                ? [new InvocationModel(leave, [_dice.One(own)], _dice.One(_palette.Days), _dice.Percent(40) ? new DateOnly(2023, 3, 15) : null)]
                : [];
            if (!adoptions.IsEmpty || !invocations.IsEmpty)
            {
                parties.Add(new PartyModel(name, adoptions) { Invocations = invocations });
            }
        }

        return parties.ToImmutable();
    }

    private AdoptionModel Adoption(string[] own)
    {
        FrameworkModel treaty = _dice.One(_frameworks);
        bool reserves = _constructs.Contains(Construct.Reservations) && _dice.Percent(60);
        bool excuses = _constructs.Contains(Construct.ReservationsFor) && own.Length > 0 && _dice.Percent(90);
        ImmutableArray<string> towards = _dice.Percent(40) ? [_dice.One(["XA", "XB", .. Blocs.Skip(1).Select(b => b.Name)])] : [];
        return new AdoptionModel(
            treaty.Name, _dice.One(_palette.Days), _dice.Percent(30) ? new DateOnly(2023, 3, 15) : null, towards,
            reserves || excuses ? [$"{treaty.Name}.{_dice.One(treaty.Clauses[0], _dice.One(treaty.Clauses)).Name}"] : [], (reserves || excuses) && _dice.Percent(50) ? new DateOnly(2021, 7, 1) : null)
        {
            ReservingFor = excuses ? [_dice.One(own)] : [],
        };
    }

    private static string? Leave(FrameworkModel treaty) => treaty.Clauses.Any(c => c.Name == "E0") ? $"{treaty.Name}.E0" : null;

    private FrameworkModel Framework(string name)
    {
        var clauses = new List<ClauseModel>();
        int count = 1 + _dice.Below(2);
        for (int i = 0; i < count; i++)
        {
            clauses.Add(_clauses.Law($"G{i}", _dice.One(
                Modality.PartiesMustAllow, Modality.PartiesMustNotProhibit, Modality.PartiesMustNotRequire, Modality.PartiesMustNotRequire, Modality.PartiesMustProhibit, Modality.PartiesMustRequire)));
        }

        if (count == 1 && _dice.Percent(_constructs.Contains(Construct.Drafts) ? 60 : 15))
        {
            clauses.Add(ClauseWriter.Contrary("G1", clauses[0]));
        }

        if (_constructs.Contains(Construct.Leaves) && _dice.Percent(80))
        {
            Modality modality = clauses[0].Modality is Modality.PartiesMustNotRequire or Modality.PartiesMustProhibit ? Modality.PartiesMayRequire : Modality.PartiesMayProhibit;
            ClauseModel leave = _dice.Percent(60) ? _clauses.Leave("E0", modality, clauses[0]) : _clauses.Law("E0", modality);
            leave = _constructs.Contains(Construct.SelfJudged) && _dice.Percent(75) ? leave with { When = [new FlagCondition("sa"), .. leave.When.Take(_dice.Below(2))] } : leave;
            clauses.Add(_dice.Percent(90) ? leave with { PrevailsOver = [$"{name}.G0"] } : leave);
        }

        if (_constructs.Contains(Construct.TreatyConduct) && _dice.Percent(70))
        {
            clauses.Add(_clauses.Write("K0") with { Modality = Modality.MustNot, OnlyIn = false, ExemptFrom = [], NotBefore = null });
        }

        bool isDraft = _constructs.Contains(Construct.Drafts) && _dice.Percent(50);
        string authority = _dice.One([Treaty, Treaty, "XA", .. Blocs.Skip(1).Select(b => b.Name)]);
        return new FrameworkModel(name, authority, [.. clauses])
        {
            Rank = _dice.Percent(80) ? Rank.Treaty : _dice.Percent(30) ? Rank.Guideline : null,
            Force = isDraft ? [] : [_palette.SomeDays()],
            Parties = PartiesOf(),
        };
    }

    private ListSet? PartiesOf()
    {
        string union = Blocs.Length > 1 ? Union : Treaty;
        ImmutableArray<string> except = _constructs.Contains(Construct.ExceptedParties) && _dice.Percent(70) ? [_dice.One("XA", "XB")] : [];
        return Blocs.Length > 1 && _dice.Percent(80) || !except.IsEmpty || _dice.Percent(25)
            ? new ListSet(false, _dice.One<ImmutableArray<string>>([union, "XC"], [union, "XB"], ["XA", "XB"], ["XA", union, "XC"]), except)
            : null;
    }
}
