using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;

namespace PolicyLang.Analysis.Compatibility;

/// <summary>How far an offer and a request can be met together.</summary>
internal enum CompatibilityVerdict
{
    /// <summary>In all that the request asks for.</summary>
    Whole,

    /// <summary>In a part of it.</summary>
    Part,

    /// <summary>In nothing of it.</summary>
    None,
}

/// <summary>How an offer and a request stand to each other in some cases.</summary>
internal enum CompatibilityKind
{
    /// <summary>The request asks for it, the offer permits it, and neither forbids it.</summary>
    Together,

    /// <summary>A duty of one falls due there and no act that fulfils it complies with both.</summary>
    Incompatible,

    /// <summary>The request asks for it, and the offer forbids it.</summary>
    Refused,

    /// <summary>The request asks for it, and the offer says nothing of it.</summary>
    NotOffered,

    /// <summary>The offer permits it, and the request forbids it.</summary>
    Excluded,
}

/// <summary>Cases in which an offer and a request stand to each other in one way.</summary>
/// <param name="Kind">In which.</param>
/// <param name="Blocks">The cases in words; the blocks beyond those that a reader is shown are a number with a case.</param>
/// <param name="Case">A smallest case.</param>
/// <param name="Clauses">The clauses that decide them, sorted.</param>
internal sealed record CompatibilityPart(
    CompatibilityKind Kind, ImmutableArray<CasesLine> Blocks, CaseFacts Case, ImmutableArray<string> Clauses);

/// <summary>Whether an offer and a request can be met together, where, and what stands in the way.</summary>
/// <param name="Offer">The framework or legal order that offers.</param>
/// <param name="Request">That which asks: what it permits, or obliges to, is what it asks for.</param>
/// <param name="Verdict">How far they can.</param>
/// <param name="Parts">The parts that have a case.</param>
/// <param name="Undecided">The clauses of which it is not known where they stand (PL9002).</param>
internal sealed record CompatibilityReport(
    string Offer, string Request, CompatibilityVerdict Verdict, ImmutableArray<CompatibilityPart> Parts, ImmutableArray<string> Undecided);
