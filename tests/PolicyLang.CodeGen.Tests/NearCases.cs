using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Workspaces;

namespace PolicyLang.CodeGen.Tests;

/// <summary>
/// Random cases of which most are about the law: a case of the region of a rule, or of two rules that oppose each other, as far from the
/// smallest one as the region reaches, then with up to two attributes beyond it. Of cases drawn freely hardly one in a hundred is regulated.
/// </summary>
internal sealed class NearCases
{
    private readonly RandomCases _free;
    private readonly RuleBook _book;
    private readonly CaseReader _reader;
    private readonly CaseWriter _writer;
    private readonly Random _random;
    private readonly ImmutableArray<Rule> _rules;
    private readonly ImmutableArray<ImmutableArray<int>> _variables;

    public NearCases(Workspace workspace, RuleBook book, int seed)
    {
        _free = new RandomCases(workspace, book.Space, seed);
        _book = book;
        _reader = new CaseReader(book.Space);
        _writer = new CaseWriter(book.Space);
        _random = new Random(seed);
        _rules = [.. book.Rules.Where(r => !r.IsLawMaking && !r.Region.IsEmpty)];
        _variables = [.. book.Space.Attributes.Select(a => Enumerable.Range(book.Space.VariableOf(a), CaseSpace.WidthOf(a)).ToImmutableArray()),
            .. book.Space.Clocks.Select(c => ImmutableArray.Create(book.Space.VariableOfClock(c)))];
    }

    public ImmutableArray<RawFact> Next()
    {
        ImmutableArray<RawFact> free = _free.Next();
        if (_random.Next(5) == 0)
        {
            return free;
        }

        long[] other = _reader.Read(free, out ImmutableArray<string> problems) ?? throw new InvalidOperationException(string.Join(' ', problems));
        Region drawn = Drawn();
        Region region = _book.Space.Regions.TryApart(() => _book.Space.Regions.And(_book.Existing, drawn)).Or(drawn);
        if (region.IsEmpty)
        {
            return free;
        }

        long[] values = _book.Space.Regions.Witness(region);
        foreach (ImmutableArray<int> variables in _variables.OrderBy(_ => _random.Next()))
        {
            TakeOver(variables, other, values, v => _book.Space.Regions.Holds(region, v));
        }

        for (int beyond = _random.Next(3); beyond > 0; beyond--)
        {
            TakeOver(_variables[_random.Next(_variables.Length)], other, values, _ => true);
        }

        return [.. _writer.Write(values).Facts.Select(RawFact.FromFact)];
    }

    private Region Drawn()
    {
        Rule rule = _rules[_random.Next(_rules.Length)];
        ImmutableArray<Rule> opponents = _book.Opponents(rule);
        Region both = opponents.IsEmpty || _random.Next(2) == 0 ? rule.Region : Common(rule, opponents[_random.Next(opponents.Length)]);
        return both.IsEmpty ? rule.Region : both;
    }

    private Region Common(Rule rule, Rule other) => _book.Space.Regions.TryWithin(() => _book.Space.Regions.And(rule.Region, other.Region)).Or(rule.Region);

    private static void TakeOver(ImmutableArray<int> variables, long[] from, long[] to, Func<long[], bool> isRight)
    {
        long[] before = [.. variables.Select(v => to[v])];
        foreach (int v in variables)
        {
            to[v] = from[v];
        }

        if (!isRight(to))
        {
            for (int i = 0; i < before.Length; i++)
            {
                to[variables[i]] = before[i];
            }
        }
    }
}
