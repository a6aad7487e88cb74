using System.Diagnostics;

namespace PolicyLang.Runtime;

/// <summary>Shapes a decision for applications: may I, on which ground, what else must I do?</summary>
internal sealed class Assessment(PolicyModel model)
{
    private const string Safeguards = "safeguards";

    public TransferAssessment Assess(Values values, PolicyDecision decision)
    {
        bool permitted = decision.Outcome == PolicyOutcome.Permitted;
        long day = values[model.Case.Find(CaseModel.Date)?.Slot ?? 0];
        return new TransferAssessment(
            permitted,
            decision.Outcome,
            permitted ? decision.Applied : [],
            permitted ? Mechanisms(values.ToArray()) : [],
            decision.WaysToComply,
            Unmet(decision.Duties),
            new ValueList<string>(() => Reasons(day, decision)))
        {
            Applied = decision.Applied,
            OtherGrounds = decision.OtherGrounds,
            Assumed = decision.Assumed,
            Missing = decision.Missing,
            Provenance = decision.Provenance,
        };
    }

    private static IReadOnlyList<Duty> Unmet(IReadOnlyList<Duty> duties)
    {
        List<Duty>? unmet = null;
        for (int i = 0; i < duties.Count; i++)
        {
            if (!duties[i].IsMet)
            {
                (unmet ??= []).Add(duties[i]);
            }
        }

        return unmet ?? (IReadOnlyList<Duty>)[];
    }

    private static List<string> Reasons(long day, PolicyDecision decision)
    {
        List<string> reasons =
        [
            .. decision.Missing.Select(problem => problem.Message),
            .. decision.Applied.Select(clause => $"{Named(clause)} {Verb(clause)}."),
            .. decision.Defeated.Select(
                defeat => $"{Named(defeat.Clause)} yields to {defeat.By.QualifiedName} ({Word(defeat.Principle)})."),
        ];
        if (reasons.Count == 0)
        {
            reasons.Add($"No clause that is in force on {CaseModel.DayText(day)} speaks of such an act.");
        }

        return reasons;
    }

    // A safeguard carries the permission if it alone permits and none does not.
    private List<string> Mechanisms(long[] values)
    {
        var found = new List<string>();
        if (model.Case.Find(Safeguards) is not { Taxonomy: { } nodes } attribute)
        {
            return found;
        }

        long[] bare = (long[])values.Clone();
        int slots = CaseModel.SlotsOf(attribute);
        Array.Clear(bare, attribute.Slot, slots);
        if (model.Outcomes.Decide(bare) == PolicyOutcome.Permitted)
        {
            return found;
        }

        for (int node = 0; node < nodes.Names.Count; node++)
        {
            int slot = attribute.Slot + (node / 64);
            long bit = 1L << (node % 64);
            bare[slot] |= bit;
            if ((values[slot] & bit) != 0 && model.Outcomes.Decide(bare) == PolicyOutcome.Permitted)
            {
                found.Add(nodes.Names[node]);
            }

            bare[slot] &= ~bit;
        }

        return found;
    }

    private static string Named(ClauseModel clause) =>
        clause.Title is { } title ? $"{clause.QualifiedName}, {title}," : clause.QualifiedName;

    private static string Verb(ClauseModel clause) => clause.Modality switch
    {
        ClauseModality.May => "permits it",
        ClauseModality.MustNot => "prohibits it",
        ClauseModality.Must => "requires it or forbids the contrary",
        ClauseModality.MayOnly => "permits it under conditions only",
        ClauseModality.NeedNot or ClauseModality.Should or ClauseModality.ShouldNot
            or ClauseModality.PartiesMustAllow or ClauseModality.PartiesMustProhibit or ClauseModality.PartiesMustRequire
            or ClauseModality.PartiesMustNotProhibit or ClauseModality.PartiesMustNotRequire
            or ClauseModality.PartiesMayProhibit or ClauseModality.PartiesMayRequire => "applies",
        _ => throw new UnreachableException(),
    };

    private static string Word(PolicyPrinciple principle) => principle switch
    {
        PolicyPrinciple.Explicit => "explicit precedence",
        PolicyPrinciple.Superior => "higher rank or legal order",
        PolicyPrinciple.Specialis => "the more special clause",
        PolicyPrinciple.Posterior => "the later clause",
        _ => throw new UnreachableException(),
    };
}
