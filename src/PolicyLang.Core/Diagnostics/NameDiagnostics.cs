using static PolicyLang.Diagnostics.DiagnosticSeverity;

namespace PolicyLang.Diagnostics;

/// <summary>PL2xxx: names and types.</summary>
internal static class NameDiagnostics
{
    public static readonly DiagnosticDescriptor Duplicate = new("PL2001", "Name declared twice", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor Unknown = new("PL2002", "Unknown name", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor WrongKind = new("PL2003", "Name of another kind", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor Cycle = new("PL2004", "Definition that uses itself", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor WrongType =
        new("PL2005", "Condition does not fit the attribute", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor MissingAuthority =
        new("PL2006", "Framework without an authority", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor UnknownWord =
        new("PL2007", "Unknown rank, principle or type", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor AmbiguousClause =
        new("PL2008", "Clause name without its framework", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor BareNode = new("PL2009", "Bare name that is not a flag", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor ForeignPrecedence =
        new("PL2010", "Claim to prevail over a foreign legal order", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor PrecedenceCycle =
        new("PL2011", "Clauses that prevail over each other", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor MixedObject =
        new("PL2012", "Object mixes data and targets", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor EmptyPeriod =
        new("PL2013", "Period ends before it begins", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor RepeatedProperty = new("PL2014", "Property stated twice", Error, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor DeclaredAnew =
        new("PL2015", "Name of the vocabulary declared again", Hint, DiagnosticCategory.Names);
    public static readonly DiagnosticDescriptor LowerOverHigher =
        new("PL2016", "Lower law above higher law of its order", Warning, DiagnosticCategory.Names);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Duplicate, Unknown, WrongKind, Cycle, WrongType, MissingAuthority, UnknownWord, AmbiguousClause, BareNode,
        ForeignPrecedence, PrecedenceCycle, MixedObject, EmptyPeriod, RepeatedProperty, DeclaredAnew, LowerOverHigher,
    ];
}
