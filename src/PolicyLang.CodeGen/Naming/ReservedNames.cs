namespace PolicyLang.CodeGen.Naming;

/// <summary>Names that generated code keeps for itself or leaves to others.</summary>
internal static class ReservedNames
{
    /// <summary>Members of every object.</summary>
    public static readonly ImmutableArray<string> Object = ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize"];

    /// <summary>Types: those of generated code, of the runtime, and those that most C# files import.</summary>
    public static readonly ImmutableArray<string> Types =
    [
        "Case", "CaseValues", "Policies", "Vocabulary", "PolicyTables", "PolicyExplanations", "TransferAssessor", "System", "PolicyLang",
        "AttributeKind", "CaseAttribute", "CaseChange", "ClauseKind", "ClauseModality", "ClauseModel", "ConflictModel", "DayPeriod", "DecisionTable", "DefeatedClause",
        "FrameworkModel", "FrameworkRank", "OrderDecision", "OutcomeTable", "PolicyDecision", "PolicyModel", "PolicyOutcome", "PolicyPrecedence", "PolicyPrinciple",
        "PolicyRule", "RuleEffect", "SourcePosition", "TaxonomyModel", "TransferAssessment", "VariableKind", "WayToComply",
        "Action", "Activator", "Array", "Attribute", "Boolean", "Buffer", "Byte", "Char", "Comparison", "Console", "Convert", "Converter", "DateOnly", "DateTime",
        "Decimal", "Delegate", "Directory", "Double", "Enum", "Environment", "EventArgs", "Exception", "File", "Func", "Guid", "Half", "HashCode", "HashSet", "Index", "Int32", "Int64",
        "Lazy", "List", "Lock", "Lookup", "Math", "Memory", "Monitor", "Nullable", "Object", "Path", "Predicate", "Progress", "Queue", "Random", "Range", "Single", "Span", "Stack", "Stream",
        "String", "Task", "Thread", "Timer", "TimeOnly", "TimeSpan", "Tuple", "Type", "Uri", "Version", "Void",
    ];
}
