using System.Diagnostics;
using PolicyLang.Decisions;

namespace PolicyLang.Analysis.Routes;

/// <summary>What a transfer costs: how many safeguards and other choices have to be added.</summary>
internal static class RouteCosts
{
    /// <summary>The cost of the cheapest way; null where there is none.</summary>
    public static int? Of(MatrixCell cell) => cell.Answer switch
    {
        TransferAnswer.Free or TransferAnswer.Unregulated => 0,
        TransferAnswer.Safeguards => cell.Ways.Min(Of),
        TransferAnswer.Prohibited or TransferAnswer.Conflicting or TransferAnswer.Impossible => null,
        _ => throw new UnreachableException(),
    };

    /// <summary>How many things a way adds.</summary>
    public static int Of(CaseFacts way) => way.Facts.Sum(f => f.Value is SetValue set ? Math.Max(1, set.Names.Length) : 1);
}
