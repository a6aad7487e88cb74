using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Decisions.Blocks;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A clause as a reading card: its sentence, where to read the article, when and whom it binds, what defeats it, a smallest
/// example, and how many conflicts it has.</summary>
internal static class ClauseHover
{
    public static IEnumerable<string> Lines(ClauseSymbol clause, Workspace workspace, ReadingView view) =>
    [
        $"> {SymbolHover.Escape(Sentence(clause))}",
        .. ClauseStatus.Of(clause) is { } status ? [$"Status: {SymbolHover.Escape(status.ToString())}."] : Array.Empty<string>(),
        .. Binding(clause, workspace.Model, view),
        .. Precedence(clause, workspace.Model),
        .. Cases(clause, workspace),
    ];

    /// <summary>When and whom it binds.</summary>
    public static IEnumerable<string> Binding(ClauseSymbol clause, SemanticModel model, ReadingView view)
    {
        yield return $"{Article(clause)}{InForce(clause, view)}.";
        foreach (string line in Bound(clause, model, view))
        {
            yield return line;
        }
    }

    /// <summary>When it binds: "in force since 2018-05-25".</summary>
    public static string InForce(ClauseSymbol clause, ReadingView view) => SymbolHover.Force(clause.Force) + On(clause, view.AsOf);

    /// <summary>Whom it binds.</summary>
    public static IEnumerable<string> Bound(ClauseSymbol clause, SemanticModel model, ReadingView view)
    {
        yield return Bound(clause, model);
        if (Viewpoint(clause.Framework, model, view) is { } viewpoint)
        {
            yield return viewpoint;
        }
    }

    /// <summary>The cases that it speaks of, and a smallest one; none where one would have to wait.</summary>
    public static IEnumerable<string> Cases(ClauseSymbol clause, Workspace workspace)
    {
        ImmutableArray<CasesLine> reach = workspace.ReachAtHand(clause);
        bool isDuty = clause.Meaning?.Modality is Modality.Must or Modality.Should;
        if (!reach.IsEmpty && (isDuty || reach.Length > 1 || !NamesIn(reach[0].Written).IsSubsetOf(NamesIn(Sentence(clause)))))
        {
            yield return $"{(isDuty ? "Due where" : "Speaks of")}:\n"
                + string.Join("\n", reach.Select(line => $"- {SymbolHover.Escape(line.Spoken)}"));
        }

        if (workspace.ExampleAtHand(clause) is { } example)
        {
            yield return $"For example: {SymbolHover.Escape(CaseSentence.Write(new SpokenNames(workspace.Model).Of(example)))}.";
        }
    }

    private static IEnumerable<string> Precedence(ClauseSymbol clause, SemanticModel model)
    {
        if (List(Overrides.SaidAbove(model, clause)) is { } above)
        {
            yield return $"Yields to {above}.";
        }

        if (List(Overrides.SaidBelow(model, clause)) is { } below)
        {
            yield return $"Prevails over {below}.";
        }
    }

    /// <summary>One line that counts the conflicts of a clause that concern the reader; none where it has none.</summary>
    public static IEnumerable<string> Conflicts(
        ClauseSymbol clause, Workspace workspace, ReadingView view, Func<string, string>? conflictsOf)
    {
        if (workspace.OpenConflictsAtHand is not { } known)
        {
            return ["Conflicts are being checked."];
        }

        string? count = CodeLenses.CountConflicts(
            known.Where(c => c.Clauses.Contains(clause.QualifiedName) && Viewpoints.Concerns(workspace.Model, c, view)));
        return count is null ? [] : conflictsOf is null ? [$"**{count}**"] : [$"[**{count} ▸**](<{conflictsOf(clause.QualifiedName)}>)"];
    }

    /// <summary>Whether an instrument binds the reader; null where nobody in particular reads.</summary>
    public static string? Viewpoint(FrameworkSymbol framework, SemanticModel model, ReadingView view) =>
        Viewpoints.Find(model, view.Viewpoint) is { } who
            ? $"{(Viewpoints.Binds(model, framework, who, view.AsOf) ? "Binds" : "Does not bind")} "
                + $"{who.Name}{(view.AsOf is { } day ? $" on {day}" : string.Empty)}."
            : view.Viewpoint is { } unknown ? $"Nobody is called {SymbolHover.Escape(unknown)}, the viewpoint that is set."
            : null;

    public static string Sentence(ClauseSymbol clause)
    {
        string text = clause.Whole.Text.Slice(clause.Whole.Span);
        int open = text.IndexOf('{') + 1;
        int close = text.LastIndexOf('}');
        return string.Join(" ",
            text.Substring(open, Math.Max(0, (close < open ? text.Length : close) - open))
            .Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    // What would be told by the sentence itself is not told again.
    private static HashSet<string> NamesIn(string words) =>
        [.. words.Split(' ', ',', '(', ')').Where(w => w.Length > 0 && (char.IsUpper(w[0]) || w.IndexOf('_') > 0 || w.All(char.IsDigit)))];

    private static string On(ClauseSymbol clause, CalendarDay? day) => day is not { } on || clause.Force.IsEmpty ? string.Empty
        : clause.Force.Any(r => r.Contains(on)) ? $" (in force on {on})"
        : clause.Force.All(r => on > r.Until) ? $" (no longer on {on})"
        : $" (not on {on})";

    private static string Bound(ClauseSymbol clause, SemanticModel model)
    {
        if (clause.Meaning?.LawModality is not null)
        {
            string[] parties =
                [.. model.Parties.Where(p => p.Adoptions.Any(a => ReferenceEquals(a.Framework, clause.Framework))).Select(p => p.Name)];
            return $"Binds the law of its parties{(parties.Length > 0 ? $": {string.Join(", ", parties)}" : string.Empty)}.";
        }

        ConductSentenceSyntax? sentence = clause.Syntax.Node.Sentence as ConductSentenceSyntax;
        string who = sentence?.Subject is { } subject ? Text(clause, subject) : "everybody";
        string of = sentence?.Of is { } places ? $" of {Text(clause, places)}" : string.Empty;
        string law = clause.Framework.Authority is { } authority
            ? $", as {clause.Framework.Rank.ToString().ToLowerInvariant()} of {authority.Name}"
            : string.Empty;
        return $"Binds {SymbolHover.Escape(who + of)}{law}.";
    }

    private static string Text(ClauseSymbol clause, SyntaxNode node) => clause.Whole.Text.Slice(clause.Syntax.Absolute(node.Span));

    private static string? List(IEnumerable<Override> others)
    {
        string[] names = [.. others.Select(o => SymbolHover.Escape(o.Clause.Title is { } title
            ? $"{title} ({o.Clause.QualifiedName}, {o.Why})"
            : $"{o.Clause.QualifiedName} ({o.Why})")).Distinct()];
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    // "[Art. 48](https://…), "; without a citation the name of the instrument stands for it.
    private static string Article(ClauseSymbol clause) => (clause.Cites, LawSources.Of(clause)) switch
    {
        ({ } cites, { } source) => $"[{SymbolHover.Escape(cites)}](<{source}>), ",
        ({ } cites, null) => $"{SymbolHover.Escape(cites)}, ",
        (null, { } source) => $"[{SymbolHover.Escape(clause.Framework.Name)}](<{source}>), ",
        (null, null) => string.Empty,
    };
}
