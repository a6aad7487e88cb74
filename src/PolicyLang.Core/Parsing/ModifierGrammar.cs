using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using PolicyLang.Text;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

/// <summary>The modifiers of a clause, and what is written for them.</summary>
internal static class ModifierGrammar
{
    private static readonly string[] ModifierWords = [.. Keywords.All.Where(w => Keywords.StartsModifier(Keywords.KindOf(w)))];

    private static readonly Parser<ModifierSyntax?> Modifier = input =>
    {
        TokenInput here = input.Tokens();
        return (here.Kind, here.Next) switch
        {
            (TokenKind.FromWord, TokenKind.Date) => ReadSynonym(here, "in force from", ModifierForm.InForceFrom),
            (TokenKind.InWord, TokenKind.ForceWord) => ForceGrammar.Modifier(here),
            (TokenKind.InWord, TokenKind.Number) => ReadSynonym(here, "within", ModifierForm.Within),
            (TokenKind.WithinWord, _) when here.IsNextCapital => ReadSynonym(here, "in", ModifierForm.In),
            (TokenKind.OutsideWord, _) => ModifierFormGrammar.Read(here, ModifierForm.Outside, 0),
            (TokenKind.UnderWord, _) => ReadUnder(here),
            (var first, var second) when Modifiers.StartingWith(first, second) is { } modifier =>
                ModifierFormGrammar.Read(here, modifier.Form, modifier.Tokens.Length),
            _ => ReadHalf(here),
        };
    };

    /// <summary>Modifiers up to the closing brace. What is none is reported once and skipped up to the next one.</summary>
    public static readonly Parser<ImmutableArray<ModifierSyntax>> List = input =>
    {
        ImmutableArray<ModifierSyntax>.Builder? modifiers = null;
        TokenInput here = input.Tokens();
        while (here.Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            Wording<ModifierForm>? other = FindOther(here);
            if (other is null && !Keywords.StartsModifier(here.Kind))
            {
                here = SkipToModifier(here, modifiers is { Count: > 0 } && Modifiers.EndsInNames(modifiers[modifiers.Count - 1].Form));
                continue;
            }

            IResult<ModifierSyntax?> result = other is null ? Modifier(here) : ReadOther(here, other);
            modifiers ??= ImmutableArray.CreateBuilder<ModifierSyntax>();
            if (result.Value is { } modifier && IsFirst(modifier, here, modifiers))
            {
                modifiers.Add(modifier);
            }

            TokenInput rest = result.Remainder.Tokens();
            here = rest.Position == here.Position ? here.Advance().Tokens() : rest;
        }

        return Success(modifiers is null ? [] : modifiers.ToImmutable(), here);
    };

    /// <summary>What drafters write for a modifier, if that comes next.</summary>
    public static Wording<ModifierForm>? FindOther(TokenInput here) =>
        here.Kind == TokenKind.TowardsWord && here.Next == TokenKind.AnyoneWord ? null
        : ModifierWordings.AfterProhibition.Find(here) is { } after && ModalityOf(here.Reader) == TokenKind.NotWord
            ? after
            : ModifierWordings.Modifiers.Find(here);

    /// <summary>The first word of the modality of a clause's sentence, 'not' for a prohibition; the end where the beginning of the clause
    /// has none.</summary>
    public static TokenKind ModalityOf(ParseContext reader)
    {
        // The modality comes early; searching further for each modifier would be quadratic.
        for (int i = 0; i < Math.Min(reader.Tokens.Length - 1, 50); i++)
        {
            TokenKind kind = reader.Tokens[i].Kind;
            if (kind is TokenKind.MayWord or TokenKind.MustWord or TokenKind.NeedWord or TokenKind.ShouldWord)
            {
                return reader.Tokens[i + 1].Kind == TokenKind.NotWord ? TokenKind.NotWord : kind;
            }
        }

        return TokenKind.EndOfIsland;
    }

    private static IResult<ModifierSyntax?> ReadOther(TokenInput here, Wording<ModifierForm> other)
    {
        Phrases.Report(here, SyntaxDiagnostics.UnknownModifier, other.Count, other.Meant);
        return ModifierFormGrammar.Read(here, other.Value, other.Count);
    }

    // The one word is said to be another; the modifier begins after it.
    private static IResult<ModifierSyntax?> ReadSynonym(TokenInput here, string meant, ModifierForm form)
    {
        Phrases.Report(here, SyntaxDiagnostics.Unexpected, 1, meant);
        return ModifierFormGrammar.Read(here.Advance(), form, 0);
    }

