using PolicyLang.Diagnostics;
using PolicyLang.Syntax;
using Sprache;
using static PolicyLang.Parsing.Combinators;

namespace PolicyLang.Parsing;

internal static partial class Grammar
{
    /// <summary>Words that drafters use for a modifier, and those of the language; longer ones first.</summary>
    private static readonly (string[] Words, string Meant)[] OtherModifiers =
    [
        (["only", "if"], "when"),
        (["only", "when"], "when"),
        (["only", "where"], "when"),
        (["if"], "when"),
        (["where"], "when"),
        (["provided", "that"], "when"),
        (["provided"], "when"),
        (["on", "condition", "that"], "when"),
        (["as", "long", "as"], "when"),
        (["so", "long", "as"], "when"),
        (["except", "when"], "unless"),
        (["except", "where"], "unless"),
        (["except", "if"], "unless"),
        (["save", "where"], "unless"),
        (["for", "the", "purpose", "of"], "for"),
        (["for", "the", "purposes", "of"], "for"),
        (["for", "purposes", "of"], "for"),
        (["with", "the", "approval", "of"], "approved by"),
        (["with", "approval", "of"], "approved by"),
        (["with", "effect", "from"], "in force from"),
        (["effective", "from"], "in force from"),
        (["effective"], "in force from"),
        (["as", "of"], "in force from"),
        (["as", "from"], "in force from"),
        (["starting"], "in force from"),
        (["overrides"], "prevails over"),
        (["supersedes"], "prevails over"),
        (["prevail", "over"], "prevails over"),
        (["takes", "precedence", "over"], "prevails over"),
        (["without", "prejudice", "to"], "subject to"),
        (["despite"], "notwithstanding"),
        (["regardless", "of"], "notwithstanding"),
        (["irrespective", "of"], "notwithstanding"),
        (["by", "way", "of", "derogation", "from"], "notwithstanding"),
        (["in", "derogation", "from"], "notwithstanding"),
        (["in", "derogation", "of"], "notwithstanding"),
        (["except", "as", "provided", "in"], "subject to"),
        (["save", "as", "provided", "in"], "subject to"),
        (["subject", "to", "the", "provisions", "of"], "subject to"),
        (["subject", "to", "approval", "by"], "approved by"),
        (["subject", "to", "approval", "of"], "approved by"),
        (["subject", "to", "the", "approval", "of"], "approved by"),
        (["authorised", "by"], "approved by"),
        (["authorized", "by"], "approved by"),
        (["notify"], "notifying"),
        (["informing"], "notifying"),
        (["after", "notifying"], "notifying"),
        (["no", "later", "than"], "within"),
        (["not", "later", "than"], "within"),
        (["no", "earlier", "than"], "not before"),
        (["not", "earlier", "than"], "not before"),
        (["in", "case", "of"], "when"),
        (["in", "the", "case", "of"], "when"),
        (["in", "the", "event", "of"], "when"),
        (["except", "with"], "unless"),
        (["in", "effect", "from"], "in force from"),
        (["applies", "from"], "in force from"),
        (["applicable", "from"], "in force from"),
        (["valid", "from"], "in force from"),
        (["enters", "into", "force", "on"], "in force from"),
        (["valid", "until"], "in force until"),
        (["until"], "in force until"),
        (["since"], "in force from"),
        (["for", "purpose", "of"], "for"),
        (["inside"], "in"),
        (["towards"], "to"),
        (["into"], "to"),
    ];

    private static bool IsOtherModifier(TokenInput here) => OtherModifiers.Any(o => Phrases.Starts(here, o.Words)) || IsWithout(here);

    // "must not … without X" is "unless X"; "may … without X" could be "even without".
    private static bool IsWithout(TokenInput here) => Phrases.Starts(here, ["without"]) && ModalityOf(here.Reader) == TokenKind.NotWord;

    /// <summary>The first word of the modality of a clause's sentence, 'not' for a prohibition; the end where the beginning of the clause has none.</summary>
    internal static TokenKind ModalityOf(IslandReader reader)
    {
        // A sentence says its modality early; further on, a search for each modifier would take time with the square of the text.
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

    private static Parser<ModifierSyntax?> OtherModifier => Look(here =>
    {
        (string[] words, string meant) = IsWithout(here) ? (["without"], "unless") : OtherModifiers.First(o => Phrases.Starts(here, o.Words));
        Phrases.Report(here, SyntaxDiagnostics.UnknownModifier, words.Length, meant);
        return Worded(words.Length, meant);
    });

    private static Parser<ModifierSyntax?> Worded(int words, string meant) => meant switch
    {
        "when" => Keyword(words, Condition, (c, k, span) => new WhenModifierSyntax(c, k, span)),
        "unless" => Keyword(words, Condition, (c, k, span) => new UnlessModifierSyntax(c, k, span)),
        "for" => Keyword(words, Set("A purpose"), (s, k, span) => new ForModifierSyntax(s, k, span)),
        "in" => Keyword(words, Set("A place"), (s, k, span) => new InModifierSyntax(false, s, k, span)),
        "to" => Keyword(words, Destination, (d, k, span) => new ToModifierSyntax(d.Roles, d.Set, k, span)),
        "in force from" => Keyword(words, Date, (d, k, span) => new ForceModifierSyntax(new ForceSyntax(d, null, span), k, span)),
        "in force until" => Keyword(words, Date, (d, k, span) => new ForceModifierSyntax(new ForceSyntax(null, d, span), k, span)),
        "within" => Keyword(words, Duration, (d, k, span) => new WithinModifierSyntax(d, k, span)),
        "not before" => Keyword(words, Duration, (d, k, span) => new NotBeforeModifierSyntax(d, k, span)),
        "notifying" => NameList(NameListKind.Notifying, List("A role", TokenKind.OrWord), words),
        "approved by" => NameList(NameListKind.ApprovedBy, List("A role", TokenKind.OrWord), words),
        "subject to" => NameList(NameListKind.SubjectTo, Names("A clause or framework"), words),
        "notwithstanding" => NameList(NameListKind.Notwithstanding, Names("A clause or framework"), words),
        _ => NameList(NameListKind.PrevailsOver, Names("A clause or framework"), words),
    };
}
