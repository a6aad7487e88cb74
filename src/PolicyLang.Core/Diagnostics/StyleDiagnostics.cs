using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL31xx and PL5003: drafting. What is only worth a look in an editor is a hint.</summary>
internal static class StyleDiagnostics
{
    public static readonly DiagnosticDescriptor DoubleNegative = new("PL3101", "Double negative", Warning, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor NoAddressee = new("PL3102", "Duty without an addressee", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor NoDeadline =
        new("PL3103", "Duty to tell without a deadline", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor IdlePermission =
        new("PL3104", "Permission that nobody needs", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor UnusedTerm = new("PL3105", "Term that is never used", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor IdlePrecedence =
        new("PL3106", "Precedence that never bites", Information, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor OpenPlace = new("PL3107", "Place left open", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor ReplacedGoesOn =
        new("PL3108", "Replaced law without a last day", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor CountAsCondition =
        new("PL3109", "Count as the condition of 'may only'", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor RivalLicences =
        new("PL3110", "Two 'may only' over the same acts", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor StoreOnlyIn =
        new("PL3111", "Storing in one place says nothing about sending", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor OtherMeaning =
        new("PL3112", "Sentence that meant something else before", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor UnknownStatus =
        new("PL3115", "Status of a clause that is not known", Hint, DiagnosticCategory.Style);
    public static readonly DiagnosticDescriptor Unscoped = new("PL5003", "Clause without any place", Information, DiagnosticCategory.Style);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [DoubleNegative, NoAddressee, NoDeadline, IdlePermission, UnusedTerm, IdlePrecedence, OpenPlace, ReplacedGoesOn, CountAsCondition,
            RivalLicences, StoreOnlyIn, OtherMeaning, UnknownStatus, Unscoped];
}
