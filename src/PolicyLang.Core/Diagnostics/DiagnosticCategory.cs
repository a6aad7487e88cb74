namespace PolicyLang.Diagnostics;

/// <summary>What findings of a kind are about.</summary>
internal enum DiagnosticCategory
{
    /// <summary>PL1xxx: the text cannot be read as it stands.</summary>
    Syntax,

    /// <summary>PL2xxx: what names mean.</summary>
    Names,

    /// <summary>PL30xx: clauses whose parts do not go together.</summary>
    Form,

    /// <summary>PL31xx: what is allowed but seldom meant.</summary>
    Style,

    /// <summary>PL4xxx: rules that cannot be complied with together.</summary>
    Conflict,

    /// <summary>PL5xxx: clauses without an effect of their own.</summary>
    Redundancy,

    /// <summary>PL6xxx: scenarios and checks.</summary>
    Scenario,

    /// <summary>PL7xxx: files, options and the project file.</summary>
    Project,

    /// <summary>PL9xxx: what is beyond the engine's budget.</summary>
    Limit,
}
