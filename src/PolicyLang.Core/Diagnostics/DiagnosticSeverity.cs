namespace PolicyLang.Diagnostics;

/// <summary>How much a finding weighs, lightest first.</summary>
internal enum DiagnosticSeverity
{
    /// <summary>Shown in editors only, as a faint mark.</summary>
    Hint,

    /// <summary>Worth knowing; never fails a run.</summary>
    Information,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>Wrong, or a conflict that nobody can comply with.</summary>
    Error,
}
