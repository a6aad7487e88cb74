using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 4: the rules of law-making clauses, for each party that may be bound.</summary>
public sealed class LawMaking(Sentences sentences)
{
    private readonly Acts _acts = new(sentences);
    private readonly Parties _parties = new(sentences);
    private readonly Orders _orders = new(sentences);

    public IEnumerable<(RuleKind Kind, Func<Case, bool> Trigger, Func<Case, bool> Act, Func<Case, bool> Binds, string Party, string? Judged)> Parts(FrameworkModel framework, ClauseModel clause)
    {
        foreach (string party in _parties.Possible(framework))
        {
            Func<Case, bool> who = _acts.Who(clause, party);
            Func<Case, bool> conditions = _acts.Conditions(clause);
            Func<Case, bool> approved = _acts.Approved(clause);
            Func<Case, bool> bound = _parties.IsBound(framework, clause, party);
            Func<Case, bool> towards = _parties.IsTowardsAnother(framework, clause, party);
            Func<Case, bool> act = _acts.Act(clause, party);
            bool guarantees = clause.Modality is Modality.PartiesMustAllow or Modality.PartiesMustNotProhibit or Modality.PartiesMustNotRequire;
            bool Binds(Case c) => bound(c) && (!guarantees || towards(c));
            bool Trigger(Case c) => who(c) && conditions(c) && approved(c);
            RuleKind kind = clause.Modality switch
            {
                Modality.PartiesMustAllow or Modality.PartiesMustNotProhibit => RuleKind.AllowGuarantee,
                Modality.PartiesMustNotRequire => RuleKind.WaiverGuarantee,
                Modality.PartiesMustProhibit => RuleKind.DutyToProhibit,
                Modality.PartiesMustRequire => RuleKind.DutyToRequire,
                Modality.PartiesMayProhibit => RuleKind.LeaveToProhibit,
                _ => RuleKind.LeaveToRequire,
            };
            ImmutableArray<string?> judged = [.. Judged(framework, party, kind)];
            foreach (string? order in judged)
            {
                yield return (kind, Trigger, act, In(order), party, order);
            }

            // Not to demand storage here is not to prohibit storage elsewhere.
            if (clause.In is not null and not ListSet { Outside: true } && kind is RuleKind.WaiverGuarantee or RuleKind.LeaveToRequire)
            {
                foreach (string? order in judged)
                {
                    yield return (kind == RuleKind.WaiverGuarantee ? RuleKind.AllowGuarantee : RuleKind.LeaveToProhibit, Trigger, _acts.Elsewhere(clause, party), In(order), party, order);
                }
            }

            Func<Case, bool> In(string? order)
            {
                Func<Case, bool> isLaw = order is null ? _ => true : _orders.IsLawOf(party, order);
                return c => Binds(c) && isLaw(c);
            }
        }
    }

    // A duty to make law looks at the party's law as a whole; a guarantee at each legal order in it but its own, which is not a member's doing.
    private IEnumerable<string?> Judged(FrameworkModel framework, string party, RuleKind kind)
    {
        bool duty = kind is RuleKind.DutyToProhibit or RuleKind.DutyToRequire;
        if (duty || kind is RuleKind.LeaveToProhibit or RuleKind.LeaveToRequire)
        {
            yield return null;
        }

        foreach (string order in duty ? [] : sentences.Lexicon.Law.Blocs.Where(b => b.Supranational && b.Name != framework.Authority).Select(b => b.Name).Prepend(party))
        {
            yield return order;
        }
    }
}
