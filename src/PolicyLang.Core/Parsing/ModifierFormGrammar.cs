using System.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>What follows the keyword of a modifier.</summary>
internal static class ModifierFormGrammar
{
    private static readonly Parser<DateLiteralSyntax?> OptionalUntil = input =>
    {
        var at = new Cursor(input);
        return at.Success(at.ReadAfter(TokenKind.UntilWord, DateGrammar.Date));
    };

    /// <summary>Reads a modifier.</summary>
    /// <param name="input">Its keyword.</param>
    /// <param name="form">What it is.</param>
    /// <param name="words">How many tokens its keyword takes; 0 where it has been read already, or begins what follows.</param>
    public static IResult<ModifierSyntax?> Read(IInput input, ModifierForm form, int words) => form switch
    {
        ModifierForm.From => Keyword(input, words, SetGrammar.Places, static (s, k, span) => new FromModifierSyntax(s, k, span)),
        ModifierForm.To =>
            Keyword(input, words, SetGrammar.Destination, static (d, k, span) => new ToModifierSyntax(d.Roles, d.Set, k, span)),
        ModifierForm.OnlyIn => Keyword(input, words, SetGrammar.Places, static (s, k, span) => new InModifierSyntax(true, s, k, span)),
        ModifierForm.In => Keyword(input, words, SetGrammar.Places, static (s, k, span) => new InModifierSyntax(false, s, k, span)),
        ModifierForm.Outside =>
            Keyword(input, words, SetGrammar.ListedPlaces, static (s, k, span) => new OutsideModifierSyntax(s, k, span)),
        ModifierForm.For => Keyword(input, words, SetGrammar.Purposes, static (s, k, span) => new ForModifierSyntax(s, k, span)),
        ModifierForm.Against => Keyword(input, words, SetGrammar.Targets, static (s, k, span) => new AgainstModifierSyntax(s, k, span)),
        ModifierForm.CollectedIn =>
            Keyword(input, words, SetGrammar.Places, static (s, k, span) => new CollectedModifierSyntax(s, k, span)),
        ModifierForm.Where => Keyword(input, words, ConditionGrammar.Condition, static (c, k, span) => new WhereModifierSyntax(c, k, span)),
        ModifierForm.When => Keyword(input, words, ConditionGrammar.Condition, static (c, k, span) => new WhenModifierSyntax(c, k, span)),
        ModifierForm.Unless =>
            Keyword(input, words, ConditionGrammar.Condition, static (c, k, span) => new UnlessModifierSyntax(c, k, span)),
        ModifierForm.With => Keyword(input, words, ConditionGrammar.Condition, static (c, k, span) => new WithModifierSyntax(c, k, span)),
        ModifierForm.Within => Keyword(input, words, DurationGrammar.Duration, static (d, k, span) => new WithinModifierSyntax(d, k, span)),
        ModifierForm.NotBefore =>
            Keyword(input, words, DurationGrammar.Duration, static (d, k, span) => new NotBeforeModifierSyntax(d, k, span)),
        ModifierForm.NotEnforceable =>
            Keyword(input, words, OptionalUntil, static (d, k, span) => new NotEnforceableModifierSyntax(d, k, span)),
        ModifierForm.InForceFrom =>
            Keyword(input, words, DateGrammar.Date,
            static (d, k, span) => new ForceModifierSyntax(new ForceSyntax(d, null, span), k, span)),
        ModifierForm.InForceUntil =>
            Keyword(input, words, DateGrammar.Date,
            static (d, k, span) => new ForceModifierSyntax(new ForceSyntax(null, d, span), k, span)),
        ModifierForm.Notifying =>
            Keyword(input, words, NameGrammar.RolesOr,
            static (n, k, span) => new NameListModifierSyntax(NameListKind.Notifying, n, [], k, span)),
        ModifierForm.ApprovedBy =>
            Keyword(input, words, NameGrammar.RolesOr,
            static (n, k, span) => new NameListModifierSyntax(NameListKind.ApprovedBy, n, [], k, span)),
        ModifierForm.SubjectTo =>
            Keyword(input, words, NameGrammar.ClausesAndLaw,
            static (n, k, span) => new NameListModifierSyntax(NameListKind.SubjectTo, n.Names, n.LawOf, k, span)),
        ModifierForm.PrevailsOver =>
            Keyword(input, words, NameGrammar.ClausesAndLaw,
            static (n, k, span) => new NameListModifierSyntax(NameListKind.PrevailsOver, n.Names, n.LawOf, k, span)),
        ModifierForm.Notwithstanding =>
            Keyword(input, words, NameGrammar.ClausesAndLaw,
            static (n, k, span) => new NameListModifierSyntax(NameListKind.Notwithstanding, n.Names, n.LawOf, k, span)),
        ModifierForm.Invoking =>
            Keyword(input, words, NameGrammar.ClausesOrFrameworks,
            static (n, k, span) => new NameListModifierSyntax(NameListKind.Invoking, n, [], k, span)),
        ModifierForm.ExemptFrom =>
            Keyword(input, words, NameGrammar.ClausesAndLaw,
            static (n, k, span) => new NameListModifierSyntax(NameListKind.ExemptFrom, n.Names, n.LawOf, k, span)),
        ModifierForm.Under =>
            Keyword(input, words, NameGrammar.OrdersAndFrameworks, static (n, k, span) => new UnderModifierSyntax(n, k, span)),
        ModifierForm.TowardsAnyone => ReadTowardsAnyone(input.Tokens()),
        _ => throw new UnreachableException(),
    };

    // Nothing follows.
    private static IResult<ModifierSyntax?> ReadTowardsAnyone(TokenInput here)
    {
        TextSpan words = Phrases.Span(here, 2);
        return Success<ModifierSyntax?>(new TowardsAnyoneModifierSyntax(words, words), here.Skip(2));
    }

    private static IResult<ModifierSyntax?> Keyword<T>(
        IInput input, int words, Parser<T> content, Func<T, TextSpan, TextSpan, ModifierSyntax> make)
    {
        TokenInput here = input.Tokens();
        TextSpan keyword = words == 0 ? here.Token.Span : Phrases.Span(here, words);
        IResult<T> result = content(here.Skip(words));
        TextSpan span = TextSpan.FromBounds(here.Token.Start, here.Reader.EndBefore(result.Remainder.Tokens().Position));
        return Success<ModifierSyntax?>(make(result.Value, keyword, span), result.Remainder);
    }
}
