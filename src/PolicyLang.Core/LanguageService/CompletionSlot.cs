using PolicyLang.Semantics;
using PolicyLang.Syntax;

namespace PolicyLang.LanguageService;

/// <summary>What may stand at a place.</summary>
internal enum SlotKind
{
    None,
    TopLevel,
    Member,
    Subject,
    Modality,
    LawModality,
    Verb,
    Object,
    Modifier,
    Place,
    Recipient,
    Purpose,
    Target,
    Role,
    Condition,
    Value,
    ClauseName,
    Framework,
    Authority,
    Rank,
    Principle,
    Aim,
}

/// <summary>The slot at an offset, found from the words before it, so that a broken sentence has one too.</summary>
/// <param name="Kind">What may stand there.</param>
/// <param name="Attribute">For a value, the attribute that it is of.</param>
/// <param name="Framework">The framework around it; null outside of one.</param>
/// <param name="AfterLaw">Whether the sentence is a law-making one.</param>
internal sealed record CompletionSlot(SlotKind Kind, string? Attribute, string? Framework, bool AfterLaw)
{
    public static CompletionSlot At(SyntaxTree tree, int offset)
    {
        int start = 0;
        foreach (Island island in tree.Islands)
        {
            if (offset <= start + island.Text.Length)
            {
                bool clause = island.Tokens.Length > 0 && (island.Tokens[0].Kind is TokenKind.TransferWord or TokenKind.SovereigntyWord or TokenKind.NormWord);
                string? framework = tree.Frameworks.Where(f => f.Span.Start < offset && (clause || offset <= f.Span.End)).Select(f => f.Head.Node.Name.Text).LastOrDefault();
                return island.Kind == IslandKind.Markdown || InTrivia(island, offset - start)
                    ? new CompletionSlot(SlotKind.None, null, null, false)
                    : Find(island, offset - start, framework);
            }

            start += island.Text.Length;
        }

        return new CompletionSlot(SlotKind.TopLevel, null, null, false);
    }

    // In a comment or a text in quotes nothing is proposed.
    private static bool InTrivia(Island island, int offset)
    {
        int line = offset == 0 ? 0 : island.Text.LastIndexOf('\n', offset - 1) + 1;
        return island.Text.Substring(line, offset - line).Contains("//")
            || island.Tokens.Any(t => t.Kind is TokenKind.Text or TokenKind.Iri && offset > t.Start && offset < t.Start + t.Length);
    }

    private static CompletionSlot Find(Island island, int offset, string? framework)
    {
        // The word that is being typed is not one of those before it.
        List<Token> before = [.. island.Tokens.Where(t => t.Kind != TokenKind.EndOfIsland && t.Start + t.Length < offset || (t.Start + t.Length == offset && !IsWord(island, t)))];
        bool law = before.Any(t => t.Kind == TokenKind.PartiesWord);
        (SlotKind kind, string? attribute) = Decide(island, before, framework is not null);
        return new CompletionSlot(kind, attribute, framework, law);
    }

    private static bool IsWord(Island island, Token token) => token.Length > 0 && char.IsLetterOrDigit(island.Text[token.Start]);

    private static (SlotKind Kind, string? Attribute) Decide(Island island, List<Token> before, bool inFramework)
    {
        if (before.Count == 0)
        {
            return (inFramework ? SlotKind.Member : SlotKind.TopLevel, null);
        }

        int open = before.FindIndex(t => t.Kind == TokenKind.OpenBrace);
        bool clause = before[0].Kind is TokenKind.TransferWord or TokenKind.SovereigntyWord or TokenKind.NormWord;
        if (clause && open < 0)
        {
            return (SlotKind.None, null);
        }

        if (clause && before.Count == open + 1)
        {
            return (SlotKind.Subject, null);
        }

        for (int i = before.Count - 1; i > (clause ? open : -1); i--)
        {
            bool direct = i == before.Count - 1 || before[before.Count - 1].Kind is TokenKind.Comma or TokenKind.OrWord or TokenKind.AndWord or TokenKind.NotWord or TokenKind.ExceptWord;
            Token? previous = i > 0 ? before[i - 1] : null;
            (SlotKind Kind, string? Attribute)? found = Word(island, before, i, direct, previous?.Kind);
            if (found is { } slot)
            {
                return slot;
            }
        }

        return clause ? (Sentence(before, open), null) : before[0].Kind == TokenKind.FrameworkWord && open >= 0 ? (SlotKind.Member, null) : (SlotKind.None, null);
    }

