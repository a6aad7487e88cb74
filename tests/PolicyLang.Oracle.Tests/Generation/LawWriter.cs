using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Text;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Makes one workspace.</summary>
internal sealed class LawWriter
{
    private readonly Dice _dice;
    private readonly ImmutableHashSet<Construct> _constructs;
    private readonly Palette _palette;
    private readonly ClauseWriter _clauses;
    private readonly PrecedenceWriter _precedence;
    private readonly List<FrameworkModel> _frameworks = [];
    private readonly ImmutableArray<OrganisationModel> _organisations;
    private readonly TreatyWriter? _treaties;

    /// <param name="dice">Chooses.</param>
    /// <param name="constructs">What may be used.</param>
    /// <param name="failed">How many workspaces were too large before this one.</param>
    public LawWriter(Dice dice, ImmutableHashSet<Construct> constructs, int failed)
    {
        _dice = dice;
        _constructs = constructs;
        _palette = new Palette(dice, constructs, failed);
        _clauses = new ClauseWriter(dice, _palette, constructs);
        _organisations = constructs.Overlaps([Construct.Policies, Construct.Organisations, Construct.OrganisationConditions])
            ? [new("Oa", dice.Percent(85) ? dice.Some(["XA", "XB"], 2) : []), .. constructs.Contains(Construct.OrganisationConditions) || dice.Percent(40) ? [new OrganisationModel("Ob", ["Oa", .. dice.Some(["XB", "XC"], 1)])] : Array.Empty<OrganisationModel>()]
            : [];
        _treaties = constructs.Contains(Construct.LawMaking) ? new TreatyWriter(dice, _palette, _clauses, constructs) : null;
        _precedence = new PrecedenceWriter(dice, constructs, [.. _palette.Blocs, .. _treaties?.Blocs ?? []], _organisations, _frameworks);
    }

    /// <summary>The workspace; null where its clauses would prevail in a circle.</summary>
    public LawModel? Write()
    {
        int count = _constructs.Overlaps([Construct.Policies, Construct.Repeals, Construct.Under]) ? 2 + _dice.Below(2) : 1 + _dice.Below(3);
        for (int i = 0; i < count; i++)
        {
            _frameworks.Add(Framework(i));
        }

        string[] authorities = [.. _frameworks.Select(f => f.Authority).Distinct()];
        var law = new LawModel(Words.Taxonomies, Words.Attributes, [.. _treaties?.Frameworks ?? [], .. _frameworks])
        {
            Blocs = [.. _palette.Blocs, .. _palette.Lists, .. _treaties?.Blocs ?? []],
            Parties = _treaties?.Parties(_frameworks) ?? [],
            Defines = _palette.Defines,
            Assumptions = _constructs.Contains(Construct.Assumptions) ? [new(_palette.Combine(1), _dice.Percent(60) ? _palette.Combine(1) : null)] : [],
            Organisations = _organisations,
            Principles = _dice.Percent(25) ? Principles() : null,
            PrinciplesOfOrders = _constructs.Contains(Construct.OwnPrinciples)
                ? authorities.ToImmutableDictionary(a => a, _ => Principles())
                : ImmutableDictionary<string, ImmutableArray<Principle>>.Empty,
        };
        law = _treaties?.Subject(law) ?? law;
        return Circles.AreIn(law) ? null : law with { Checks = [.. Checks()], ConflictChecks = [.. ConflictChecks(law)] };
    }

    private ImmutableArray<Principle> Principles() => _dice.One<ImmutableArray<Principle>>(
        [Principle.Specialis, Principle.Superior], [Principle.Posterior], [Principle.Posterior, Principle.Superior], [Principle.Superior, Principle.Posterior, Principle.Specialis]);

