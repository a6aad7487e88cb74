namespace PolicyLang.Syntax;

/// <summary>
/// The two readings of <c>parties must allow A to B</c>: "B by A" where A names those whose conduct is spoken of, "A to the places B" where
/// it names actions. Only whoever knows the names can tell; the tree holds the second.
/// </summary>
internal static class LawReading
{
    /// <summary>The modifier that the sentence of a clause may go on with; null where there is one reading only.</summary>
    public static ToModifierSyntax? UndecidedTo(ClauseSyntax clause) =>
        clause.Sentence is LawSentenceSyntax { Subject: null, Act.Object: null } && !clause.Modifiers.IsEmpty
        && clause.Modifiers[0] is ToModifierSyntax to && (!to.Roles.IsEmpty || to.Set is ListSetSyntax { Outside: false })
            ? to
            : null;

    /// <summary>What would be the verbs in the first reading; null where they could be none.</summary>
    /// <param name="to">What <see cref="UndecidedTo"/> says of a clause.</param>
    public static ListSetSyntax? Verbs(ToModifierSyntax to) =>
        to.Roles.IsEmpty
            ? to.Set as ListSetSyntax
            : new ListSetSyntax(false, to.Roles, [], to.Roles[0].Span.Cover(to.Roles[to.Roles.Length - 1].Span));

    /// <summary>The clause in the first reading: the names before "to" are the subject.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="to">What <see cref="UndecidedTo"/> says of it.</param>
    public static ClauseSyntax WithSubject(ClauseSyntax clause, ToModifierSyntax to)
    {
        // "to B in C": the place of the act, rather than that of a recipient.
        ModifierSyntax? place = to.Roles.IsEmpty ? null
            : to.Set is ListSetSyntax { Outside: true } outside ? new OutsideModifierSyntax(outside, outside.Span, outside.Span)
            : new InModifierSyntax(false, to.Set, to.Set.Span, to.Set.Span);
        if (clause.Sentence is not LawSentenceSyntax law || Verbs(to) is not { } verbs)
        {
            return clause;
        }

        return clause with
        {
            Sentence = law with { Subject = law.Act.Verbs, Act = new ActSyntax(verbs, null, verbs.Span),
                Span = law.Span.Cover(verbs.Span) },
            Modifiers = place is null ? clause.Modifiers.Remove(to) : clause.Modifiers.Replace(to, place),
        };
    }
}
