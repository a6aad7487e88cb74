using PolicyLang.Diagnostics;
using PolicyLang.Repairs;
using PolicyLang.Semantics;
using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>Adds to a clause the slot that a finding misses.</summary>
internal static class MissingSlots
{
    /// <summary>The words that may be added for a finding about a clause, with the edit of each.</summary>
    public static IEnumerable<(string Words, FileEdit Edit)> For(Diagnostic found, ClauseSymbol clause)
    {
        var editor = new ClauseEditor(clause);
        ImmutableArray<ModifierSyntax> modifiers = clause.Syntax.Node.Modifiers;
        bool from = modifiers.Any(m => m is FromModifierSyntax);
        bool to = modifiers.Any(m => m is ToModifierSyntax);
        int origin = (int)ModifierForm.From;
        int destination = (int)ModifierForm.To;
        int place = (int)ModifierForm.In;
        int deadline =
            (int)ModifierForm.Within;
        IEnumerable<(string Words, int Order)> slots =
            found.Descriptor == FormDiagnostics.TransferWithoutPlace || found.Descriptor == StyleDiagnostics.OpenPlace
                || found.Descriptor == StyleDiagnostics.Unscoped
                ? clause.ClauseKind == ClauseKind.Transfer
                    ? new[] { ("from anywhere", origin, from), ("to anywhere", destination, to) }.Where(s => !s.Item3)
                        .Select(s => (s.Item1, s.Item2))
                    : [("in anywhere", place)]
            : found.Descriptor == StyleDiagnostics.NoDeadline ? [("within 72 hours", deadline)]
            : [];
        return slots.Select(s => (s.Words, editor.Add(s.Words, s.Order)));
    }
}
