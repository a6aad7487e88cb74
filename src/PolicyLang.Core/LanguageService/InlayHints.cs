using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A few words that a line of the text implies, shown behind it.</summary>
/// <param name="Offset">The end of the line.</param>
/// <param name="Label">The words.</param>
/// <param name="Explanation">More about them, in as many lines as the label has parts.</param>
internal sealed record InlayHint(int Offset, string Label, string Explanation);

/// <summary>What a bloc means on the day, the other half of a modality, and where a clause differs from its framework: one hint for a
/// line, so that sentences stay whole.</summary>
internal static class InlayHints
{
    private const string Separator = " · ";

    private readonly record struct Part(int Offset, string Label, string Explanation);

    /// <summary>The hints in a stretch of a file, in text order.</summary>
    public static ImmutableArray<InlayHint> FindIn(Workspace workspace, string file, TextSpan range, ReadingView view)
    {
        SemanticModel model = workspace.Model;
        if (workspace.Tree(file)?.Text is not { } text)
        {
            return [];
        }

        ImmutableArray<NameReference> names = [.. model.ReferencesIn(file).Where(r => r.Location.Span.Touches(range))];
        ImmutableArray<NameReference> blocs = [.. names.Where(r => r.Symbol is BlocSymbol)];
        return
        [
            .. model.Frameworks.Where(f => f.Location.File == file && f.Location.Span.Touches(range))
                .SelectMany(f => Reader(f, model, view))
                .Concat(model.Clauses.Where(c => c.Location.File == file && c.Whole.Span.Touches(range))
                    .SelectMany(c => Force(c, view).Concat(Modality(c))
                        .Concat(blocs.Where(b => b.Location.Span.Touches(c.Whole.Span)).SelectMany(b => Bloc(c, b, names, model, view)))))
                .OrderBy(p => p.Offset)
                .GroupBy(p => LineEnd(text, p.Offset))
                .Where(line => line.Key >= range.Start && line.Key <= range.End)
                .Select(line => new InlayHint(line.Key, string.Join(Separator, line.Select(p => p.Label).Distinct()),
                    string.Join("\n\n", line.Select(p => p.Explanation).Distinct()))),
        ];
    }

    private static int LineEnd(SourceText text, int offset)
    {
        int line = text.PositionOf(offset).Line;
        return text.LineStart(line) + text.Line(line).TrimEnd().Length;
    }

    private static IEnumerable<Part> Bloc(
        ClauseSymbol clause, NameReference reference, IEnumerable<NameReference> references, SemanticModel model, ReadingView view)
    {
        if (reference.Symbol is not BlocSymbol bloc
            || (view.AsOf ?? (clause.Force.IsEmpty ? null : clause.Force[clause.Force.Length - 1].From)) is not { } day)
        {
            yield break;
        }

        if (OutsideList.Around(reference.Location) is not { } list)
        {
            ImmutableArray<MembershipPeriod> members = Territory.Members(bloc, day);
            yield return new Part(reference.Location.Span.End, $"{bloc.Name}: {WireNames.Count(members.Length, "place")}",
                $"{bloc.Name} on {day}: {string.Join(", ", members.Select(m => SymbolHover.Named(m)))}");
        }
        else if (reference.Location.Span.End == list.End && !OutsideList.HasExceptions(reference.Location, list))
        {
            // What is meant lies outside all that the list names.
            string[] names = [.. references.Where(r => list.Contains(r.Location.Span)).Select(r => r.Symbol.Name).Distinct()];
            int meant = Territory.Outside(references.Where(r => list.Contains(r.Location.Span)).Select(r => r.Symbol), model, day);
            yield return new Part(list.End, $"outside {string.Join(", ", names)}: {WireNames.Count(meant, "place")}",
                $"On {day}: all places but those of {Decisions.CaseSentence.List([.. names], "and")}");
        }
    }

    // Said once, where the instrument begins: all of its clauses share it.
    private static IEnumerable<Part> Reader(FrameworkSymbol framework, SemanticModel model, ReadingView view)
    {
        if (view.AsOf is { } day && !framework.IsDraft && !framework.Force.Any(r => r.Contains(day)))
        {
            yield return new Part(framework.Location.Span.End, $"not in force on {day}",
                $"{framework.Name} is {SymbolHover.Force(framework.Force)}.");
        }

        if (Viewpoints.Find(model, view.Viewpoint) is { } who && !Viewpoints.Binds(model, framework, who, view.AsOf))
        {
            yield return new Part(framework.Location.Span.End, $"does not bind {who.Name}",
                $"{framework.Name} is law of {framework.Authority?.Name ?? "nobody"}, which does not bind {who.Name}.");
        }
    }

    // The clause's days are its framework's unless it narrows them.
    private static IEnumerable<Part> Force(ClauseSymbol clause, ReadingView view)
    {
        ImmutableArray<DayRange> whole = clause.Framework.Force;
        if (clause.Force.SequenceEqual(whole))
        {
            yield break;
        }

        string label = view.AsOf is not { } day || clause.Force.Any(r => r.Contains(day)) || !whole.Any(r => r.Contains(day))
            ? (clause.Force.IsEmpty ? "never in force" : SymbolHover.Force(clause.Force))
            : $"not in force on {day}";
        yield return new Part(clause.Location.Span.End, label,
            $"{clause.Framework.Name} is {SymbolHover.Force(whole)}; this clause says otherwise.");
    }

    private static IEnumerable<Part> Modality(ClauseSymbol clause)
    {
        if (clause.Syntax.Node.Sentence is not ConductSentenceSyntax sentence)
        {
            yield break;
        }

        TextSpan modality = clause.Syntax.Absolute(sentence.ModalitySpan);
        if (sentence.Subject is null)
        {
            yield return new Part(modality.Start, "binds everybody", "A sentence without a subject binds everybody.");
        }

        if (sentence.Modality == Syntax.Modality.MayOnly)
        {
            yield return new Part(modality.End, "and must not otherwise", "Where the condition does not hold, the act is prohibited.");
        }

        foreach (InModifierSyntax only in clause.Syntax.Node.Modifiers.OfType<InModifierSyntax>().Where(m => m.Only))
        {
            yield return new Part(clause.Syntax.Absolute(only.Span).End, "and must not elsewhere",
                "'only in' prohibits the act in every other place.");
        }
    }
}
