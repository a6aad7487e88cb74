using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;

namespace PolicyLang.Analysis.Interop;

/// <summary>How two laws stand to each other in some cases.</summary>
internal enum InteropKind
{
    /// <summary>A duty of one falls due there and no act that fulfils it complies with both.</summary>
    Incompatible,

    /// <summary>The first is stricter.</summary>
    StricterInFirst,

    /// <summary>The second is.</summary>
    StricterInSecond,

    /// <summary>Both give the same answer.</summary>
    Common,

    /// <summary>The first says nothing, the second something.</summary>
    SilentInFirst,

    /// <summary>The second says nothing.</summary>
    SilentInSecond,
}

/// <summary>How much of an attribute a part takes: values that occur in it, of those that occur in all that either law regulates.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Part">How many values occur in the part.</param>
/// <param name="Whole">How many occur in the regulated cases.</param>
/// <param name="Names">What the values are called where they are few; else empty.</param>
internal sealed record InteropShare(string Attribute, int Part, int Whole, ImmutableArray<string> Names);

/// <summary>Cases in which two laws stand to each other in one way.</summary>
/// <param name="Kind">In which.</param>
/// <param name="First">What the first law says; where they are incompatible the answers differ from case to case, and it is null.</param>
/// <param name="Second">What the second says.</param>
/// <param name="Blocks">The cases in words; the blocks beyond those that a reader is shown are a number with a case.</param>
/// <param name="Case">A smallest case.</param>
/// <param name="Clauses">The clauses that decide them, sorted.</param>
/// <param name="Shares">The attributes of which not all values occur in it that occur anywhere.</param>
internal sealed record InteropPart(
    InteropKind Kind, Outcome? First, Outcome? Second, ImmutableArray<CasesLine> Blocks, CaseFacts Case, ImmutableArray<string> Clauses,
    ImmutableArray<InteropShare> Shares);

/// <summary>What two laws have in common, and where they part. Its parts do not overlap, and together are all that either
/// regulates.</summary>
/// <param name="First">The name of the first framework or legal order.</param>
/// <param name="Second">That of the second.</param>
/// <param name="Parts">The parts that have a case, the worst first.</param>
/// <param name="Undecided">The clauses of which it is not known where they stand (PL9002); empty where all is known.</param>
internal sealed record InteropReport(
    string First, string Second, ImmutableArray<InteropPart> Parts, ImmutableArray<string> Undecided);
