namespace PolicyLang.Diagnostics;

/// <summary>Why a stated case cannot occur.</summary>
/// <param name="Message">One sentence.</param>
/// <param name="Assumption">The assumption that rules it out, by its title or its place; null where its clocks disagree.</param>
internal sealed record MissingCase(string Message, string? Assumption);
