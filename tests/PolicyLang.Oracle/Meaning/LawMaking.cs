using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 4: the rules of law-making clauses, for each party that may be bound.</summary>
public sealed class LawMaking(Sentences sentences)
{
    private readonly Parties _parties = new(sentences);
    private readonly Orders _orders = new(sentences);

    public IEnumerable<Part> Parts(FrameworkModel framework, ClauseModel clause)
    {
        foreach (string party in _parties.Possible(framework))
        {
            var reading = new Reading(Territory: new PlaceTerritory(sentences, party));
            var acts = new Acts(sentences.As(reading));
            Func<Case, bool> bound = _parties.IsBound(framework, clause, party);
            Func<Case, bool> towards = _parties.IsTowardsAnother(framework, clause, party);
            bool guarantees = clause.Modality is Modality.PartiesMustAllow or Modality.PartiesMustNotProhibit or Modality.PartiesMustNotRequire;
            bool Binds(Case c) => bound(c) && (!guarantees || towards(c));
            RuleKind kind = clause.Modality switch
            {
                Modality.PartiesMustAllow or Modality.PartiesMustNotProhibit => RuleKind.AllowGuarantee,
                Modality.PartiesMustNotRequire => RuleKind.WaiverGuarantee,
                Modality.PartiesMustProhibit => RuleKind.DutyToProhibit,
                Modality.PartiesMustRequire => RuleKind.DutyToRequire,
                Modality.PartiesMayProhibit => RuleKind.LeaveToProhibit,
                _ => RuleKind.LeaveToRequire,
            };
            var parts = new List<Part> { new(kind, Trigger(clause, acts), acts.Act(clause)) };
            if (kind is RuleKind.AllowGuarantee or RuleKind.LeaveToProhibit && Acts.HasKeeping(clause))
            {
                var kept = new Acts(sentences.As(reading with { Keeping = true }));
                parts.Add(new Part(kind, Trigger(clause, kept), kept.Kept(clause)) { IsKeeping = true });
            }

            // Not to demand storage here is not to prohibit storage elsewhere.
            if (clause.In is not null and not ListSet { Outside: true } && kind is RuleKind.WaiverGuarantee or RuleKind.LeaveToRequire)
            {
                parts.Add(new Part(kind == RuleKind.WaiverGuarantee ? RuleKind.AllowGuarantee : RuleKind.LeaveToProhibit, Trigger(clause, acts), acts.Elsewhere(clause)) { IsMirror = true });
            }

            foreach (string? order in Judged(framework, party, kind))
            {
                Func<Case, bool> isLaw = order is null ? _ => true : _orders.IsLawOf(party, order);
                foreach (Part part in parts)
                {
                    yield return part with { Party = party, Judged = order, Binds = c => Binds(c) && isLaw(c) };
                }
            }
        }
    }

    private static Func<Case, bool> Trigger(ClauseModel clause, Acts acts)
    {
        Func<Case, bool> who = acts.Who(clause);
        Func<Case, bool> conditions = acts.Conditions(clause);
        Func<Case, bool> approved = acts.Approved(clause);
        return c => who(c) && conditions(c) && approved(c);
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
