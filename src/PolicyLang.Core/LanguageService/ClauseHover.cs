using PolicyLang.Conflicts;
using PolicyLang.Decisions;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A clause as a reading card: its sentence, when and whom it binds, what defeats it, its conflicts, a smallest example.</summary>
internal static class ClauseHover
{
    public static IEnumerable<string> Lines(ClauseSymbol clause, Workspace workspace, ReadingView view)
    {
        SemanticModel model = workspace.Model;
        yield return $"> {SymbolHover.Escape(Sentence(clause))}";
        yield return $"{(clause.Cites is { } cites ? $"{SymbolHover.Escape(cites)}, " : string.Empty)}{SymbolHover.Force(clause.Force)}"
            + $"{On(clause, view.AsOf)}.";
        yield return Bound(clause, model);
        if (Viewpoint(clause.Framework, model, view) is { } viewpoint)
        {
            yield return viewpoint;
        }

        if (List(Overrides.SaidAbove(model, clause)) is { } above)
        {
            yield return $"Yields to {above}.";
        }

        if (List(Overrides.SaidBelow(model, clause)) is { } below)
        {
            yield return $"Prevails over {below}.";
        }

        foreach (string conflict in Conflicts(clause, workspace))
        {
            yield return conflict;
        }

        ImmutableArray<string> reach = workspace.ReachAtHand(clause);
        if (!reach.IsEmpty)
        {
            string lead = clause.Meaning?.Modality is Modality.Must or Modality.Should ? "Due where" : "Speaks of";
            yield return $"{lead}:\n{string.Join("\n", reach.Select(line => $"- {SymbolHover.Escape(line)}"))}";
        }

        if (workspace.ExampleAtHand(clause) is { } example)
        {
            yield return $"For example: {SymbolHover.Escape(CaseSentence.Write(example))}.";
        }
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
        string[] names = [.. others.Select(o => SymbolHover.Escape($"{o.Clause.QualifiedName} ({o.Why})")).Distinct()];
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    private static IEnumerable<string> Conflicts(ClauseSymbol clause, Workspace workspace)
    {
        if (workspace.OpenConflictsAtHand is not { } known)
        {
            return ["Conflicts are being checked."];
        }

        return known.Where(c => c.Clauses.Contains(clause.QualifiedName))
            .Select(c => $"{c.Descriptor.Code} ({WireNames.NameOf(c.Status)}): {SymbolHover.Escape(c.Message)}");
    }
}
