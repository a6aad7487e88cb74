using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL1xxx: characters, tokens and the form of declarations.</summary>
internal static class SyntaxDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownCharacter = new("PL1001", "Unexpected character", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor UnclosedText =
        new("PL1002", "Text without its closing quote", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor UnclosedComment =
        new("PL1003", "Comment without its end", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor BadDate = new("PL1004", "Date in another form", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor BadNumber = new("PL1005", "Number out of range", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor BadEscape = new("PL1006", "Unknown escape in a text", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor Expected = new("PL1010", "Something is missing", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor Unexpected =
        new("PL1011", "Something does not belong here", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor MissingBrace = new("PL1012", "Missing brace", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor ExtraBrace = new("PL1013", "Brace too many", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor UnknownModifier =
        new("PL1014", "Unknown modifier or property", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor UnknownDeclaration = new("PL1015", "Unknown declaration", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor MissingModality =
        new("PL1016", "Sentence without 'must', 'may' or another modality", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor OtherModality =
        new("PL1017", "Modality that the language words otherwise", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor RepeatedModifier = new("PL1018", "Modifier stated twice", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor TooDeep = new("PL1019", "Nested too deeply", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor ClauseOutsideFramework =
        new("PL1020", "Clause outside a framework", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor DirectionControl =
        new("PL1022", "Character that turns the direction of writing", Warning, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor LooksAlike =
        new("PL1023", "Word that looks like another", Warning, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor ControlCharacter =
        new("PL1024", "Control character in a text", Error, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor UnreadBlock = new("PL1025", "Block that is not read", Hint, DiagnosticCategory.Syntax);
    public static readonly DiagnosticDescriptor BadName = new("PL1021", "Name in another form", Error, DiagnosticCategory.Syntax);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownCharacter, UnclosedText, UnclosedComment, BadDate, BadNumber, BadEscape, Expected, Unexpected, MissingBrace, ExtraBrace,
        UnknownModifier, UnknownDeclaration, MissingModality, OtherModality, RepeatedModifier, TooDeep, ClauseOutsideFramework, BadName,
            DirectionControl, LooksAlike, ControlCharacter, UnreadBlock,
    ];
}
