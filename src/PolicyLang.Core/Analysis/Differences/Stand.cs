using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Analysis.Differences;

/// <summary>Where a rule of one of two versions stands, in the space of the new one.</summary>
/// <param name="Number">Its number in that version.</param>
/// <param name="Clause">Its clause.</param>
/// <param name="Order">Its legal order.</param>
/// <param name="Modality">What it says.</param>
/// <param name="Region">The cases in which it stands.</param>
/// <param name="Trigger">The cases in which it speaks.</param>
internal readonly record struct Stand(
    int Number, string Clause, string Order, RuleModality Modality, Region Region, Region Trigger)
{
    /// <summary>The same as what an outcome is made of.</summary>
    public StandingRule Rule => new(Order, Modality, Region);

    private (string, RuleModality, Region, Region?) Content =>
        (Order, Modality, Region, Modality == RuleModality.Obligation ? Trigger : null);

    /// <summary>Those of some whose content none of the others has; names of clauses do not matter.</summary>
    public static ImmutableArray<Stand> Unmatched(ImmutableArray<Stand> these, ImmutableArray<Stand> those)
    {
        var others = new HashSet<(string, RuleModality, Region, Region?)>(those.Select(s => s.Content));
        return [.. these.Where(s => !s.Region.IsEmpty && !others.Contains(s.Content))];
    }

    /// <summary>The given facts with which a duty is due: it is triggered, and some way to fulfil it stands.</summary>
    public Region Due(RegionSpace regions) => regions.And(Trigger, regions.ExistsChosen(Region));
}