    private static (SlotKind Kind, string? Attribute)? Word(Island island, List<Token> before, int at, bool direct, TokenKind? previous)
    {
        SlotKind after(SlotKind list) => direct ? list : SlotKind.Modifier;
        return before[at].Kind switch
        {
            TokenKind.FromWord or TokenKind.InWord or TokenKind.OutsideWord or TokenKind.TowardsWord => (after(SlotKind.Place), null),
            TokenKind.ToWord when previous == TokenKind.SubjectWord => (after(SlotKind.ClauseName), null),
            TokenKind.ToWord => (after(SlotKind.Recipient), null),
            TokenKind.OfWord when previous is TokenKind.AnyWord or TokenKind.AllWord or TokenKind.NoneWord => (after(SlotKind.Value), AttributeBefore(island, before, at - 2)),
            TokenKind.ForWord => (after(SlotKind.Purpose), null),
            TokenKind.AgainstWord => (after(SlotKind.Target), null),
            TokenKind.WhenWord or TokenKind.UnlessWord or TokenKind.WithWord => (direct ? SlotKind.Condition : SlotKind.Modifier, null),
            TokenKind.IncludeWord => (after(SlotKind.Value), AttributeBefore(island, before, at)),
            TokenKind.IsWord => (after(SlotKind.Value), AttributeBefore(island, before, at)),
            TokenKind.OverWord or TokenKind.NotwithstandingWord or TokenKind.InvokingWord or TokenKind.BetweenWord => (after(SlotKind.ClauseName), null),
            TokenKind.ByWord when previous == TokenKind.ConflictsWord => (SlotKind.Principle, null),
            TokenKind.ByWord when previous == TokenKind.ApprovedWord => (after(SlotKind.Role), null),
            TokenKind.ByWord => (after(SlotKind.ClauseName), null),
            TokenKind.NotifyingWord => (after(SlotKind.Role), null),
            TokenKind.AuthorityWord or TokenKind.UnderWord => (direct ? SlotKind.Authority : SlotKind.Member, null),
            TokenKind.RankWord => (direct ? SlotKind.Rank : SlotKind.Member, null),
            TokenKind.AimsWord => (direct ? SlotKind.Aim : SlotKind.Member, null),
            TokenKind.AdoptsWord or TokenKind.ReplacesWord or TokenKind.ImplementsWord => (direct ? SlotKind.Framework : SlotKind.Member, null),
            _ => null,
        };
    }

    // Before any modifier: subject, force, verb, object.
    private static SlotKind Sentence(List<Token> before, int open)
    {
        List<Token> words = before.Skip(open + 1).ToList();
        int force = words.FindLastIndex(t => t.Kind is TokenKind.MayWord or TokenKind.MustWord or TokenKind.ShouldWord or TokenKind.NeedWord or TokenKind.OnlyWord or TokenKind.NotWord
            or TokenKind.AllowWord or TokenKind.ProhibitWord or TokenKind.RequireWord);
        if (words.Count > 0 && words[0].Kind == TokenKind.PartiesWord && words.Count == 1)
        {
            return SlotKind.LawModality;
        }

        if (force < 0)
        {
            return words[words.Count - 1].Kind is TokenKind.Comma or TokenKind.OrWord ? SlotKind.Subject : SlotKind.Modality;
        }

        List<Token> act = words.Skip(force + 1).ToList();
        bool continues = act.Count > 0 && act[act.Count - 1].Kind is TokenKind.Comma or TokenKind.OrWord;
        int names = act.Count(t => t.Kind is not (TokenKind.Comma or TokenKind.OrWord)) - act.Count(t => t.Kind is TokenKind.Comma or TokenKind.OrWord);
        return names <= 0 ? SlotKind.Verb : names == 1 ? (continues ? SlotKind.Verb : SlotKind.Object) : SlotKind.Modifier;
    }

    private static string? AttributeBefore(Island island, List<Token> before, int at) =>
        at > 0 ? island.Text.Substring(before[at - 1].Start, before[at - 1].Length) is var name && name == "include" && at > 1 ? island.Text.Substring(before[at - 2].Start, before[at - 2].Length) : name : null;
}
