namespace PolicyLang.CodeGen.Naming;

/// <summary>Names that generated code keeps for itself or leaves to others.</summary>
internal static class ReservedNames
{
    /// <summary>Members of every object.</summary>
    public static readonly ImmutableArray<string> Object =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize"];

    /// <summary>The types of the runtime.</summary>
    public static readonly ImmutableArray<string> Runtime =
    [
        "AttributeKind", "CaseAttribute", "CaseChange", "CaseJson", "CaseModel", "CaseProblem", "CaseProblemKind",
            "ClauseKind", "ClauseModality", "ClauseModel", "ConflictModel", "DayPeriod",
            "DecisionTable", "DefeatedClause",
        "Duty", "FrameworkModel", "FrameworkRank", "ICase", "INodeSet", "IRulebook", "InvalidCaseException", "NodeSet",
            "OrderDecision", "OutcomeTable", "PolicyDecision", "PolicyModel", "PolicyOutcome",
            "PolicyPrinciple",
        "Provenance", "RulebookManifest", "SourceModel", "SourcePosition", "TableNumbers", "TaxonomyModel",
            "TransferAssessment", "VariableKind", "WayToComply", "WhenIncomplete",
    ];

    /// <summary>Types: those of generated code, of the runtime, and those that most C# files import; and what a framework's class calls its
    /// own members.</summary>
    public static readonly ImmutableArray<string> Types =
    [
        .. Runtime,
        "Case", "CaseValues", "Rulebook", "Vocabulary", "PolicyTables", "PolicyNumbers", "PolicyExplanations", "PolicyManifest",
            "PolicyVocabulary", "TransferAssessor", "System", "PolicyLang",
        "Framework", "Clauses", "All", "Decide", "Explain", "Frameworks", "Conflicts", "Assess", "Validate", "Fingerprint", "Manifest",
            "Instance", "GeneratedCode", "JsonConverter",
        "Action", "Activator", "Array", "Attribute", "Boolean", "Buffer", "Byte", "Char", "Comparison", "Console", "Convert", "Converter",
            "DateOnly", "DateTime",
        "Decimal", "Delegate", "Directory", "Double", "Enum", "Environment", "EventArgs", "Exception", "File", "FlagsAttribute", "Flags",
            "Func", "Guid", "Half", "HashCode", "HashSet",
        "Index", "Int32", "Int64", "IReadOnlyList", "Lazy", "List", "Lock", "Lookup", "Math", "Memory", "Monitor", "Nullable", "Object",
            "Path", "Predicate", "Progress", "Queue", "Random",
        "Range", "Single", "Span", "Stack", "Stream", "String", "Task", "Thread", "Timer", "TimeOnly", "TimeSpan", "Tuple", "Type", "Uri",
            "Version", "Void",
    ];
}
