namespace PolicyLang.LanguageServer.Protocol;

internal sealed record WorkDoneProgressCreateParams(string Token);

/// <summary>News of a piece of work under way.</summary>
internal sealed record ProgressParams(string Token, WorkDoneProgress Value);

/// <summary><c>Kind</c> is <c>begin</c> (with a title), <c>report</c> or <c>end</c>.</summary>
internal sealed record WorkDoneProgress(string Kind, string? Title = null, string? Message = null, bool? Cancellable = null);

/// <summary>Words for the user; <c>Type</c> is 1 for an error, 2 for a warning.</summary>
internal sealed record ShowMessageParams(int Type, string Message);

internal sealed record LogTraceParams(string Message, string? Verbose = null);
