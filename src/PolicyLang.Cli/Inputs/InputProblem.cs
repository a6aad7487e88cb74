using PolicyLang.Diagnostics;

namespace PolicyLang.Cli.Inputs;

/// <summary>Why an input cannot be used: there is no text to point into.</summary>
/// <param name="Descriptor">Its kind.</param>
/// <param name="Message">What is wrong, naming the path.</param>
/// <param name="Help">What to do about it.</param>
public sealed record InputProblem(DiagnosticDescriptor Descriptor, string Message, string? Help = null);
