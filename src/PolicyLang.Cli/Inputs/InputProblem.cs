using PolicyLang.Diagnostics;
using PolicyLang.Text;

namespace PolicyLang.Cli.Inputs;

/// <summary>Why an input cannot be used.</summary>
/// <param name="Descriptor">Its kind.</param>
/// <param name="Message">What is wrong, naming the path.</param>
/// <param name="Help">What to do about it.</param>
/// <param name="Finding">The same where there is a text to point into; otherwise null.</param>
internal sealed record InputProblem(DiagnosticDescriptor Descriptor, string Message, string? Help = null, Diagnostic? Finding = null)
{
    /// <summary>The file or folder as output shows it; null where it is about none.</summary>
    public string? File { get; init; }

    /// <summary>The problem as a finding: at its place, or at the beginning of its file.</summary>
    /// <param name="otherwise">The file where it is about none.</param>
    public Diagnostic ToFinding(string otherwise) =>
        Finding ?? Descriptor.Create(new Location(File ?? otherwise, new SourceText(string.Empty), new TextSpan(0, 0)), Message, Help);
}
