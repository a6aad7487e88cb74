using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>Section 4: from clauses to rules.</summary>
public sealed class Lowering(Sentences sentences)
{
    private readonly Acts _acts = new(sentences);
    private readonly LawMaking _lawMaking = new(sentences);
    private readonly LawModel _law = sentences.Lexicon.Law;

    public ImmutableArray<Rule> Rules()
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (FrameworkModel framework in _law.Frameworks)
        {
            foreach (ClauseModel clause in framework.Clauses)
            {
                foreach ((RuleKind kind, Func<Case, bool> trigger, Func<Case, bool> act, bool weak, Func<Case, bool> binds, string? party, string? judged) in clause.IsLawMaking
                    ? _lawMaking.Parts(framework, clause).Select(p => (p.Kind, p.Trigger, p.Act, false, p.Binds, (string?)p.Party, p.Judged))
                    : Parts(clause).Select(p => (p.Kind, p.Trigger, p.Act, p.Weak, (Func<Case, bool>)(_ => true), (string?)null, (string?)null)))
                {
                    rules.Add(new Rule
                    {
                        Number = rules.Count,
                        Source = clause,
                        Framework = framework,
                        Kind = kind,
                        Trigger = trigger,
                        Act = act,
                        InForce = InForce(framework, clause),
                        FirstDay = FirstDay(framework, clause),
                        Rank = EffectiveRank(framework),
                        IsSoft = clause.Modality is Modality.Should or Modality.ShouldNot || framework.Rank == Rank.Guideline,
                        IsWeak = weak,
                        Party = party,
                        Judged = judged,
                        Binds = binds,
                    });
                }
            }
        }

        return rules.ToImmutable();
    }

    /// <summary>The cases of a check's pattern.</summary>
    public Func<Case, bool> Pattern(ClauseModel pattern)
    {
        Func<Case, bool> who = _acts.Who(pattern);
        Func<Case, bool> conditions = _acts.Conditions(pattern);
        Func<Case, bool> approved = _acts.Approved(pattern);
        Func<Case, bool> act = _acts.Act(pattern);
        return c => who(c) && conditions(c) && approved(c) && act(c);
    }

    private IEnumerable<(RuleKind Kind, Func<Case, bool> Trigger, Func<Case, bool> Act, bool Weak)> Parts(ClauseModel clause)
    {
        Func<Case, bool> who = _acts.Who(clause);
        Func<Case, bool> conditions = _acts.Conditions(clause);
        Func<Case, bool> approved = _acts.Approved(clause);
        Func<Case, bool> act = _acts.Act(clause);
        switch (clause.Modality)
        {
            case Modality.May:
                yield return (clause.ExemptFrom.IsEmpty ? RuleKind.Permission : RuleKind.Exemption, c => who(c) && conditions(c) && approved(c), act, false);
                break;
            case Modality.MayOnly:
                yield return (RuleKind.Permission, c => who(c) && conditions(c) && approved(c), act, true);
                yield return (RuleKind.Prohibition, c => who(c) && !(conditions(c) && approved(c)), act, false);
                break;
            case Modality.MustNot or Modality.ShouldNot:
                bool needsApproval = !clause.ApprovedBy.IsEmpty;
                yield return (RuleKind.Prohibition, c => who(c) && conditions(c) && !(needsApproval && approved(c)), act, false);
                break;
            case Modality.NeedNot:
                yield return (RuleKind.Waiver, c => who(c) && conditions(c), act, false);
                break;
            default:
                bool Due(Case c) => who(c) && conditions(c) && approved(c);
                yield return (RuleKind.Obligation, Due, act, false);
                if (clause.OnlyIn)
                {
                    yield return (RuleKind.Prohibition, Due, _acts.Elsewhere(clause), false);
                }

                if (_acts.Opposite(clause) is { } opposite)
                {
                    yield return (RuleKind.Prohibition, Due, opposite, false);
                }

                break;
        }
    }

    /// <summary>The days of the framework, and of them those of the clause if it has any. Without days of the framework: never.</summary>
    public Func<Case, bool> InForce(FrameworkModel framework, ClauseModel clause)
    {
        Func<Case, bool>[] law = [.. framework.Force.Select(d => sentences.OnDays(d.From, d.Until))];
        Func<Case, bool>[] own = [.. clause.Force.Select(d => sentences.OnDays(d.From, d.Until))];
        return c => law.Any(d => d(c)) && (own.Length == 0 || own.Any(d => d(c)));
    }

    private static long? FirstDay(FrameworkModel framework, ClauseModel clause)
    {
        long? first = null;
        foreach (Days law in framework.Force)
        {
            foreach (Days own in clause.Force.IsEmpty ? [new Days(null, null)] : clause.Force)
            {
                long from = Math.Max(law.From?.DayNumber ?? 0, own.From?.DayNumber ?? 0);
                long until = Math.Min(law.Until?.DayNumber ?? Domains.LastDay, own.Until?.DayNumber ?? Domains.LastDay);
                first = from <= until && (first is null || from < first) ? from : first;
            }
        }

        return first;
    }

    private Rank EffectiveRank(FrameworkModel framework) => framework.Implements.IsEmpty
        ? framework.Rank ?? Rank.Statute
        : framework.Implements.Min(name => _law.Frameworks.First(f => f.Name == name).Rank ?? Rank.Statute);
}
