using PolicyLang.Conflicts;

namespace PolicyLang.Analysis.Compliance;

/// <summary>A clause of a treaty that asks something of the law of its parties: a column.</summary>
/// <param name="Name">Its name within the treaty.</param>
/// <param name="Title">Its title; null where it has none.</param>
internal sealed record TreatyArticle(string Name, string? Title);

/// <summary>How the law of a party stands to an article.</summary>
/// <param name="Breaches">The conflicts in which it breaks it, the excusable ones and those somebody acknowledges counted in; in the
/// order of their clauses.</param>
/// <param name="Missing">Those in which it lacks the law that the article asks for.</param>
internal sealed record ComplianceCell(ImmutableArray<Conflict> Breaches, ImmutableArray<Conflict> Missing)
{
    /// <summary>Whether the party is bound on some day that is asked about.</summary>
    public bool IsBound { get; init; }

    /// <summary>Whether it reserves the article on all of these days.</summary>
    public bool IsReserved { get; init; }

    /// <summary>Whether it reserves it on some of them only.</summary>
    public bool IsPartlyReserved { get; init; }

    /// <summary>Whether the workspace holds law of the party on these days; where not, there was nothing to look at.</summary>
    public bool HasLaw { get; init; }

    /// <summary>The breaches that one leave of the treaty would excuse as a whole.</summary>
    public int Excusable => Breaches.Count(c => c.StatusByRules == ConflictStatus.Excusable);

    /// <summary>The breaches by law that the treaty itself strikes down.</summary>
    public int StruckDown => Breaches.Count(c => c.StatusByRules == ConflictStatus.Resolved);
}

/// <summary>A party: a row.</summary>
/// <param name="Party">Its name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Members">How many places belong to it where it is a bloc; 0 for a place.</param>
/// <param name="Law">The frameworks of its law in the workspace, members' law counted in.</param>
/// <param name="Cells">One for each article.</param>
internal sealed record ComplianceRow(
    string Party, string Title, int Members, ImmutableArray<string> Law, ImmutableArray<ComplianceCell> Cells);

/// <summary>A leave of the treaty and how many of the breaches it would excuse as a whole.</summary>
internal sealed record UsefulLeave(string Clause, int Excuses);

/// <summary>The parties to a treaty and its articles.</summary>
/// <param name="Treaty">Its name.</param>
/// <param name="Articles">The clauses that ask something of a party's law, in the order of the text.</param>
/// <param name="Rows">The parties, in the order of the treaty.</param>
/// <param name="OtherClauses">How many clauses ask nothing of it: leaves, and conduct of States.</param>
internal sealed record ComplianceMatrix(
    string Treaty, ImmutableArray<TreatyArticle> Articles, ImmutableArray<ComplianceRow> Rows, int OtherClauses)
{
    /// <summary>The leaves that would excuse breaches, the most useful first.</summary>
    public ImmutableArray<UsefulLeave> Leaves =>
    [
        .. Rows.SelectMany(r => r.Cells).SelectMany(c => c.Breaches).Distinct()
            .SelectMany(c => c.Excuses.Where(e => e.IsWhole)).GroupBy(e => e.Clause, StringComparer.Ordinal)
            .Select(g => new UsefulLeave(g.Key, g.Count()))
            .OrderByDescending(l => l.Excuses).ThenBy(l => l.Clause, StringComparer.Ordinal),
    ];
}