    private FrameworkModel Framework(int number)
    {
        string name = $"F{number}";
        List<string> authorities =
        [
            "XA", "XA", "XB", .. _palette.Blocs.Where(b => b.Supranational).Select(b => b.Name), .. _treaties?.Authorities ?? [],
            .. _constructs.Contains(Construct.Policies) ? _organisations.SelectMany(o => new[] { o.Name, o.Name }) : [],
        ];
        bool follows = _frameworks.Count > 0 && _constructs.Overlaps([Construct.Repeals, Construct.OwnPrinciples]) && _dice.Percent(60);
        string authority = follows ? _dice.One(_frameworks).Authority : _dice.One(authorities);
        var clauses = new List<ClauseModel>();
        int count = 1 + _dice.Below(3);
        for (int i = 0; i < count; i++)
        {
            ClauseModel[] others = [.. clauses, .. _frameworks.SelectMany(f => f.Clauses), .. _treaties?.Frameworks.SelectMany(f => f.Clauses) ?? []];
            ClauseModel[] above = [.. _frameworks.Where(f => _organisations.Any(o => o.Name == authority && o.Under.Contains(f.Authority))).SelectMany(f => f.Clauses)];
            others = above.Length > 0 && _dice.Percent(80) ? above : others;
            ClauseModel? answered = _treaties is not null && _dice.Percent(30) ? _treaties.Frameworks[0].Clauses[0] : null;
            ClauseModel clause = answered is not null ? _clauses.Echo($"C{i}", answered)
                : others.Length > 0 && _dice.Percent(Words.IsOrganisation(authority) ? 75 : 35) ? _clauses.Echo($"C{i}", _dice.One(others))
                : _clauses.Write($"C{i}");
            clause = _treaties is not null && _dice.Percent(answered is not null && _constructs.Contains(Construct.Invocations) ? 75 : 25) ? _treaties.Answer(clause) : clause;
            clauses.Add(_precedence.Precede(clause, name, authority, clauses));
        }

        bool isOrganisation = Words.IsOrganisation(authority);
        ImmutableArray<Days> force = _dice.Percent(96) ? [.. Enumerable.Range(0, _dice.Percent(15) ? 2 : 1).Select(_ => _palette.SomeDays())] : [];
        for (int i = 0; i < 5 && follows && !PrecedenceWriter.BeginsAfter(force, _frameworks); i++)
        {
            force = [_palette.SomeDays()];
        }

        return new FrameworkModel(name, authority, [.. clauses])
        {
            Rank = isOrganisation && _dice.Percent(80) ? _dice.Percent(50) ? Rank.Policy : null
                : _dice.Percent(40) ? _dice.One(Rank.Constitution, Rank.Treaty, Rank.Statute, Rank.Regulation, _constructs.Contains(Construct.SoftLaw) ? Rank.Guideline : Rank.Decision) : null,
            Force = force,
            Replaces = _frameworks.Count > 0 && _dice.Percent(20) ? [_dice.One(_frameworks).Name] : [],
            Implements = _frameworks.Count > 0 && _dice.Percent(15) ? [_dice.One(_frameworks).Name] : [],
            Repeals = _constructs.Contains(Construct.Repeals) ? _precedence.Repeals(authority, force) : [],
        };
    }

    private IEnumerable<CheckModel> Checks()
    {
        ClauseModel[] clauses = [.. _frameworks.SelectMany(f => f.Clauses)];
        for (int i = 0; i < 2; i++)
        {
            IReadOnlyList<string> law = [.. _frameworks.Select(f => f.Name), .. _frameworks.Select(f => f.Authority)];
            yield return new CheckModel($"check {i}", _dice.Percent(30), _dice.One("permitted", "prohibited", "conflicting", "regulated"), _dice.Percent(50) ? _clauses.Pattern(_dice.One(clauses)) : _clauses.Pattern())
            {
                Under = _constructs.Contains(Construct.Under) && _dice.Percent(85) ? [.. _dice.Some(law, _dice.Percent(70) ? 1 : 2).Distinct()] : [],
            };
        }
    }

    private IEnumerable<ConflictCheckModel> ConflictChecks(LawModel law)
    {
        if (!_constructs.Contains(Construct.ConflictChecks))
        {
            yield break;
        }

        string[] sides = [.. law.Frameworks.SelectMany(f => f.Clauses.Select(c => $"{f.Name}.{c.Name}").Append(f.Name).Append(_constructs.Contains(Construct.SidesOfOrders) ? PolicyText.LawOf + f.Authority : f.Name)).Distinct()];
        ImmutableArray<string> between = _dice.Some(sides, 2);
        if (between.Length == 2)
        {
            yield return new ConflictCheckModel("between", between);
        }

        if (_treaties is not null)
        {
            yield return new ConflictCheckModel("breach", [], _dice.One(_treaties.Frameworks).Name, _dice.Percent(80) && _constructs.Contains(Construct.SidesOfOrders) ? _dice.One("XA", "XB", "XC") : null);
        }
    }
}
