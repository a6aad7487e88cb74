namespace PolicyLang.Diagnostics;

/// <summary>What a finding is about, where that is more than a place: a conflict.</summary>
internal abstract record DiagnosticSubject;
