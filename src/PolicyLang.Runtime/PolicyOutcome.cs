namespace PolicyLang.Runtime;

/// <summary>What the law says of an act. Ask whether it is <see cref="Permitted"/>, never whether it is not
/// <see cref="Prohibited"/>.</summary>
#if NET
[JsonConverter(typeof(Json.CamelCaseConverter<PolicyOutcome>))]
#endif
public enum PolicyOutcome
{
    /// <summary>Nothing: the case leaves out what the answer rests on.</summary>
    Undetermined,

    /// <summary>No clause that stands speaks of it.</summary>
    Unregulated,

    /// <summary>It is permitted or required, and nothing prohibits it.</summary>
    Permitted,

    /// <summary>It is prohibited, and nothing of the same legal order permits it.</summary>
    Prohibited,

    /// <summary>It is prohibited and permitted by one legal order, or prohibited by one and required by another.</summary>
    Conflicting,
}

/// <summary>Why one clause prevails over another.</summary>
#if NET
[JsonConverter(typeof(Json.CamelCaseConverter<PolicyPrinciple>))]
#endif
public enum PolicyPrinciple
{
    /// <summary>The clauses say so.</summary>
    Explicit,

    /// <summary>The higher rank or legal order.</summary>
    Superior,

    /// <summary>The more special clause.</summary>
    Specialis,

    /// <summary>The later clause.</summary>
    Posterior,
}
