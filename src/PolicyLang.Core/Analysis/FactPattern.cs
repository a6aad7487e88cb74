using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;

namespace PolicyLang.Analysis;

/// <summary>The cases in which some facts hold.</summary>
internal static class FactPattern
{
    /// <summary>Those among the cases that exist.</summary>
    /// <param name="book">The rules.</param>
    /// <param name="facts">The facts; all cases where there are none.</param>
    /// <param name="problems">What is wrong with them, one sentence each.</param>
    /// <returns>Null where there are problems.</returns>
    public static Region? Read(RuleBook book, IEnumerable<RawFact> facts, out ImmutableArray<string> problems)
    {
        ImmutableArray<RawFact> stated = [.. facts];
        long[]? values = new CaseReader(book.Space).ReadPart(stated, out problems);
        RegionSpace regions = book.Space.Regions;
        return values is null
            ? null
            : regions.And(
                book.Existing, CasePattern.FromValues(regions, values, stated.SelectMany(f => book.Space.VariablesOf(f.Attribute))));
    }
}
