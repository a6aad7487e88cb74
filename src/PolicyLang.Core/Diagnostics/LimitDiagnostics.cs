using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL9xxx: limits. Beyond them the answer is said to be missing, never silently left out.</summary>
internal static class LimitDiagnostics
{
    public static readonly DiagnosticDescriptor TooComplex = new("PL9001", "Clause too complex to decide", Error, DiagnosticCategory.Limit);

    public static readonly DiagnosticDescriptor Undecided =
        new("PL9002", "Conflicts of a clause not decided", Error, DiagnosticCategory.Limit);

    public static readonly DiagnosticDescriptor WaysCutOff =
        new("PL9003", "Ways to comply not all told", Warning, DiagnosticCategory.Limit);

    public static readonly DiagnosticDescriptor Unanswered = new("PL9004", "Question not decided", Error, DiagnosticCategory.Limit);

    public static readonly DiagnosticDescriptor Unweighed =
        new("PL9005", "Not decided whether a clause is redundant", Warning, DiagnosticCategory.Limit);

    public static readonly DiagnosticDescriptor Untried = new("PL9006", "Repairs not all tried", Warning, DiagnosticCategory.Limit);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [TooComplex, Undecided, WaysCutOff, Unanswered, Unweighed, Untried];
}
