namespace PolicyLang.Syntax;

/// <summary>The modifiers of a clause, in the order in which the formatter writes them.</summary>
internal enum ModifierForm
{
    From,
    CollectedIn,
    To,
    In,
    Outside,
    For,
    Against,
    Where,
    When,
    Unless,
    With,
    Within,
    NotBefore,
    Notifying,
    ApprovedBy,
    SubjectTo,
    PrevailsOver,
    Notwithstanding,
    ExemptFrom,
    Invoking,
    TowardsAnyone,
    NotEnforceable,

    /// <summary>Written as <see cref="In"/>, of which it is a kind.</summary>
    OnlyIn,
    InForceFrom,

    /// <summary>Written as <see cref="InForceFrom"/>.</summary>
    InForceUntil,
    Under,
}

/// <summary>What follows the words of a modifier.</summary>
internal enum ModifierContent
{
    Nothing,
    Condition,
    Duration,
    Date,

    // From here on: lists of names.
    Places,
    Destination,
    Purposes,
    Targets,
    Roles,
    ClausesAndLaw,
    ClauseNames,
    Authorities,
}

/// <summary>A modifier as grammar, formatter and editor need to know it.</summary>
/// <param name="Form">Which one it is.</param>
/// <param name="Words">Its opening words.</param>
/// <param name="Content">What follows them.</param>
/// <param name="Meaning">What it says, in a sentence for whoever drafts; null where another row says it.</param>
/// <param name="Pattern">How it looks, in the list of what may follow in a clause; null where it is left out of that.</param>
internal sealed record ModifierInfo(ModifierForm Form, string Words, ModifierContent Content, string? Meaning, string? Pattern = null)
{
    /// <summary>What the list of what may follow says of it; the meaning unless it needs another.</summary>
    public string? Hint { get; init; } = Meaning;

    /// <summary>Whether it may stand in a clause more than once.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Its opening words as tokens.</summary>
    public ImmutableArray<TokenKind> Tokens { get; } = [.. Words.Split(' ').Select(Keywords.KindOf)];

    /// <summary>The word by which it is known: the first, or the second of <c>in force</c>.</summary>
    public TokenKind Key => Tokens.Length > 2 ? Tokens[1] : Tokens[0];
}

