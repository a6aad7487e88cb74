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
    private readonly ISet<int> _existence;
    private readonly Dictionary<int, HashSet<long>> _steps;

    public CoverageFinder(RuleBook book)
    {
        (_book, _regions) = (book, book.Space.Regions);
        _writer = new CaseWriter(book.Space);
        _existence = _regions.Support([book.Existing]);
        _cases = [.. book.Model.Scenarios.SelectMany(s => ScenarioCases.Read(s, book.Space, out _))];
        _numbers =
        [
            .. book.Space.Attributes.Where(a => a.Type is AttributeType.Date or AttributeType.Count)
                .Select(a => (a.Name, book.Space.VariableOf(a))),
            .. book.Space.Clocks.Select(c => (c, book.Space.VariableOfClock(c))),
        ];
        _steps = Steps();
    }

    // The numbers at which some rule says something else; existence alone makes no boundary.
    private Dictionary<int, HashSet<long>> Steps()
    {
        var steps = _numbers.ToDictionary(n => n.Variable, _ => new HashSet<long>());
        foreach (Region region in _book.Rules.Select(r => r.Region).Distinct())
        {
            foreach (int variable in _regions.Support([region]).Where(steps.ContainsKey))
            {
                steps[variable].UnionWith(_regions.StartsOf(region, variable));
            }
        }

        return steps;
    }

    /// <param name="isMeant">Which clauses are meant.</param>
    public CoverageReport Find(Func<ClauseSymbol, bool> isMeant)
    {
        ImmutableArray<CoveredPart> parts = new ScenarioCoverage(_book).Measure(isMeant);
        var cover = new BlockCover(_book.Compiler, new BlockGrower(_book.Model, _book.Compiler));
        var blocks = ImmutableArray.CreateBuilder<CoveredBlock>();
        var sides = ImmutableArray.CreateBuilder<CoveredSide>();
        var undecided = ImmutableArray.CreateBuilder<Problem>();
        foreach (ClauseSymbol clause in parts.Where(p => p.Undecided is null).Select(p => p.Clause).Distinct())
        {
            _regions.ThrowIfCancelled();
            if (_regions.TryApart(() => Measure(clause, cover))
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
        ISet<int> tested = _regions.Support([stands]);
        foreach ((string fact, int variable) in _numbers.Where(n => tested.Contains(n.Variable) && _steps[n.Variable].Count > 0))
        {
            foreach (long first in _regions.StartsOf(stands, variable).Where(v => v > 0 && _steps[variable].Contains(v)))
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
        Region differ = _regions.Or(_regions.Difference(before, after), _regions.Difference(after, before));

        // Unless existence depends on the step, both sides exist.
        return !_existence.Contains(variable)
            ? differ
            : _regions.And(
                differ,
                _regions.And(
                    _regions.Cofactor(_book.Existing, variable, first - 1), _regions.Cofactor(_book.Existing, variable, first)));
    }

    private (ImmutableArray<CoveredBlock> Blocks, ImmutableArray<CoveredSide> Sides) Measure(ClauseSymbol clause, BlockCover cover)
    {
        Region stands = _regions.Union([.. _book.RulesOf(clause).Select(_book.Undefeated)]);
        return (Blocks(clause, stands, cover), [.. Sides(clause, stands)]);
    }

    // What takes too many blocks is one kind of cases.
    private ImmutableArray<CoveredBlock> Blocks(ClauseSymbol clause, Region stands, BlockCover cover)
    {
        ImmutableArray<Block> blocks = cover.Find(stands, _book.Existing, out Region rest);
        IEnumerable<CoveredBlock> told = blocks.Select(b => Block(clause, b.ToString(), _regions.And(stands, b.Cases)));
        return [.. told, .. rest.IsEmpty ? [] : new[] { Block(clause, "cases that take many more phrases", rest) }];
    }

    private CoveredBlock Block(ClauseSymbol clause, string text, Region cases) =>
        new(clause, text, _cases.Any(c => _regions.Holds(cases, c)), _writer.Write(_regions.Witness(cases)));

    private static string Told(string fact, long value) =>
        fact == BuiltInAttributes.Date ? new CalendarDay((int)value).ToString()
        : ClockNames.IsHalved(fact) ? new HalvedValue(value).ToString()
        : value.ToString(CultureInfo.InvariantCulture);
}
