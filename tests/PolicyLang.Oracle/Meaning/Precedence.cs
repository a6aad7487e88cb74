using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 6: which rule prevails over which by which principle.</summary>
/// <param name="sentences">The meaning of sentences.</param>
/// <param name="instruments">The parties.</param>
/// <param name="rules">All rules.</param>
/// <param name="isProperPart">Whether the region of one rule without its days is a proper part of that of another.</param>
public sealed class Precedence(Sentences sentences, Instruments instruments, Func<IEnumerable<Rule>> rules, Func<Rule, Rule, bool> isProperPart)
{
    private static readonly ImmutableArray<Principle> Usual = [Principle.Superior, Principle.Specialis, Principle.Posterior];

    private readonly LawModel _law = sentences.Lexicon.Law;
    private readonly Excuses _excuses = new(sentences, instruments, rules);

    public Orders Orders { get; } = new(sentences);

    /// <summary>How many rounds there are, that of the explicit principle counted in.</summary>
    public int Rounds => 1 + _law.PrinciplesOfOrders.Values.Append(Workspace).Max(p => p.Length);

    /// <summary>Whether higher legal orders prevail over lower ones at all.</summary>
    public bool UsesSuperior => Workspace.Contains(Principle.Superior);

    private ImmutableArray<Principle> Workspace => _law.Principles ?? Usual;

    /// <summary>Works out which order stands above which, and who is excused, so that all that bears on it is noted.</summary>
    public void Prepare()
    {
        string[] orders = [.. rules().Select(r => r.Order).Distinct()];
        foreach (string upper in orders)
        {
            foreach (string lower in orders.Concat(rules().Select(r => r.Part.Party?.Name).Concat(_law.ConflictChecks.Select(c => c.Party)).OfType<string>()).Distinct())
            {
                _ = Orders.Above(upper, lower);
            }
        }

        _excuses.Prepare();
    }

    /// <summary>Whether a measure is excused from a guarantee in a case.</summary>
    public bool IsExcused(Rule guarantee, Rule measure, Case c) => _excuses.Excuse(guarantee, measure, c);

    /// <summary>The principle by which a rule prevails over another in a round; null where it does not.</summary>
    /// <param name="round">The round; 0 is that of the explicit principle.</param>
    /// <param name="r">The rule that may prevail.</param>
    /// <param name="s">The rule that may fall.</param>
    /// <param name="c">The case.</param>
    /// <param name="alone">Whether legal orders are taken by themselves (section 8).</param>
    public Principle? Prevails(int round, Rule r, Rule s, Case c, bool alone = false) =>
        PrincipleOf(round, r, s) is { } principle && Prevails(principle, r, s, c, alone) ? principle : null;

    /// <summary>Whether a rule is more special than another that it opposes.</summary>
    public bool IsMoreSpecial(Rule r, Rule s, Case c) => Prevails(Principle.Specialis, r, s, c, alone: false);

    private Principle? PrincipleOf(int round, Rule r, Rule s)
    {
        if (round == 0)
        {
            return Principle.Explicit;
        }

        ImmutableArray<Principle> list = r.Order == s.Order ? _law.PrinciplesOfOrders.GetValueOrDefault(r.Order, Workspace) : Workspace;
        Principle? principle = round <= list.Length ? list[round - 1] : null;
        return r.Order == s.Order || principle == Principle.Superior ? principle : null;
    }

    private bool Prevails(Principle principle, Rule r, Rule s, Case c, bool alone)
    {
        // A draft changes no law that is in force.
        if (r.Framework.Force.IsEmpty && !s.Framework.Force.IsEmpty)
        {
            return false;
        }

        // A soft rule prevails over soft rules only, and none of conduct over one about law.
        if (!(principle == Principle.Explicit ? r.OpposesExplicitly(s) : r.Opposes(s)) || (r.IsSoft && !s.IsSoft) || (s.IsLawMaking && !r.IsLawMaking) || (r.IsGuarantee && !s.IsLawMaking && IsExcused(r, s, c)))
        {
            return false;
        }

        if (principle == Principle.Explicit)
        {
            return Claims.Prevails(r.Place, s.Place) && (Claims.Names(s.Source.SubjectTo, s.Framework, r.Place) || Reaches(r, s, c));
        }

        // An exemption lifts what it names and nothing else.
        if (r.IsWeak || r.Kind == RuleKind.Exemption)
        {
            return false;
        }

        return principle switch
        {
            Principle.Superior => !(alone && (r.Order != s.Order || r.IsGuarantee)) && IsSuperior(r, s, c),
            Principle.Specialis => r.Order == s.Order && r.Rank == s.Rank && isProperPart(r, s),
            _ => IsPosterior(r, s),
        };
    }

    private bool Reaches(Rule r, Rule s, Case c) => r.Order == s.Order || Orders.Above(r.Order, s.Order)(c);

    private bool IsSuperior(Rule r, Rule s, Case c)
    {
        if (r.Order == s.Order)
        {
            return r.Rank < s.Rank;
        }

        return r.Kind is (RuleKind.Prohibition or RuleKind.Obligation or RuleKind.AllowGuarantee or RuleKind.WaiverGuarantee) && Orders.Above(r.Order, s.Order)(c);
    }

    private static bool IsPosterior(Rule r, Rule s) =>
        r.Order == s.Order && r.FirstDay > s.FirstDay
        && (r.Framework.Name == s.Framework.Name || r.Framework.Replaces.Contains(s.Framework.Name));
}