/// <summary>The modifiers of a clause. A new one is a row here, a node, a parser, and what it means for a rule.</summary>
internal static class Modifiers
{
    /// <summary>All, in the order of <see cref="ModifierForm"/>.</summary>
    public static ImmutableArray<ModifierInfo> All { get; } =
    [
        new(ModifierForm.From, "from", ModifierContent.Places, "Where the data are sent from.", "from PLACES"),
        new(ModifierForm.CollectedIn, "collected in", ModifierContent.Places,
            "Where the data were first collected; without such a fact, where they are sent from.", "collected in PLACES"),
        new(ModifierForm.To, "to", ModifierContent.Destination, "Who receives the data, and where.", "to [ROLES in] PLACES"),
        new(ModifierForm.In, "in", ModifierContent.Places, "Where the data are kept, processed or reached.", "in PLACES")
        { Hint = "Where the data are kept, processed or reached; 'only in' forbids other places." },
        new(ModifierForm.Outside, "outside", ModifierContent.Places, "In every other place."),
        new(ModifierForm.For, "for", ModifierContent.Purposes, "Why it is done.", "for PURPOSES"),
        new(ModifierForm.Against, "against", ModifierContent.Targets, "What the act is directed against or protects.", "against TARGETS"),
        new(ModifierForm.Where, "where", ModifierContent.Condition,
            "What the sentence is about at all; outside of it, it says nothing.", "where CONDITION") { IsRepeatable = true },
        new(ModifierForm.When, "when", ModifierContent.Condition, "The sentence holds only then.", "when CONDITION")
        { IsRepeatable = true },
        new(ModifierForm.Unless, "unless", ModifierContent.Condition, "The sentence does not hold then.", "unless CONDITION")
        { IsRepeatable = true },
        new(ModifierForm.With, "with", ModifierContent.Condition, "How the act is to be done.", "with CONDITION"),
        new(ModifierForm.Within, "within", ModifierContent.Duration,
            "How soon: hours, days, weeks, months, years or working days.", "within TIME [of EVENT]"),
        new(ModifierForm.NotBefore, "not before", ModifierContent.Duration, "How long one has to wait."),
        new(ModifierForm.Notifying, "notifying", ModifierContent.Roles, "Who has to be told.", "notifying ROLES"),
        new(ModifierForm.ApprovedBy, "approved by", ModifierContent.Roles, "Whose approval is needed.", "approved by ROLES"),
        new(ModifierForm.SubjectTo, "subject to", ModifierContent.ClausesAndLaw,
            "The clauses to which this one yields.", "subject to CLAUSES"),
        new(ModifierForm.PrevailsOver, "prevails over", ModifierContent.ClausesAndLaw,
            "The clauses that yield to this one.", "prevails over CLAUSES"),
        new(ModifierForm.Notwithstanding, "notwithstanding", ModifierContent.ClausesAndLaw,
            "As 'prevails over', in a lawyer's words.", "notwithstanding CLAUSES"),
        new(ModifierForm.ExemptFrom, "exempt from", ModifierContent.ClausesAndLaw,
            "The clauses that are lifted; permits nothing by itself.", "exempt from CLAUSES"),
        new(ModifierForm.Invoking, "invoking", ModifierContent.ClauseNames,
            "The exception of a treaty that this law relies on.", "invoking CLAUSES"),
        new(ModifierForm.TowardsAnyone, "towards anyone", ModifierContent.Nothing,
            "The norm protects everybody, persons of the own party too.", "towards anyone"),
        new(ModifierForm.NotEnforceable, "not enforceable", ModifierContent.Date, "The norm binds, but its breach is a warning only."),
        new(ModifierForm.OnlyIn, "only in", ModifierContent.Places, "There, and prohibited in every other place."),
        new(ModifierForm.InForceFrom, "in force from", ModifierContent.Date,
            "Since when it is law, and until when.", "in force from DATE [until DATE]")
        { IsRepeatable = true, Hint = "When it holds, within the days of the framework." },
        new(ModifierForm.InForceUntil, "in force until", ModifierContent.Date, null) { IsRepeatable = true },
        new(ModifierForm.Under, "under", ModifierContent.Authorities, "Which legal orders or instruments are looked at, and no other."),
    ];

    private static readonly ILookup<TokenKind, ModifierInfo> ByFirst = All.Where(m => m.Tokens.Length <= 2).ToLookup(m => m.Tokens[0]);

    /// <summary>What is known of a modifier.</summary>
    public static ModifierInfo InfoOf(ModifierForm form) => All[(int)form];

    /// <summary>The modifier that two tokens begin; null where none.</summary>
    public static ModifierInfo? StartingWith(TokenKind first, TokenKind second)
    {
        ModifierInfo? found = null;
        foreach (ModifierInfo modifier in ByFirst[first])
        {
            if (modifier.Tokens.Length == 1)
            {
                found ??= modifier;
            }
            else if (modifier.Tokens[1] == second)
            {
                return modifier;
            }
        }

        return found;
    }

    /// <summary>The modifier whose opening words end with two tokens; null where none.</summary>
    public static ModifierInfo? EndingWith(TokenKind before, TokenKind last) =>
        ByFirst[before].FirstOrDefault(m => m.Tokens.Length == 2 && m.Tokens[1] == last)
        ?? ByFirst[last].FirstOrDefault(m => m.Tokens.Length == 1);

    /// <summary>The modifiers of two words that begin with one.</summary>
    public static IEnumerable<ModifierInfo> OfTwoWords(TokenKind first) => ByFirst[first].Where(m => m.Tokens.Length == 2);

    /// <summary>Whether a condition follows a word that is a modifier.</summary>
    public static bool TakesCondition(TokenKind word) =>
        ByFirst[word].Any(m => m.Content == ModifierContent.Condition && m.Tokens.Length == 1);

    /// <summary>Whether a modifier ends in a list of names.</summary>
    public static bool EndsInNames(ModifierForm form) => InfoOf(form).Content >= ModifierContent.Places;
}
