using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Inputs;

/// <summary>Why an input cannot be used.</summary>
/// <param name="Descriptor">Its kind.</param>
/// <param name="Message">What is wrong, naming the path.</param>
/// <param name="Help">What to do about it.</param>
/// <param name="Finding">The same where there is a text to point into; otherwise null.</param>
public sealed record InputProblem(DiagnosticDescriptor Descriptor, string Message, string? Help = null, Diagnostic? Finding = null);
