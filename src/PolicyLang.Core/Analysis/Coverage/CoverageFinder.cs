using System.Globalization;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Diagnostics;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis.Coverage;

/// <summary>Measures what the cases of scenarios touch.</summary>
internal sealed class CoverageFinder
{
    private readonly RuleBook _book;
    private readonly RegionSpace _regions;
    private readonly CaseWriter _writer;
    private readonly ImmutableArray<long[]> _cases;
    private readonly ImmutableArray<(string Fact, int Variable)> _numbers;

    public CoverageFinder(RuleBook book)
    {
        (_book, _regions) = (book, book.Space.Regions);
        _writer = new CaseWriter(book.Space);
        _cases = [.. book.Model.Scenarios.SelectMany(s => ScenarioCases.Read(s, book.Space, out _))];
        _numbers =
        [
            .. book.Space.Attributes.Where(a => a.Type is AttributeType.Date or AttributeType.Count)
                .Select(a => (a.Name, book.Space.VariableOf(a))),
            .. book.Space.Clocks.Select(c => (c, book.Space.VariableOfClock(c))),
        ];
    }

    /// <param name="isMeant">Which clauses are meant.</param>
    public CoverageReport Find(Func<ClauseSymbol, bool> isMeant)
    {
        ImmutableArray<CoveredPart> parts = new ScenarioCoverage(_book).Measure(isMeant);
        var words = new RegionWords(_book);
        var blocks = ImmutableArray.CreateBuilder<CoveredBlock>();
        var sides = ImmutableArray.CreateBuilder<CoveredSide>();
        var undecided = ImmutableArray.CreateBuilder<Problem>();
        foreach (ClauseSymbol clause in parts.Where(p => p.Undecided is null).Select(p => p.Clause).Distinct())
        {
            _regions.ThrowIfCancelled();
            Region stands = _regions.Union([.. _book.RulesOf(clause).Select(_book.Undefeated)]);
            if (_regions.TryApart(() => (Blocks(clause, stands, words), Sides(clause, stands).ToImmutableArray()))
                .TryGet(out (ImmutableArray<CoveredBlock> Blocks, ImmutableArray<CoveredSide> Sides) found))
            {
                blocks.AddRange(found.Blocks);
                sides.AddRange(found.Sides);
            }
            else
            {
                undecided.Add(LimitFindings.Problem(
                    $"Which blocks and boundaries of '{clause.QualifiedName}' scenarios touch", _regions, _book.RulesOf(clause)));
            }
        }

        return new CoverageReport(parts, blocks.ToImmutable(), sides.ToImmutable())
        {
            Undecided = undecided.ToImmutable().AddRange(parts.Select(p => p.Undecided).OfType<Problem>()),
        };
    }

    /// <summary>The sides of the boundaries of the cases in which a clause stands.</summary>
    public IEnumerable<CoveredSide> Sides(ClauseSymbol clause, Region stands)
    {
        foreach ((string fact, int variable) in _numbers)
        {
            foreach (long first in _regions.StartsOf(stands, variable).Where(v => v > 0))
            {
                Region differ = Between(stands, variable, first);
                foreach (long value in differ.IsEmpty ? [] : new[] { first - 1, first })
                {
                    Region here = _regions.And(differ, _regions.Between(variable, value, value));
                    yield return new CoveredSide(
                        clause, fact, Told(fact, value), value == first, _cases.Any(c => _regions.Holds(here, c)),
                        _writer.Write(_regions.Witness(here)));
                }
            }
        }
    }

    // The cases, whatever the variable, in which one step of it makes a difference.
    private Region Between(Region stands, int variable, long first)
    {
        (Region before, Region after) = (_regions.Cofactor(stands, variable, first - 1), _regions.Cofactor(stands, variable, first));
        Region exist = _regions.And(
            _regions.Cofactor(_book.Existing, variable, first - 1), _regions.Cofactor(_book.Existing, variable, first));
        return _regions.And(exist, _regions.Or(_regions.Difference(before, after), _regions.Difference(after, before)));
    }

    private ImmutableArray<CoveredBlock> Blocks(ClauseSymbol clause, Region stands, RegionWords words) =>
    [
        .. words.Describe(stands).Blocks.Select(b =>
        {
            Region cases = _regions.And(stands, b.Cases);
            return new CoveredBlock(
                clause, b.ToString(), _cases.Any(c => _regions.Holds(cases, c)), _writer.Write(_regions.Witness(cases)));
        }),
    ];

    private static string Told(string fact, long value) =>
        fact == BuiltInAttributes.Date ? new CalendarDay((int)value).ToString()
        : ClockNames.IsHalved(fact) ? new HalvedValue(value).ToString()
        : value.ToString(CultureInfo.InvariantCulture);
}
