using PolicyLang.Decisions;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;

namespace PolicyLang.Analysis;

/// <summary>A part of the cases that a clause is about: those in which it stands, or those in which it yields.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Stands">Whether this is the part in which it stands.</param>
/// <param name="Covered">Whether the case of some scenario lies in it.</param>
/// <param name="Example">The smallest case in it: what a scenario could be about.</param>
internal sealed record CoveredPart(ClauseSymbol Clause, bool Stands, bool Covered, CaseFacts Example)
{
    /// <summary>Why nobody tests the clause, as its comment says after <c>@untested</c>; null where it does not.</summary>
    public string? Untested => Clause.Documentation is { } text && text.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and int at
        ? text.Substring(at + Mark.Length).Trim()
        : null;

    private const string Mark = "@untested";

    /// <summary>Why it is not known which parts of the clause there are (PL9004); null where it is.</summary>
    public Problem? Undecided { get; init; }
}

/// <summary>Which parts of which clauses the scenarios touch.</summary>
internal sealed class ScenarioCoverage(RuleBook book)
{
    private readonly RegionSpace _regions = book.Space.Regions;
    private readonly CaseWriter _writer = new(book.Space);

    /// <summary>Every part that has a case, in the order of the clauses.</summary>
    /// <param name="isMeant">Which clauses are meant.</param>
    public ImmutableArray<CoveredPart> Measure(Func<ClauseSymbol, bool> isMeant)
    {
        ImmutableArray<long[]> cases = [.. book.Model.Scenarios.SelectMany(s => ScenarioCases.Read(s, book.Space, out _))];
        var parts = ImmutableArray.CreateBuilder<CoveredPart>();
        foreach (IGrouping<ClauseSymbol, Rule> clause in book.Rules.Where(r => !r.IsLawMaking).GroupBy(r => r.Clause)
            .Where(g => isMeant(g.Key)))
        {
            _regions.ThrowIfCancelled();
            parts.AddRange(_regions.TryApart(() => Parts(clause, cases).ToImmutableArray()).OrElse(() => [Undecided(clause)]));
        }

        return parts.ToImmutable();
    }

    private CoveredPart Undecided(IGrouping<ClauseSymbol, Rule> clause) =>
        new(clause.Key, true, false, CaseFacts.None)
        { Undecided = LimitFindings.Problem($"What scenarios touch of '{clause.Key.QualifiedName}'", _regions, clause) };

    private IEnumerable<CoveredPart> Parts(IGrouping<ClauseSymbol, Rule> clause, ImmutableArray<long[]> cases)
    {
        Region about = _regions.Union(clause.Select(book.ExistingCasesOf).ToList());
        Region stands = _regions.Union(clause.Select(book.Undefeated).ToList());
        foreach ((Region part, bool standing) in new[] { (stands, true), (_regions.Difference(about, stands), false) })
        {
            if (!part.IsEmpty)
            {
                yield return new CoveredPart(
                    clause.Key, standing, cases.Any(c => _regions.Holds(part, c)), _writer.Write(_regions.Witness(part)));
            }
        }
    }
}
