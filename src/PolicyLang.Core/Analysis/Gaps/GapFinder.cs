using PolicyLang.Analysis.Compliance;
using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Gaps;

/// <summary>Finds what the law leaves out.</summary>
/// <param name="book">All rules.</param>
/// <param name="under">The frameworks and orders that are meant; empty for all.</param>
/// <param name="conflicts">The conflicts that precedence does not resolve.</param>
internal sealed class GapFinder(RuleBook book, ImmutableArray<Symbol> under, ImmutableArray<Conflict> conflicts)
{
    private readonly RegionSpace _regions = book.Space.Regions;

    /// <param name="facts">What holds in the cases that are asked about.</param>
    /// <param name="on">The day that is asked about; null for all.</param>
    /// <param name="most">How many blocks are told.</param>
    /// <param name="problems">What is wrong with the facts.</param>
    public GapReport? Find(IEnumerable<RawFact> facts, CalendarDay? on, int most, out ImmutableArray<string> problems)
    {
        ImmutableArray<RawFact> told =
            on is { } day ? [.. facts, new RawFact(BuiltInAttributes.Date, [day.ToString()])] : [.. facts];
        if (FactPattern.Read(book, told, out problems) is not { } pattern)
        {
            return null;
        }

        Region left = Unregulated(pattern);
        RegionText text = RegionWords.Of(book).Describe(left, most, pattern);
        var writer = new CaseWriter(book.Space);
        return new GapReport(
            [
                .. text.Blocks.Take(most).Select(b => new UnregulatedBlock(
                    b.ToString(), writer.Write(_regions.Witness(_regions.And(left, b.Cases))))),
            ],
            text.Rest,
            [
                .. conflicts.Where(c => c.Kind == ConflictKind.MissingTransposition && IsMeant(c)
                    && (on is not { } today || c.Days.Any(d => d.Contains(today)))).OrderBy(c => c.Fingerprint, StringComparer.Ordinal),
            ],
            [.. WithoutLaw(on)],
            [.. book.Undecided.Where(c => c.IsUnder(under)).Select(c => c.QualifiedName).OrderBy(n => n, StringComparer.Ordinal)]);
    }

    /// <summary>The cases of a pattern of which no rule speaks, with an act and data of which one does together in some case of
    /// it: what nobody regulates anywhere is no gap.</summary>
    public Region Unregulated(Region pattern)
    {
        var outcomes = new OutcomeRegions(book.Under(under), pattern);
        Region regulated = outcomes.RegionOf(CheckedOutcome.Regulated);
        int action = book.Space.VariablesOf(BuiltInAttributes.Action).First();
        int data = book.Space.VariablesOf(BuiltInAttributes.Data).First();
        long[] values = _regions.NeutralCase();
        var both = new HashSet<int> { action, data };
        Region spoken = _regions.Empty;
        foreach (ImmutableArray<long> acts in _regions.ClassesOf([regulated], action))
        {
            foreach (ImmutableArray<long> kinds in _regions.ClassesOf([regulated], data))
            {
                (values[action], values[data]) = (acts[0], kinds[0]);
                spoken = _regions.Cofactor(regulated, both, values, []).IsEmpty
                    ? spoken
                    : _regions.Or(spoken, _regions.And(OneOf(action, acts), OneOf(data, kinds)));
            }
        }

        return _regions.And(outcomes.RegionOf(Outcome.Unregulated), spoken);
    }

    private Region OneOf(int variable, ImmutableArray<long> values) =>
        _regions.Union([.. values.Select(v => _regions.Between(variable, v, v))]);

    private bool IsMeant(Conflict conflict) =>
        under.IsEmpty || under.Any(u => conflict.Sides.Any(s => s.Name == u.Name)
            || conflict.Clauses.Any(c => c.StartsWith($"{u.Name}.", StringComparison.Ordinal)));

    private IEnumerable<PartyWithoutLaw> WithoutLaw(CalendarDay? on)
    {
        var builder = new ComplianceBuilder(book, []);
        return book.Model.Frameworks
            .Where(f => f.Clauses.Any(c => c.Meaning?.LawModality is not null && c.IsUnder(under)))
            .SelectMany(f => builder.Build(f, on).Rows
                .Where(r => r.Law.IsEmpty && r.Cells.Any(c => c.IsBound)).Select(r => new PartyWithoutLaw(f.Name, r.Party)));
    }
}
