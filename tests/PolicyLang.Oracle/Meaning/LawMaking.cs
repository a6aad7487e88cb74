using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 4: the rules of law-making clauses, for each party that may be bound.</summary>
public sealed class LawMaking(Sentences sentences, Instruments instruments)
{
    private readonly Orders _orders = new(sentences);

    public IEnumerable<Part> Parts(FrameworkModel framework, ClauseModel clause)
    {
        Parties parties = instruments.Of(framework);
        RuleKind kind = KindOf(clause.Modality);
        foreach (Party party in parties.All)
        {
            Func<Case, bool> owed = kind is RuleKind.AllowGuarantee or RuleKind.WaiverGuarantee ? parties.IsOwed(clause, party) : _ => true;
            List<Part> parts = [.. Parts(clause, kind, new Reading(Territory: parties.TerritoryOf(party)))];
            foreach (string? order in Judged(framework, kind))
            {
                Func<Case, bool> bound = parties.IsBound(clause, party, order);
                Func<Case, bool> isLaw = order is null ? _ => true : _orders.IsLawOf(party, order);
                foreach (Part part in parts)
                {
                    yield return part with { Party = party, Judged = order, Binds = c => isLaw(c) && bound(c) && owed(c) };
                }
            }
        }
    }

    private static RuleKind KindOf(Modality modality) => modality switch
    {
        Modality.PartiesMustAllow or Modality.PartiesMustNotProhibit => RuleKind.AllowGuarantee,
        Modality.PartiesMustNotRequire => RuleKind.WaiverGuarantee,
        Modality.PartiesMustProhibit => RuleKind.DutyToProhibit,
        Modality.PartiesMustRequire => RuleKind.DutyToRequire,
        Modality.PartiesMayProhibit => RuleKind.LeaveToProhibit,
        _ => RuleKind.LeaveToRequire,
    };

    private IEnumerable<Part> Parts(ClauseModel clause, RuleKind kind, Reading reading)
    {
        yield return Part(clause, kind, reading, (acts, c) => acts.Act(c));
        if (kind is RuleKind.AllowGuarantee or RuleKind.LeaveToProhibit && Acts.HasKeeping(clause))
        {
            yield return Part(clause, kind, reading with { Keeping = true }, (acts, c) => acts.Kept(c)) with { IsKeeping = true };
        }

        // Not to demand storage here is not to prohibit storage elsewhere.
        if (clause.In is not null and not ListSet { Outside: true } && kind is RuleKind.WaiverGuarantee or RuleKind.LeaveToRequire)
        {
            yield return Part(clause, kind == RuleKind.WaiverGuarantee ? RuleKind.AllowGuarantee : RuleKind.LeaveToProhibit, reading, (acts, c) => acts.Elsewhere(c)) with { IsMirror = true };
        }
    }

    private Part Part(ClauseModel clause, RuleKind kind, Reading reading, Func<Acts, ClauseModel, Func<Case, bool>> act)
    {
        var acts = new Acts(sentences.As(reading));
        var part = new Part(kind, Trigger(clause, acts), act(acts, clause));
        if (kind is not (RuleKind.LeaveToProhibit or RuleKind.LeaveToRequire))
        {
            return part;
        }

        var invoked = new Acts(sentences.As(reading with { IsInvoked = true }));
        ClauseModel bare = clause with { When = [], Unless = [], Where = [], ApprovedBy = [] };
        return part with { Invoked = And(Trigger(clause, invoked), act(invoked, clause)), Bare = And(Trigger(bare, acts), act(acts, bare)) };
    }

    private static Func<Case, bool> Trigger(ClauseModel clause, Acts acts) => And(acts.Who(clause), And(acts.Conditions(clause), acts.Approved(clause)));

    private static Func<Case, bool> And(Func<Case, bool> a, Func<Case, bool> b) => c => a(c) && b(c);

    // A duty to make law looks at the party's law as a whole; guarantees and leaves at that, and at each legal order in it but their own
    // where that is a bloc, which is not a member's doing.
    private IEnumerable<string?> Judged(FrameworkModel framework, RuleKind kind)
    {
        yield return null;
        if (kind is RuleKind.DutyToProhibit or RuleKind.DutyToRequire)
        {
            yield break;
        }

        LawModel law = sentences.Lexicon.Law;
        foreach (string order in law.Frameworks.Where(f => f.Clauses.Any(c => !c.IsLawMaking)).Select(f => f.Authority).Distinct())
        {
            bool isBloc = law.Blocs.Any(b => b.Name == order);
            if (sentences.Lexicon.IsPlace(order) || (isBloc && order != framework.Authority))
            {
                yield return order;
            }
        }
    }
}
