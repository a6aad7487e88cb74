using System.Diagnostics;
using PolicyLang.Decisions;
using PolicyLang.Regions;
using PolicyLang.Rules;
using PolicyLang.Semantics;
using PolicyLang.Text;

namespace PolicyLang.Analysis;

/// <summary>
/// Fills a matrix. Rows and columns are the classes of places that the exact regions of the outcomes do not tell apart, so that one
/// decision speaks for a whole cell.
/// </summary>
internal sealed class MatrixBuilder(RuleBook book)
{
    private static readonly string[] Kept =
    [
        BuiltInAttributes.Origin, BuiltInAttributes.Destination, BuiltInAttributes.Data, BuiltInAttributes.Purpose, BuiltInAttributes.Date,
        BuiltInAttributes.Location, BuiltInAttributes.Actor, BuiltInAttributes.Recipient,
    ];

    /// <summary>The most cells of a matrix: more take minutes, and nobody reads them.</summary>
    internal const int MostCells = 250_000;

    private static readonly Outcome[] Told = [Outcome.Permitted, Outcome.Prohibited, Outcome.Conflicting];

    /// <param name="facts">What holds in every cell: action, data, purpose, date.</param>
    /// <param name="origins">Places for the rows; empty for all classes.</param>
    /// <param name="destinations">Places for the columns; empty for all classes.</param>
    /// <param name="problems">What is wrong with the question, one sentence each; the matrix is then null.</param>
    public TransferMatrix? Build(IEnumerable<RawFact> facts, ImmutableArray<string> origins, ImmutableArray<string> destinations,
        out ImmutableArray<string> problems)
    {
        if (IsTooLarge(origins.Length, destinations.Length, out problems))
        {
            return null;
        }

        ImmutableArray<RawFact> stated = [.. facts];
        long[]? values = new CaseReader(book.Space).Read(stated, out problems);
        TaxonomySymbol places = book.Model.Jurisdictions;
        problems = problems.AddRange(origins.Concat(destinations).Distinct().Where(n => places.Find(n) is null)
            .Select(n => $"There is no jurisdiction '{n}'; name one jurisdiction for each row or column."));
        if (values is null || !problems.IsEmpty)
        {
            return null;
        }

        int origin = book.Space.VariablesOf(BuiltInAttributes.Origin).First();
        int destination = book.Space.VariablesOf(BuiltInAttributes.Destination).First();
        RegionSpace regions = book.Space.Regions;
        ImmutableArray<Region> told = Outcomes(stated, values, BuiltInAttributes.Origin, BuiltInAttributes.Destination);
        var names = new PlaceGroupNames(book.Model, book.Space.DateOf(values));
        ImmutableArray<MatrixPlace> rows = Places(origins, told, origin, names);
        ImmutableArray<MatrixPlace> columns = Places(destinations, told, destination, names);
        if (IsTooLarge(rows.Length, columns.Length, out problems))
        {
            return null;
        }

        var decider = new Decider(book);
        Recipients? recipients = stated.Any(f => f.Attribute == BuiltInAttributes.Recipient) ? null : new Recipients(book, values);
        return new TransferMatrix(rows, columns, [.. rows.Select(row => columns.Select(column =>
        {
            long[] cell = (long[])values.Clone();
            cell[origin] = row.Places[0].Index;
            cell[destination] = column.Places[0].Index;
            return regions.Holds(book.Existing, cell)
                ? Cell(decider.Decide(cell)) with { ByRecipient = recipients?.Of(cell) ?? [] }
                : new MatrixCell(TransferAnswer.Impossible, [], []);
        }).ToImmutableArray())]);
    }

    /// <summary>
    /// The days from which on a matrix may be another one, in their order, the first day of all among them. Between two of them it is the
    /// same.
    /// </summary>
    /// <param name="facts">What holds in every cell; the date among them makes no difference.</param>
    /// <param name="problems">What is wrong with the question, one sentence each; there are no days then.</param>
    public ImmutableArray<CalendarDay> Days(IEnumerable<RawFact> facts, out ImmutableArray<string> problems)
    {
        // A case has a day; that one is left open again.
        ImmutableArray<RawFact> stated =
        [
            .. facts.Where(f => f.Attribute != BuiltInAttributes.Date),
            new RawFact(BuiltInAttributes.Date, [CalendarDay.First.ToString()]),
        ];
        if (new CaseReader(book.Space).Read(stated, out problems) is not { } values)
        {
            return [];
        }

        int date = book.Space.VariablesOf(BuiltInAttributes.Date).First();
        return
        [
            .. Outcomes(stated, values, BuiltInAttributes.Origin, BuiltInAttributes.Destination, BuiltInAttributes.Date)
                .SelectMany(r => book.Space.Regions.StartsOf(r, date)).Append(0).Distinct().OrderBy(d => d)
                .Select(d => new CalendarDay((int)d)),
        ];
    }

    // Places that differ in whether their cases exist are no class either.
    private ImmutableArray<Region> Outcomes(ImmutableArray<RawFact> stated, long[] values, params string[] open)
    {
        RegionSpace regions = book.Space.Regions;
        var known = new HashSet<int>(stated.SelectMany(f => book.Space.VariablesOf(f.Attribute))
            .Concat(regions.Variables.Where(v => !v.Chosen).Select(v => v.Index)));
        known.ExceptWith(open.SelectMany(book.Space.VariablesOf));
        Region pattern = regions.And(book.Existing, CasePattern.FromValues(regions, values, known));
        var outcomes = new OutcomeRegions(book, pattern);
        return [.. Told.Select(outcomes.RegionOf), pattern];
    }

    private static bool IsTooLarge(int rows, int columns, out ImmutableArray<string> problems)
    {
        bool tooLarge = (long)rows * columns > MostCells;
        problems = tooLarge
            ? [$"A matrix of {rows} by {columns} places has more than {MostCells} cells, which is the limit; ask for fewer places."]
            : [];
        return tooLarge;
    }

    private ImmutableArray<MatrixPlace> Places(
        ImmutableArray<string> wanted, ImmutableArray<Region> told, int variable, PlaceGroupNames names)
    {
        TaxonomySymbol places = book.Model.Jurisdictions;
        return wanted.IsEmpty
            ? [.. book.Space.Regions.ClassesOf(told, variable)
                .Select(c => c.Where(v => v < places.NodeCount).Select(v => places.Nodes[(int)v]).ToImmutableArray()).Where(c => !c.IsEmpty)
                .Select(names.GroupOf)]
            : [.. wanted.Select(places.Find).OfType<NodeSymbol>().Select(p => names.GroupOf([p]))];
    }

    private static MatrixCell Cell(Decision decision)
    {
        ImmutableArray<CaseFacts> ways = [.. decision.WaysToComply.Where(w => !w.Facts.Any(f => Kept.Contains(f.Attribute)))];
        TransferAnswer answer = decision.Outcome switch
        {
            Outcome.Permitted => TransferAnswer.Free,
            Outcome.Conflicting => TransferAnswer.Conflicting,
            Outcome.Prohibited => ways.IsEmpty ? TransferAnswer.Prohibited : TransferAnswer.Safeguards,
            Outcome.Unregulated => TransferAnswer.Unregulated,
            _ => throw new UnreachableException(),
        };
        return new MatrixCell(answer, answer == TransferAnswer.Safeguards ? ways : [], decision.Applied)
        {
            WaysAreComplete = decision.WaysAreComplete,
        };
    }
}
