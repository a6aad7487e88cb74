namespace PolicyLang.LanguageServer.Protocol;

public sealed record WorkDoneProgressCreateParams(string Token);

/// <summary>News of a piece of work under way.</summary>
public sealed record ProgressParams(string Token, WorkDoneProgress Value);

/// <summary><c>Kind</c> is <c>begin</c> (with a title), <c>report</c> or <c>end</c>.</summary>
public sealed record WorkDoneProgress(string Kind, string? Title = null, string? Message = null, bool? Cancellable = null);

public sealed record LogTraceParams(string Message, string? Verbose = null);
