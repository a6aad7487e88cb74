using PolicyLang.Syntax;
using PolicyLang.Text;

namespace PolicyLang.LanguageService;

/// <summary>What may stand at a place.</summary>
internal enum SlotKind
{
    None,

    /// <summary>The words of the offer and nothing else.</summary>
    Word,
    TopLevel,
    Member,
    Subject,
    Modality,
    LawModality,
    Verb,
    Object,
    Modifier,
    ScenarioSlot,
    Place,
    Jurisdiction,

    /// <summary>A jurisdiction or bloc.</summary>
    Region,

    /// <summary>Where somebody is established, or of which organisation.</summary>
    Home,
    Recipient,
    Purpose,
    Target,
    Role,
    Condition,

    /// <summary>What compares the attribute of the offer.</summary>
    Comparison,
    Event,
    Value,

    /// <summary>A node of the taxonomy of the offer.</summary>
    Node,

    /// <summary>Anything that a set can have in it.</summary>
    Term,
    ClauseName,

    /// <summary>The sides of conflicts that wait for somebody, together; behind one side those that conflict with it.</summary>
    Conflicting,

    /// <summary>A clause behind the name of its framework and a dot.</summary>
    ClauseOf,
    Framework,

    /// <summary>A framework of the law library.</summary>
    LibraryFramework,
    Authority,
    Rank,
    Principle,
    Aim,
    AttributeType,
}

/// <summary>One sort of thing that may stand at a place.</summary>
/// <param name="Kind">The sort.</param>
/// <param name="Of">For a value or a comparison the attribute, for a node the taxonomy, for a clause the framework.</param>
internal sealed record SlotOffer(SlotKind Kind, string? Of = null)
{
    /// <summary>Words of the language that may stand there instead.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    public static SlotOffer OfWords(params string[] words) => new(SlotKind.Word) { Words = [.. words] };
}

/// <summary>The slot at an offset, found from the words before it, so that a broken sentence has one too.</summary>
/// <param name="Offers">What may stand there, the likeliest first.</param>
/// <param name="Framework">The framework around it; null outside of one.</param>
/// <param name="Words">What stands in the same declaration or clause before it.</param>
internal sealed record CompletionSlot(ImmutableArray<SlotOffer> Offers, string? Framework, SlotWords Words)
{
    /// <summary>The likeliest sort of thing.</summary>
    public SlotKind Kind => Offers.IsEmpty ? SlotKind.None : Offers[0].Kind;

    public static CompletionSlot FindAt(SyntaxTree tree, int offset)
    {
        int start = 0;
        string? framework = null;
        foreach (SyntaxBlock island in tree.Islands)
        {
            framework = island.Kind is SyntaxBlockKind.FrameworkHead or SyntaxBlockKind.Declaration ? null : framework;
            if (offset <= start + island.Text.Length)
            {
                return island.Kind == SyntaxBlockKind.Markdown || InText(island, offset - start)
                    ? Nothing
                    : FindIn(island, offset - start, framework);
            }

            framework = island.Kind == SyntaxBlockKind.FrameworkHead
                ? NameOf(island)
                : island.Kind == SyntaxBlockKind.FrameworkEnd ? null : framework;
            start += island.Text.Length;
        }

        return new CompletionSlot([new(SlotKind.TopLevel)], null, SlotWords.None);
    }

    private static CompletionSlot Nothing { get; } = new([], null, SlotWords.None);

    private static string NameOf(SyntaxBlock head) =>
        head.Tokens.Length > 1 ? head.Text.Substring(head.Tokens[1].Start, head.Tokens[1].Length) : string.Empty;

    private static CompletionSlot FindIn(SyntaxBlock island, int offset, string? around)
    {
        var words = SlotWords.ReadBefore(island, offset);
        bool ended = island.Kind == SyntaxBlockKind.FrameworkEnd && words.Count > 0;
        string? framework = ended ? null : island.Kind == SyntaxBlockKind.FrameworkHead && words.Count > 0 ? NameOf(island) : around;
        ImmutableArray<SlotOffer> offers = words.Count == 0 || ended || words.AreClosed
            ? [new(framework is null ? SlotKind.TopLevel : SlotKind.Member)]
            : Keywords.StartsClause(words.Kind(0)) ? ClauseSlots.OffersAt(words)
            : framework is not null ? DeclarationSlots.Framework(words)
            : DeclarationSlots.OffersAt(words);

        // Without braces a declaration may be over where a line begins.
        return new CompletionSlot(island.Kind == SyntaxBlockKind.Declaration && words.Open < 0 && words.BeginsLine
            ? [.. offers, new(SlotKind.TopLevel)]
            : offers, framework, words);
    }

    // In a text in quotes nothing is proposed.
    private static bool InText(SyntaxBlock island, int offset) => island.Tokens.Any(
        t => t.Kind is TokenKind.Text or TokenKind.Iri && offset > t.Start && offset < t.End + (IsUnclosed(island, t) ? 1 : 0));

    // Whoever writes a text in quotes has not come to its end.
    private static bool IsUnclosed(SyntaxBlock island, Token token) => token.Length < 2 || island.Text[token.End - 1] is not ('"' or '>');
}
