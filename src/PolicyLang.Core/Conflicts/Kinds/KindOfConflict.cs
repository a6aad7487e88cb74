using PolicyLang.Diagnostics;

namespace PolicyLang.Conflicts.Kinds;

/// <summary>A kind of conflict, as it is named: its code, its word and the titles of its groups.</summary>
internal abstract class KindOfConflict
{
    /// <summary>Which kind it is.</summary>
    public abstract ConflictKind Kind { get; }

    /// <summary>Its diagnostic (PL4xxx).</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Its word in JSON, options and models: lower case, with hyphens.</summary>
    public abstract string WireName { get; }

    /// <summary>What heads a group of such conflicts: a sentence without a full stop.</summary>
    /// <param name="conflict">The first conflict of the group.</param>
    public abstract string Title(Conflict conflict);
}
