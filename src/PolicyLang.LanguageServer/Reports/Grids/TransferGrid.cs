using System.Diagnostics;
using System.Globalization;
using PolicyLang.Analysis;
using PolicyLang.Decisions;
using PolicyLang.LanguageService;
using PolicyLang.Semantics;

namespace PolicyLang.LanguageServer.Reports.Grids;

/// <summary>Transfers between places as a table.</summary>
internal sealed class TransferGrid
{
    private const int MostWays = 6;
    private const int Alphabet = 26;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _lists = [];
    private readonly bool _all;
    private bool _incomplete;

    private TransferGrid(bool all) => _all = all;

    /// <param name="matrix">The matrix.</param>
    /// <param name="facts">What every entry has in common.</param>
    /// <param name="all">Whether every way is told, however many there are.</param>
    public static Grid Create(TransferMatrix matrix, ImmutableArray<RawFact> facts, bool all)
    {
        var grid = new TransferGrid(all);
        ImmutableArray<GridRow> rows =
            [.. matrix.Origins.Zip(matrix.Rows, (o, cells) => new GridRow(GridText.Of(o.Title), [.. cells.Select(grid.Cell)]))];
        TransferAnswer[] used = [.. matrix.Rows.SelectMany(r => r).Select(c => c.Answer).Distinct().Order()];
        return new Grid(
            Title(facts),
            "from",
            "to",
            [.. matrix.Destinations.Select((d, i) => new GridText(LetterOf(i), d.Title))],
            rows,
            [string.Join(", ", used.Select(a => $"{Sign(a)} {Word(a)}"))],
            [
                .. grid._lists.Select((l, i) => $"S{i + 1}  {l}"),
                .. grid._incomplete ? ["There may be more ways than those told; see 'policyc explain PL9003'."] : Array.Empty<string>(),
            ]);
    }

    /// <summary>"Transfers of Health by Controller and Exporter on 2026-03-01, organisation=Acme".</summary>
    public static string Title(ImmutableArray<RawFact> facts)
    {
        (string Fact, string Lead)[] leads =
        [
            (BuiltInAttributes.Data, " of "), (BuiltInAttributes.Actor, " by "), (BuiltInAttributes.Purpose, " for "),
            (BuiltInAttributes.Date, " on "),
        ];
        IEnumerable<string> told = leads.SelectMany(l =>
            facts.Where(f => f.Attribute == l.Fact).Select(f => l.Lead + CaseSentence.List(f.Values, "and")));
        IEnumerable<string> others =
            facts.Where(f => f.Attribute != BuiltInAttributes.Action && leads.All(l => l.Fact != f.Attribute))
                .Select(f => $", {f.Attribute}={string.Join(',', f.Values)}");
        return $"Transfers{string.Concat(told.Concat(others))}";
    }

    private GridCell Cell(MatrixCell cell)
    {
        string sign = Sign(cell.Answer);
        string told = Word(cell.Answer);
        if (cell.Answer == TransferAnswer.Safeguards)
        {
            string[] ways = [.. WaySentences.Sentences(cell.Ways, CaseFacts.None)];
            string list = string.Join("; or ", _all ? ways : ways.Take(MostWays))
                + (_all || ways.Length <= MostWays ? string.Empty : $"; and {ways.Length - MostWays} more (--all)");
            if (!_numbers.TryGetValue(list, out int number))
            {
                _lists.Add(list);
                _numbers.Add(list, number = _lists.Count);
            }

            _incomplete |= !cell.WaysAreComplete;
            (sign, told) = ($"S{number.ToString(CultureInfo.InvariantCulture)}", $"{told}: {list}");
        }

        return new GridCell(new GridText(sign, told), ToneOf(cell.Answer));
    }

    private static string Sign(TransferAnswer answer) => answer switch
    {
        TransferAnswer.Free => "P",
        TransferAnswer.Safeguards => "S",
        TransferAnswer.Prohibited => "X",
        TransferAnswer.Conflicting => "!",
        TransferAnswer.Unregulated => ".",
        TransferAnswer.Impossible => "-",
        _ => throw new UnreachableException(),
    };

    private static string Word(TransferAnswer answer) => answer switch
    {
        TransferAnswer.Free => "permitted",
        TransferAnswer.Safeguards => "with safeguards",
        TransferAnswer.Prohibited => "prohibited",
        TransferAnswer.Conflicting => "conflicting",
        TransferAnswer.Unregulated => "no rule",
        TransferAnswer.Impossible => "cannot occur",
        _ => throw new UnreachableException(),
    };

    private static Tone ToneOf(TransferAnswer answer) => answer switch
    {
        TransferAnswer.Free => Tone.Good,
        TransferAnswer.Safeguards => Tone.Caution,
        TransferAnswer.Prohibited or TransferAnswer.Conflicting => Tone.Bad,
        TransferAnswer.Unregulated or TransferAnswer.Impossible => Tone.Quiet,
        _ => throw new UnreachableException(),
    };

    // A, B, … Z, AA, AB: as columns of spreadsheets are called.
    private static string LetterOf(int number) =>
        (number >= Alphabet ? LetterOf((number / Alphabet) - 1) : string.Empty) + (char)('A' + (number % Alphabet));
}
