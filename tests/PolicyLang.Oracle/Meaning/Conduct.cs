using PolicyLang.Oracle.Model;
using PolicyLang.Oracle.Worlds;

namespace PolicyLang.Oracle.Meaning;

/// <summary>What a clause says in one respect.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Trigger">The trigger, its days left out.</param>
/// <param name="Act">The act set.</param>
public sealed record Part(RuleKind Kind, Func<Case, bool> Trigger, Func<Case, bool> Act)
{
    public bool IsWeak { get; init; }

    /// <summary>Whether it speaks of keeping data abroad.</summary>
    public bool IsKeeping { get; init; }

    /// <summary>Whether it is what "not to require storage here" says of storage elsewhere.</summary>
    public bool IsMirror { get; init; }

    /// <summary>Of a law-making rule, the party that it is for.</summary>
    public Party? Party { get; init; }

    /// <summary>Of a guarantee, and of a leave from it, the legal order of its party's law that it speaks of; null where it is the party's law as a whole.</summary>
    public string? Judged { get; init; }

    /// <summary>Of a law-making rule, whether its party is bound, and of a guarantee, whether it is owed; else always.</summary>
    public Func<Case, bool> Binds { get; init; } = _ => true;

    /// <summary>Of a leave, its region where it is invoked, days and parties left out.</summary>
    public Func<Case, bool>? Invoked { get; init; }

    /// <summary>Of a leave, its region without what it asks for, days and parties left out.</summary>
    public Func<Case, bool>? Bare { get; init; }
}

/// <summary>Section 4: the rules of a clause of conduct.</summary>
public static class Conduct
{
    public static IEnumerable<Part> Parts(Sentences sentences, ClauseModel clause)
    {
        var acts = new Acts(sentences);
        IEnumerable<Part> parts = Parts(clause, acts, acts.Act(clause));
        if (clause.Modality is Modality.Must or Modality.Should || !Acts.HasKeeping(clause))
        {
            return parts;
        }

        var kept = new Acts(sentences.As(sentences.Reading with { Keeping = true }));
        return parts.Concat(Parts(clause, kept, kept.Kept(clause)).Select(p => p with { IsKeeping = true }));
    }

    private static IEnumerable<Part> Parts(ClauseModel clause, Acts acts, Func<Case, bool> act)
    {
        Func<Case, bool> who = acts.Who(clause);
        Func<Case, bool> conditions = acts.Conditions(clause);
        Func<Case, bool> approved = acts.Approved(clause);
        switch (clause.Modality)
        {
            case Modality.May:
                yield return new Part(clause.ExemptFrom.IsEmpty ? RuleKind.Permission : RuleKind.Exemption, c => who(c) && conditions(c) && approved(c), act);
                break;
            case Modality.MayOnly:
                yield return new Part(RuleKind.Permission, c => who(c) && conditions(c) && approved(c), act) { IsWeak = true };
                yield return new Part(RuleKind.Prohibition, c => who(c) && !(conditions(c) && approved(c)), act);
                break;
            case Modality.MustNot or Modality.ShouldNot:
                bool needsApproval = !clause.ApprovedBy.IsEmpty;
                yield return new Part(RuleKind.Prohibition, c => who(c) && conditions(c) && !(needsApproval && approved(c)), act);
                break;
            case Modality.NeedNot:
                yield return new Part(RuleKind.Waiver, c => who(c) && conditions(c), act);
                break;
            default:
                bool Due(Case c) => who(c) && conditions(c) && approved(c);
                yield return new Part(RuleKind.Obligation, Due, act);
                if (clause.OnlyIn)
                {
                    yield return new Part(RuleKind.Prohibition, Due, acts.Elsewhere(clause));
                }

                if (acts.Opposite(clause) is { } opposite)
                {
                    yield return new Part(RuleKind.Prohibition, Due, opposite);
                }

                break;
        }
    }
}
