using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis;

/// <summary>A part of the cases that a clause is about: those in which it stands, or those in which it yields.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Stands">Whether this is the part in which it stands.</param>
/// <param name="Covered">Whether the case of some scenario lies in it.</param>
/// <param name="Example">The smallest case in it: what a scenario could be about.</param>
public sealed record CoveredPart(ClauseSymbol Clause, bool Stands, bool Covered, CaseFacts Example);

/// <summary>Which parts of which clauses the scenarios touch.</summary>
public sealed class ScenarioCoverage(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <summary>Every part that has a case, in the order of the clauses.</summary>
    public ImmutableArray<CoveredPart> Measure()
    {
        var writer = new CaseWriter(book.Space);
        ImmutableArray<long[]> cases = [.. book.Model.Scenarios.SelectMany(s => ScenarioCases.Of(s, book.Space, out _))];
        var parts = ImmutableArray.CreateBuilder<CoveredPart>();
        foreach (IGrouping<ClauseSymbol, Rule> clause in book.Rules.Where(r => !r.IsLawMaking).GroupBy(r => r.Clause))
        {
            _regions.ThrowIfCancelled();
            Region about = _regions.Union(clause.Select(r => r.Region).ToList());
            Region stands = _regions.Union(clause.Select(book.Standing).ToList());
            foreach ((Region part, bool standing) in new[] { (stands, true), (_regions.Minus(about, stands), false) })
            {
                if (!part.IsEmpty)
                {
                    parts.Add(new CoveredPart(clause.Key, standing, cases.Any(c => _regions.Holds(part, c)), writer.Write(_regions.Witness(part))));
                }
            }
        }

        return parts.ToImmutable();
    }
}
