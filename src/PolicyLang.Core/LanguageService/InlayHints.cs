using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using PolicyLang.Workspaces;

namespace PolicyLang.LanguageService;

/// <summary>A few words that the text implies.</summary>
/// <param name="Offset">Where they are shown.</param>
/// <param name="Label">The words.</param>
/// <param name="Before">Whether they belong to what follows them.</param>
/// <param name="Explanation">More about them.</param>
internal sealed record InlayHint(int Offset, string Label, bool Before, string Explanation);

/// <summary>What a bloc means on the day, the force that a clause inherits, the other half of a modality.</summary>
internal static class InlayHints
{
    /// <summary>The hints in a stretch of a file, in text order.</summary>
    public static ImmutableArray<InlayHint> FindIn(Workspace workspace, string file, TextSpan range, ReadingView view)
    {
        SemanticModel model = workspace.Model;
        ImmutableArray<NameReference> names = [.. model.ReferencesIn(file).Where(r => r.Location.Span.Touches(range))];
        ImmutableArray<NameReference> blocs = [.. names.Where(r => r.Symbol is BlocSymbol)];
        return
        [
            .. model.Clauses.Where(c => c.Location.File == file && c.Whole.Span.Touches(range))
                .SelectMany(c => Force(c, model, view).Concat(Modality(c))
                    .Concat(blocs.Where(b => b.Location.Span.Touches(c.Whole.Span)).SelectMany(b => Bloc(c, b, names, model, view))))
                .Where(h => h.Offset >= range.Start && h.Offset <= range.End)
                .OrderBy(h => h.Offset),
        ];
    }

    private static IEnumerable<InlayHint> Bloc(
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
            yield return new InlayHint(reference.Location.Span.End, WireNames.Count(members.Length, "place"), false,
                $"On {day}: {string.Join(", ", members.Select(m => SymbolHover.Named(m)))}");
        }
        else if (reference.Location.Span.End == list.End && !OutsideList.HasExceptions(reference.Location, list))
        {
            // What is meant lies outside all that the list names.
            string[] names = [.. references.Where(r => list.Contains(r.Location.Span)).Select(r => r.Symbol.Name).Distinct()];
            int meant = Territory.Outside(references.Where(r => list.Contains(r.Location.Span)).Select(r => r.Symbol), model, day);
            yield return new InlayHint(list.End, WireNames.Count(meant, "place"), false,
                $"On {day}: all places but those of {Decisions.CaseSentence.List([.. names], "and")}");
        }
    }

    // Show at the clause what a reader may skip: not in force, or binding others.
    private static IEnumerable<InlayHint> Force(ClauseSymbol clause, SemanticModel model, ReadingView view)
    {
        bool inherited = !clause.Syntax.Node.Modifiers.Any(m => m is ForceModifierSyntax);
        string?[] words =
        [
            inherited ? SymbolHover.Force(clause.Force) : null,
            view.AsOf is { } day && !clause.Force.IsEmpty && !clause.Force.Any(r => r.Contains(day))
                ? $"not on {day}"
                : null,
            Viewpoints.Find(model, view.Viewpoint) is { } who && !Viewpoints.Binds(model, clause.Framework, who, view.AsOf)
                ? $"does not bind {who.Name}"
                : null,
        ];
        string label = string.Join(", ", words.OfType<string>());
        if (label.Length > 0)
        {
            yield return new InlayHint(clause.Location.Span.End, label, false,
                inherited ? $"Inherited from {clause.Framework.Name}." : $"In {clause.Framework.Name}.");
        }
    }

    private static IEnumerable<InlayHint> Modality(ClauseSymbol clause)
    {
        if (clause.Syntax.Node.Sentence is not ConductSentenceSyntax sentence)
        {
            yield break;
        }

        TextSpan modality = clause.Syntax.Absolute(sentence.ModalitySpan);
        if (sentence.Subject is null)
        {
            yield return new InlayHint(modality.Start, "everybody", true, "A sentence without a subject binds everybody.");
        }

        if (sentence.Modality == Syntax.Modality.MayOnly)
        {
            yield return new InlayHint(
                modality.End, "and must not otherwise", false, "Where the condition does not hold, the act is prohibited.");
        }

        foreach (InModifierSyntax only in clause.Syntax.Node.Modifiers.OfType<InModifierSyntax>().Where(m => m.Only))
        {
            yield return new InlayHint(clause.Syntax.Absolute(only.Span).End, "and must not elsewhere", false,
                "'only in' prohibits the act in every other place.");
        }
    }
}
