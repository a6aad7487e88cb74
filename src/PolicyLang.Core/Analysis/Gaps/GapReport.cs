using PolicyLang.Conflicts;
using PolicyLang.Decisions;

namespace PolicyLang.Analysis.Gaps;

/// <summary>Cases of which no rule speaks, in words, with a smallest one.</summary>
internal sealed record UnregulatedBlock(string Text, CaseFacts Case);

/// <summary>A party to a treaty whose law is not in the workspace.</summary>
internal sealed record PartyWithoutLaw(string Treaty, string Party);

/// <summary>What the law leaves out.</summary>
/// <param name="Blocks">Where no rule speaks of acts and data of which rules speak elsewhere, the most general first.</param>
/// <param name="Rest">A case that is in none of the blocks; null where they are all.</param>
/// <param name="Missing">The duties to make law that parties have not fulfilled.</param>
/// <param name="WithoutLaw">The parties of whose law nothing is known.</param>
/// <param name="Undecided">The clauses of which it is not known where they stand (PL9002).</param>
internal sealed record GapReport(
    ImmutableArray<UnregulatedBlock> Blocks, CaseFacts? Rest, ImmutableArray<Conflict> Missing, ImmutableArray<PartyWithoutLaw> WithoutLaw,
    ImmutableArray<string> Undecided)
{
    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Blocks.IsEmpty && Missing.IsEmpty && WithoutLaw.IsEmpty;
}