    // "subject" without "to": name the second word and read the rest as its modifier.
    private static IResult<ModifierSyntax?> ReadHalf(TokenInput here)
    {
        string whole = string.Join("' or '", Modifiers.OfTwoWords(here.Kind).Select(m => m.Words));
        bool certain = here.Kind != TokenKind.NotWord;
        here.Reader.Report(
            here.Position, SyntaxDiagnostics.Expected, here.Token.Span, $"{here.Reader.Show(here.Token)} is only half of a modifier.",
                $"Write '{whole}'.",
            certain ? $"Write '{whole}'" : null, certain ? [new TextEdit(here.Token.Span, whole)] : []);
        return Success<ModifierSyntax?>(null, NextModifier(here));
    }

    // A clause belongs to its framework; only questions about law can leave some out.
    private static IResult<ModifierSyntax?> ReadUnder(TokenInput here)
    {
        if (here.Reader.Tokens[0].Kind == TokenKind.CheckWord)
        {
            return ModifierFormGrammar.Read(here, ModifierForm.Under, 1);
        }

        here.Reader.Report(
            here.Position, SyntaxDiagnostics.UnknownModifier, here.Token.Span,
                "'under' is not a modifier of a clause; it says of a scenario or check which law is looked at.",
            "Remove it. A clause belongs to the legal order that its framework names after 'authority'.");
        IResult<ModifierSyntax?> read = ModifierFormGrammar.Read(here, ModifierForm.Under, 1);
        if (read.Value is UnderModifierSyntax { Names.IsEmpty: false } under)
        {
            here.Reader.MendLast("Remove it", new TextEdit(under.Span, string.Empty));
        }

        return read;
    }

    private static TokenInput NextModifier(TokenInput here)
    {
        TokenInput rest = here.Advance().Tokens();
        while (!Keywords.StartsModifier(rest.Kind) && rest.Kind is not (TokenKind.CloseBrace or TokenKind.EndOfIsland))
        {
            rest = rest.Advance().Tokens();
        }

        return rest;
    }

    private static TokenInput SkipToModifier(TokenInput here, bool afterNames)
    {
        string word = here.Reader.TextOf(here.Token);
        bool isWord = Keywords.IsWord(here.Kind);
        string? nearest = isWord ? NearestName.Find(word.Length > 3 ? word.ToLowerInvariant() : word, ModifierWords) : null;
        if (nearest is null && afterNames && NameGrammar.IsMissingComma(here))
        {
            NameGrammar.ReportMissingComma(here);
        }

        bool removable = IsRemovable(here);
        here.Reader.Report(
            here.Position,
            isWord ? SyntaxDiagnostics.UnknownModifier : SyntaxDiagnostics.Unexpected,
            here.Token.Span,
            isWord ? $"'{word}' is not a modifier of a clause." : $"{here.Reader.Show(here.Token)} does not belong here.",
            nearest is null
                ? "After the sentence come modifiers: from, to, in, for, when, unless, within, subject to, …"
                : $"Did you mean '{nearest}'?",
            nearest is not null ? $"Write '{nearest}'" : removable ? "Remove it" : null,
            nearest is not null
                ? [new TextEdit(here.Token.Span, nearest)]
                : removable ? [new TextEdit(here.Token.Span, string.Empty)] : []);
        return NextModifier(here);
    }

    /// <summary>Whether a mark can go without a loss.</summary>
    public static bool IsRemovable(TokenInput here) =>
        here.Kind is TokenKind.CloseParenthesis or TokenKind.Dot or TokenKind.Colon
        || (here.Kind == TokenKind.Comma
            && (Keywords.StartsModifier(here.Next) || Keywords.StartsProperty(here.Next)
            || here.Next is TokenKind.CloseBrace or TokenKind.EndOfIsland));

    private static bool IsFirst(ModifierSyntax modifier, TokenInput here, ImmutableArray<ModifierSyntax>.Builder modifiers)
    {
        if (Modifiers.InfoOf(modifier.Form).IsRepeatable)
        {
            return true;
        }

        foreach (ModifierSyntax earlier in modifiers)
        {
            if (earlier.Form == modifier.Form)
            {
                ReportRepeated(here, earlier, modifier);
                return false;
            }
        }

        return true;
    }

    private static void ReportRepeated(TokenInput here, ModifierSyntax earlier, ModifierSyntax modifier)
    {
        string words = here.Reader.Text.Substring(modifier.KeywordSpan.Start, modifier.KeywordSpan.Length);
        (string? title, TextEdit[] edits) = MergeModifiersFix.Merge(here, earlier, modifier);
        here.Reader.Report(here.Position, SyntaxDiagnostics.RepeatedModifier, modifier.KeywordSpan,
            $"'{words}' stands twice in this clause.",
            "Join the two in one list, or write a second clause. Only 'where', 'when', 'unless' and 'in force' may be repeated.", title,
            edits);
    }
}
