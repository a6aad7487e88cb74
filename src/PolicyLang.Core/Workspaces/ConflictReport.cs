using PolicyLang.Conflicts;
using PolicyLang.Diagnostics;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Workspaces;

/// <summary>A conflict as a finding.</summary>
internal static class ConflictReport
{
    /// <summary>The finding, with the clauses other than one as related places.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="found">The conflict.</param>
    /// <param name="carrier">The clause at which it stands; null where it stands at none of its clauses.</param>
    public static Diagnostic At(Location place, FoundConflict found, ClauseSymbol? carrier) => found.Conflict.Descriptor.Create(
        place,
        found.Conflict.Message,
        found.Conflict.Help,
        [.. found.Rules.GroupBy(r => r.Clause).Select(g => g.First()).Where(r => !ReferenceEquals(r.Clause, carrier))
            .OrderBy(r => r.Clause.QualifiedName, StringComparer.Ordinal)
            .Select(r => new RelatedLocation(Head(r.Clause), $"{r.Clause.QualifiedName} {ConflictSides.Part(r.Modality)}"))],
        found.Conflict.Severity) with { Subject = found.Conflict };

    /// <summary>From the keyword of a clause to its name.</summary>
    public static Location Head(ClauseSymbol clause)
    {
        TextSpan keyword = clause.Syntax.Absolute(clause.Syntax.Node.KeywordSpan);
        return clause.Location with { Span = keyword.Cover(clause.Location.Span) };
    }
}
