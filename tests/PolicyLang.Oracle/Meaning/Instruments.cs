using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>A party, or a member of a bloc that is one, whose law is looked at.</summary>
/// <param name="Names">The party, and the member where it is one of a bloc.</param>
/// <param name="IsBound">Whether it is bound in a case, whatever the counterpart.</param>
/// <param name="IsLaw">Whether an order is part of its law.</param>
public sealed record Bound(ImmutableArray<string> Names, Func<Case, bool> IsBound, Func<string, Func<Case, bool>> IsLaw);

/// <summary>The parties to each framework.</summary>
public sealed class Instruments(Sentences sentences)
{
    private readonly Dictionary<string, Parties> _parties = [];
    private readonly Orders _orders = new(sentences);
    private readonly Dictionary<(Rule Prohibition, string Order), ImmutableArray<Bound>> _forbidden = [];
    private readonly Dictionary<Rule, ImmutableArray<Bound>> _demanded = [];

    public Parties Of(FrameworkModel framework)
    {
        if (!_parties.TryGetValue(framework.Name, out Parties? parties))
        {
            _parties[framework.Name] = parties = new Parties(sentences, framework);
        }

        return parties;
    }

    /// <summary>Whom a prohibition of conduct binds in whose law an order is.</summary>
    public ImmutableArray<Bound> Forbidden(Rule prohibition, string order) => _forbidden.GetValueOrDefault((prohibition, order), []);

    /// <summary>Whose law a duty to make law looks at: that of its party, or of each member of it by itself.</summary>
    public ImmutableArray<Bound> Demanded(Rule duty) => _demanded[duty];

    /// <summary>The places that are reached when the member lines of a bloc that is a party are followed.</summary>
    public IEnumerable<Party> MembersOf(Rule rule, Party bloc) => Of(rule.Framework).MembersOf(bloc);

    /// <summary>The parties to which a guarantee is owed in a case.</summary>
    public Func<Case, IEnumerable<string>> OwedTo(Rule guarantee) => guarantee.Part.Party is { } party ? Of(guarantee.Framework).OwedTo(guarantee.Source, party) : _ => [];

    /// <summary>Works all of it out, so that what bears on it is noted.</summary>
    public void Prepare(ImmutableArray<Rule> rules)
    {
        foreach (Rule rule in rules.Where(r => r.Kind == RuleKind.Prohibition))
        {
            foreach (string order in rules.Where(r => r.Kind == RuleKind.Permission).Select(r => r.Order).Distinct())
            {
                _forbidden[(rule, order)] = [.. Of(rule.Framework).All.Select(p => Whole(rule, p, order))];
            }
        }

        string[] orders = [.. rules.Where(r => !r.IsLawMaking).Select(r => r.Order).Distinct()];
        foreach (Rule duty in rules.Where(r => r.Kind is RuleKind.DutyToProhibit or RuleKind.DutyToRequire))
        {
            Bound[] bound = duty.Part.Party is { IsBloc: true } bloc ? [.. Members(duty, bloc)] : duty.Part.Party is { } party ? [Whole(duty, party, null)] : [];
            _demanded[duty] = [.. bound];
            foreach (string order in orders)
            {
                bound.ToList().ForEach(b => b.IsLaw(order));
            }
        }
    }

    private Bound Whole(Rule rule, Party party, string? order) =>
        new([party.Name], Of(rule.Framework).IsBound(rule.Source, party, order), o => _orders.IsLawOf(party, o));

    // But not one that has reserved the duty.
    private IEnumerable<Bound> Members(Rule duty, Party bloc)
    {
        Parties parties = Of(duty.Framework);
        foreach (Party member in parties.MembersOf(bloc))
        {
            Func<Case, bool> bound = parties.IsBound(duty.Source, bloc, member.Name);
            Func<Case, bool> isMember = bloc.Has(member.Name);
            yield return new Bound([bloc.Name, member.Name], c => member.IsOn(c) && isMember(c) && bound(c), order => order == bloc.Name ? _ => true : _orders.IsLawOf(member, order));
        }
    }
}
