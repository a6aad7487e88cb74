using PolicyLang.Oracle.Model;

namespace PolicyLang.Oracle.Tests.Generation;

/// <summary>Makes one workspace.</summary>
internal sealed class LawWriter
{
    private readonly Dice _dice;
    private readonly ImmutableHashSet<Construct> _constructs;
    private readonly Palette _palette;
    private readonly ClauseWriter _clauses;
    private readonly List<FrameworkModel> _frameworks = [];
    private readonly ImmutableArray<OrganisationModel> _organisations;
    private TreatyWriter? _treaties;

    public LawWriter(Dice dice, ImmutableHashSet<Construct> constructs)
    {
        _dice = dice;
        _constructs = constructs;
        _palette = new Palette(dice, constructs);
        _clauses = new ClauseWriter(dice, _palette, constructs);
        _organisations = constructs.Contains(Construct.Policies) ? [new("Oa", dice.Some(["XA", "XB"], 2))] : [];
    }

    public LawModel Write()
    {
        if (_constructs.Contains(Construct.LawMaking))
        {
            _treaties = new TreatyWriter(_dice, _palette, _clauses);
            _frameworks.Add(_treaties.Framework());
        }

        int count = 1 + _dice.Below(3);
        for (int i = 0; i < count; i++)
        {
            _frameworks.Add(Framework(i));
        }

        var law = new LawModel(Words.Taxonomies, Words.Attributes, [.. _frameworks])
        {
            Blocs = [.. _palette.Blocs, .. _treaties?.Blocs ?? []],
            Parties = _treaties?.Parties() ?? [],
            Defines = _palette.Defines,
            Organisations = _organisations,
            Principles = _dice.Percent(25) ? _dice.One<ImmutableArray<Principle>>([Principle.Specialis, Principle.Superior], [Principle.Posterior], [Principle.Superior, Principle.Posterior, Principle.Specialis]) : null,
        };
        return law with { Checks = [.. Checks()] };
    }

    private FrameworkModel Framework(int number)
    {
        string name = $"F{number}";
        List<string> authorities = ["XA", "XA", "XB", .. _palette.Blocs.Where(b => b.Supranational).Select(b => b.Name), .. _organisations.Select(o => o.Name)];
        string authority = _dice.One(authorities);
        var clauses = new List<ClauseModel>();
        int count = 1 + _dice.Below(3);
        for (int i = 0; i < count; i++)
        {
            clauses.Add(Precede(_clauses.Write($"C{i}"), name, authority, clauses));
        }

        bool isOrganisation = _organisations.Any(o => o.Name == authority);
        return new FrameworkModel(name, authority, [.. clauses])
        {
            Rank = isOrganisation && _dice.Percent(70) ? Rank.Policy
                : _dice.Percent(40) ? _dice.One(Rank.Constitution, Rank.Treaty, Rank.Statute, Rank.Regulation, _constructs.Contains(Construct.SoftLaw) ? Rank.Guideline : Rank.Decision) : null,
            Force = _dice.Percent(96) ? [.. Enumerable.Range(0, _dice.Percent(15) ? 2 : 1).Select(_ => _palette.SomeDays())] : [],
            Replaces = _frameworks.Count > 0 && _dice.Percent(20) ? [_dice.One(_frameworks).Name] : [],
            Implements = _frameworks.Count > 0 && _dice.Percent(15) ? [_dice.One(_frameworks).Name] : [],
        };
    }

    // Later clauses prevail over earlier ones, so that there is no circle.
    private ClauseModel Precede(ClauseModel clause, string framework, string authority, List<ClauseModel> before)
    {
        List<string> own = [.. before.Select(c => $"{framework}.{c.Name}")];
        List<string> reachable = [.. own, .. _frameworks.Where(f => f.Name != TreatyWriter.Name && Reaches(authority, f.Authority)).SelectMany(f => f.Clauses.Select(c => $"{f.Name}.{c.Name}").Append(f.Name))];
        List<string> all = [.. own, .. _frameworks.Where(f => f.Name != TreatyWriter.Name).SelectMany(f => f.Clauses.Select(c => $"{f.Name}.{c.Name}"))];
        if (reachable.Count > 0 && clause.Modality == Modality.May && _constructs.Contains(Construct.Exemptions) && _dice.Percent(30))
        {
            return clause with { ExemptFrom = _dice.Some(reachable, 2) };
        }

        if (_treaties is not null && _dice.Percent(25))
        {
            clause = _treaties.Answer(clause);
        }

        if (reachable.Count > 0 && _dice.Percent(12))
        {
            return clause with { PrevailsOver = _dice.Some(reachable, 2) };
        }

        if (reachable.Count > 0 && _dice.Percent(5))
        {
            return clause with { Notwithstanding = _dice.Some(reachable, 1) };
        }

        if (all.Count > 0 && _dice.Percent(25))
        {
            Subordinate(_dice.One(all), $"{framework}.{clause.Name}", framework, before);
        }

        return clause;
    }

    private bool Reaches(string upper, string lower) =>
        upper == lower || _organisations.Any(o => o.Name == lower && o.Under.Contains(upper)) || (upper == "Ba" && lower is "XA" or "XB" && _palette.Blocs.Any(b => b.Supranational && b.Members.Any(m => m.Places.Contains(lower))));

    // The earlier clause says that it is subject to the later one.
    private void Subordinate(string lower, string upper, string framework, List<ClauseModel> before)
    {
        string[] parts = lower.Split('.');
        if (parts[0] == framework)
        {
            int i = before.FindIndex(c => c.Name == parts[1]);
            before[i] = before[i] with { SubjectTo = before[i].SubjectTo.Add(upper) };
            return;
        }

        int f = _frameworks.FindIndex(x => x.Name == parts[0]);
        _frameworks[f] = _frameworks[f] with
        {
            Clauses = [.. _frameworks[f].Clauses.Select(c => c.Name == parts[1] ? c with { SubjectTo = c.SubjectTo.Add(upper) } : c)],
        };
    }

    private IEnumerable<CheckModel> Checks()
    {
        for (int i = 0; i < 2; i++)
        {
            ClauseModel pattern = _clauses.Pattern();
            yield return new CheckModel($"check {i}", _dice.Percent(30), _dice.One("permitted", "prohibited", "conflicting", "regulated"), pattern);
        }
    }
}
