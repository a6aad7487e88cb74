using PolicyLang.Syntax;

namespace PolicyLang.Parsing;

/// <summary>The kind of clause that a sentence can stand in, where a drafter writes "article" or "rule" for it.</summary>
internal static class ClauseKindNeeded
{
    private static readonly HashSet<string> OtherKinds =
        new(StringComparer.OrdinalIgnoreCase) { "rule", "clause", "article", "section", "provision", "obligation", "prohibition",
        "permission", "duty", "right", "requirement" };

    private static readonly HashSet<string> PlacedActions =
        new(StringComparer.Ordinal) { "store", "mirror", "process", "access", "operate", "disclose" };

    /// <summary>Whether a word is what drafters call a clause.</summary>
    public static bool IsOtherKind(string word) => OtherKinds.Contains(word);

    /// <summary>Any sentence can stand in a norm; one about moving data belongs to 'transfer', one about its place to
    /// 'sovereignty'.</summary>
    public static string Find(TokenInput here)
    {
        // Only look nearby: searching to the end for each clause would be quadratic.
        var tokens = new Token[Math.Min(60, here.Reader.Tokens.Length - here.Position)];
        Array.Copy(here.Reader.Tokens, here.Position, tokens, 0, tokens.Length);
        int modality =
            Array.FindIndex(tokens,
            t => t.Kind is TokenKind.MayWord or TokenKind.MustWord or TokenKind.NeedWord or TokenKind.ShouldWord or TokenKind.PartiesWord);
        int verb = modality < 0 || modality + 1 >= tokens.Length || tokens[modality].Kind == TokenKind.PartiesWord
            ? -1
            : tokens[modality + 1].Kind is TokenKind.NotWord or TokenKind.OnlyWord ? modality + 2 : modality + 1;
        bool placed = Array.FindIndex(tokens, t => t.Kind is TokenKind.FromWord or TokenKind.ToWord) >= 0;
        return verb < 0 || verb >= tokens.Length ? "norm"
            : tokens[verb].Kind == TokenKind.TransferWord && placed ? "transfer"
            : PlacedActions.Contains(here.Reader.TextOf(tokens[verb])) ? "sovereignty"
            : "norm";
    }
}
