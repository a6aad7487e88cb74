using PolicyLang.Analysis.Differences;

namespace PolicyLang.Analysis;

/// <summary>
/// Compares two versions of the law case by case, exactly: the regions of the old version are brought into the space of the new one, and
/// wherever something differs a smallest case is shown.
/// </summary>
/// <param name="versions">The two versions.</param>
internal sealed class SemanticDiff(TwoVersions versions)
{
    /// <summary>Every change of meaning, with its level.</summary>
    public SemanticDifference Compare()
    {
        ImmutableArray<SemanticChange> found = [.. Find().Select(versions.WithWords)];
        ChangeLevel least = versions.ExistenceChanged ? ChangeLevel.Patch : ChangeLevel.None;
        return new SemanticDifference(found.Select(c => c.Level).Append(least).Max(), [.. found.OrderByDescending(c => c.Level)]);
    }

    /// <summary>Every change of meaning, with its cases.</summary>
    public IEnumerable<FoundChange> Find() => new OutcomeComparison(versions).Find()
        .Concat(new PartyComparison(versions).Find())
        .Concat(new AdviceComparison(versions).Find());
}
