namespace PolicyLang.Diagnostics;

/// <summary>What a finding is about, where that is more than a place: a conflict.</summary>
public abstract record DiagnosticSubject;
