namespace PolicyLang.AspNetCore;

/// <summary>What it means that no law in the rulebook speaks of an act. There is no default: whoever uses a rulebook knows whether it has
/// all the law.</summary>
public enum WhenSilent
{
    /// <summary>Nobody has chosen; the application does not start.</summary>
    NotChosen,

    /// <summary>The act is refused.</summary>
    Refuse,

    /// <summary>The act is allowed.</summary>
    Allow,
}
