using PolicyLang.Library;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>An instrument of a law library.</summary>
/// <param name="Framework">Its framework.</param>
/// <param name="ReadAsOf">The day as of which it was read; null where its file does not say.</param>
/// <param name="Scenarios">How many scenarios and checks stand beside it.</param>
/// <param name="Notes">What its header says: what is stated, what is not, how sure that is.</param>
internal sealed record LawInstrument(FrameworkSymbol Framework, CalendarDay? ReadAsOf, int Scenarios, ImmutableArray<string> Notes)
{
    /// <summary>What its file declares beside the framework: the words that its clauses use.</summary>
    public ImmutableArray<LawPassage> Declarations { get; init; } = [];

    /// <summary>The scenarios and checks beside it.</summary>
    public ImmutableArray<LawPassage> Cases { get; init; } = [];

    /// <summary>The legal order that made it.</summary>
    public string Order => Framework.Authority?.Name ?? string.Empty;

    /// <summary>Its days, in words.</summary>
    public string Force => SymbolHover.Force(Framework.Force);

    /// <summary>Its clauses that are in force on a day; all of them where none is said.</summary>
    public ImmutableArray<ClauseSymbol> ClausesOn(CalendarDay? day) => day is not { } on
        ? Framework.Clauses
        : [.. Framework.Clauses.Where(c => c.Force.Any(r => r.Contains(on)))];
}

/// <summary>A declaration of a law library as it is written.</summary>
/// <param name="Title">The title of a scenario or a check; null for others.</param>
/// <param name="Documentation">Text of its <c>///</c> comments.</param>
/// <param name="Location">Where it stands, without its comments.</param>
internal sealed record LawPassage(string? Title, string? Documentation, Location Location)
{
    /// <summary>Its text.</summary>
    public string Text => Location.Text.Slice(Location.Span);
}

/// <summary>The instruments of a law library, for people to read.</summary>
internal static class LawListing
{
    private const string Comment = "//";
    private static readonly string[] NoteWords = ["Stated:", "Not stated:", "Sure:", "Read as of"];

    /// <summary>The name of the file with the scenarios of an instrument: <c>gdpr.scenarios.policy</c> beside <c>gdpr.policy</c>.</summary>
    public static bool HasScenarios(string file)
    {
        string name = file.Substring(file.LastIndexOf('/') + 1);
        return name.IndexOf(".scenarios.", StringComparison.Ordinal) >= 0;
    }

    /// <summary>All instruments, by legal order and name.</summary>
    /// <param name="library">A workspace of all files of the library, at their paths in it.</param>
    /// <param name="catalog">The library.</param>
    public static ImmutableArray<LawInstrument> Create(Workspace library, LawCatalog catalog)
    {
        ILookup<string, string> cases = library.Model.Scenarios.Select(s => s.Head.File)
            .Concat(library.Model.Checks.Select(c => c.Location.File)).ToLookup(InstrumentOf, StringComparer.Ordinal);
        ILookup<string, SyntaxTree> trees = library.Trees.ToLookup(t => InstrumentOf(t.File), StringComparer.Ordinal);
        return
        [
            .. library.Model.Frameworks.Where(f => !HasScenarios(f.Location.File))
                .Select(f => new LawInstrument(f, catalog.FileAt(f.Location.File)?.ReadAsOf, cases[f.Location.File].Count(),
                    Header(f.Location.Text.Content))
                {
                    Declarations = [.. trees[f.Location.File].Where(t => !HasScenarios(t.File)).SelectMany(Passages)],
                    Cases =
                        [.. trees[f.Location.File].Where(t => HasScenarios(t.File)).SelectMany(Passages).Where(p => p.Title is not null)],
                })
                .OrderBy(i => i.Order, StringComparer.Ordinal).ThenBy(i => i.Framework.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The sentence of a clause on one line, as it is written.</summary>
    public static string Sentence(ClauseSymbol clause) => ClauseHover.Sentence(clause);

    private static IEnumerable<LawPassage> Passages(SyntaxTree tree) => tree.Declarations.Select(d => new LawPassage(
        (d.Node as ScenarioSyntax)?.Title?.Value ?? (d.Node as CheckSyntax)?.Title?.Value,
        d.Node.Documentation,
        tree.Locate(d.Offset, d.Node.Span)));

    private static string InstrumentOf(string file) => file.Replace(".scenarios.", ".");

    // The first comment; each of the words of a header begins a note.
    private static ImmutableArray<string> Header(string text)
    {
        var notes = new List<string>();
        foreach (string line in text.Split('\n').Select(l => l.Trim()).TakeWhile(l => l.StartsWith(Comment, StringComparison.Ordinal)))
        {
            string said = line.Substring(Comment.Length).Trim();
            if (notes.Count == 0 || Array.Exists(NoteWords, word => said.StartsWith(word, StringComparison.Ordinal)))
            {
                notes.Add(said);
            }
            else if (said.Length > 0)
            {
                notes[notes.Count - 1] = $"{notes[notes.Count - 1]} {said}".Trim();
            }
        }

        return [.. notes.Where(n => n.Length > 0)];
    }
}
